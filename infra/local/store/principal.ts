import { type Decision, type Grant, Policy } from './iam-policy.ts';
import type { IamRequest, IamStatement } from './iam-statement.ts';

/** Who may call the store: the credentials of one function, and what its role's policies say. */
export interface Principal {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly roleName: string;
  /** All statements of the role's policies, references resolved. Those about other services are simply never met. */
  readonly statements: readonly IamStatement[];
}

/** A call that was refused for want of a grant. */
export interface Denial {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  readonly because: 'no-grant' | 'explicit-deny';
}

/** A grant of a role and how many calls rested on it. */
export interface GrantUse extends Grant {
  readonly role: string;
  readonly uses: number;
}

/** Refused calls kept for `denials`: enough for any test, and bounded for a store that runs for weeks. */
const DENIALS_KEPT = 1_000;

/** The principals of a store, and the account of what they used and what they were refused. */
export class Principals {
  readonly #byAccessKey = new Map<string, Principal>();
  readonly #policies = new Map<string, Policy>();
  readonly #denials: Denial[] = [];

  /** Adds a principal. Several keys of one role share its policy; the statements of the last one added hold. */
  add(principal: Principal): void {
    this.#byAccessKey.set(principal.accessKeyId, principal);
    this.#policies.set(principal.roleName, new Policy(principal.statements));
  }

  find(accessKeyId: string): Principal | undefined {
    return this.#byAccessKey.get(accessKeyId);
  }

  /** Asks the role's policy; counts the grants used and keeps the denials. */
  decide(role: string, request: IamRequest): Decision {
    const decision = this.#policies.get(role)?.decide(request) ?? { allowed: false, because: 'no-grant' };
    if (!decision.allowed) {
      this.#denials.push({ role, action: request.action, resource: request.resource, because: decision.because });
      if (this.#denials.length > DENIALS_KEPT) this.#denials.shift();
    }
    return decision;
  }

  /** Every DynamoDB grant of every role, used or not. */
  grantUses(): GrantUse[] {
    return [...this.#policies].flatMap(([role, policy]) =>
      policy
        .uses()
        .filter(({ grant }) => grant.action.startsWith('dynamodb:'))
        .map(({ grant, uses }) => ({ role, ...grant, uses })),
    );
  }

  denials(): readonly Denial[] {
    return [...this.#denials];
  }
}
