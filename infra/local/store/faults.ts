import { createHash } from 'node:crypto';

/** What can go wrong between a caller and the store. */
export const FAULTS = ['throttle', 'internal-error', 'drop-before', 'drop-after', 'slow'] as const;
export type Fault = (typeof FAULTS)[number];

/** Which faults to inject and how often. The same seed gives the nth request the same fate in every run. */
export interface FaultPlan {
  readonly seed: string;
  /** Of a thousand requests, how many meet each fault. They exclude each other, so together at most 1,000. */
  readonly perMille: Partial<Readonly<Record<Fault, number>>>;
  /** How long a slow request waits before it is served. */
  readonly slowMilliseconds?: number;
  /** Only requests of these operations are hit, and only they are counted; all of them if absent. */
  readonly operations?: readonly string[];
  /** Only requests of these roles are hit and counted; all of them if absent. */
  readonly roles?: readonly string[];
}

/** Decides the fate of each request by its number. */
export class Faults {
  readonly plan: FaultPlan;
  #requests = 0;
  readonly #injected = new Map<Fault, number>();

  constructor(plan: FaultPlan) {
    const total = FAULTS.reduce((sum, fault) => sum + (plan.perMille[fault] ?? 0), 0);
    if (total > 1_000) throw new RangeError(`faults add up to ${total} of 1,000 requests`);
    this.plan = plan;
  }

  /** The fault that the next request of a role meets, if any. */
  next(operation: string, role: string): Fault | undefined {
    const { operations = [operation], roles = [role] } = this.plan;
    if (!operations.includes(operation) || !roles.includes(role)) return undefined;
    this.#requests += 1;
    const digest = createHash('sha256').update(`${this.plan.seed}/${this.#requests}`).digest();
    let left = digest.readUInt32BE(0) % 1_000;
    for (const fault of FAULTS) {
      const rate = this.plan.perMille[fault] ?? 0;
      if (left < rate) {
        this.#injected.set(fault, (this.#injected.get(fault) ?? 0) + 1);
        return fault;
      }
      left -= rate;
    }
    return undefined;
  }

  /** How often each fault was injected so far. */
  injected(): Partial<Record<Fault, number>> {
    return Object.fromEntries(this.#injected);
  }
}
