import { randomBytes } from 'node:crypto';
import { type Grant, Policy } from '../store/iam-policy.ts';
import type { Denial, GrantUse, Principal } from '../store/principal.ts';
import type { LocalRole } from '../template/roles.ts';

/** Refusals kept: enough for any test, and bounded for a cloud that runs for weeks. */
const DENIALS_KEPT = 1_000;

/**
 * The roles of the template with credentials for each, and the account of what they used and were refused outside the
 * store (which keeps its own).
 */
export class Roles {
  readonly #byArn = new Map<string, { readonly principal: Principal; readonly policy: Policy }>();
  readonly #byAccessKey = new Map<string, { readonly principal: Principal; readonly policy: Policy }>();
  readonly #denials: Denial[] = [];

  /** @param others who may call beside the roles; what they use is counted for nobody. */
  constructor(roles: readonly LocalRole[], others: readonly Principal[] = []) {
    for (const { arn, name, statements } of roles) {
      const entry = { principal: { ...credentials(), roleName: name, statements }, policy: new Policy(statements) };
      this.#byArn.set(arn, entry);
      this.#byAccessKey.set(entry.principal.accessKeyId, entry);
    }
    for (const principal of others) {
      this.#byAccessKey.set(principal.accessKeyId, { principal, policy: new Policy(principal.statements) });
    }
  }

  get principals(): readonly Principal[] {
    return [...this.#byArn.values()].map(({ principal }) => principal);
  }

  /** The principal of a role. @throws Error when the template has no such role */
  principalOf(roleArn: string): Principal {
    const entry = this.#byArn.get(roleArn);
    if (!entry) throw new Error(`The template has no role ${roleArn}`);
    return entry.principal;
  }

  find(accessKeyId: string): Principal | undefined {
    return this.#byAccessKey.get(accessKeyId)?.principal;
  }

  /** Whether a principal may do something to a thing; counts the grant used, or keeps the refusal. */
  allows(
    principal: Principal,
    action: string,
    resource: string,
    context: Readonly<Record<string, readonly string[]>> = {},
  ): boolean {
    const policy = this.#byAccessKey.get(principal.accessKeyId)?.policy;
    const decision = policy?.decide({ action, resource, context }) ?? { allowed: false, because: 'no-grant' };
    if (!decision.allowed) this.refuse(principal.roleName, action, resource, decision.because);
    return decision.allowed;
  }

  /** Keeps a refusal: of a role, or of a service that a thing's own policy does not let in. */
  refuse(role: string, action: string, resource: string, because: Denial['because'] = 'no-grant'): void {
    this.#denials.push({ role, action, resource, because });
    if (this.#denials.length > DENIALS_KEPT) this.#denials.shift();
  }

  /** Refused calls, oldest first. */
  denials(): readonly Denial[] {
    return [...this.#denials];
  }

  /** Every grant of every role, and how many decisions made here rested on it. */
  grantUses(): readonly GrantUse[] {
    return [...this.#byArn.values()].flatMap(({ principal, policy }) =>
      policy.uses().map(({ grant, uses }: { grant: Grant; uses: number }) => ({
        role: principal.roleName,
        ...grant,
        uses,
      })),
    );
  }
}

/** Credentials that exist as long as this process. */
export function credentials(): { readonly accessKeyId: string; readonly secretAccessKey: string } {
  return {
    accessKeyId: `AKIA${randomBytes(10).toString('hex').toUpperCase().slice(0, 16)}`,
    secretAccessKey: randomBytes(30).toString('base64url'),
  };
}
