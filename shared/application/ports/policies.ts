import type { Policy } from '../../domain/policy/policy.ts';

/** The policies of places, every version kept: a figure computed with version 3 can be computed again. */
export interface Policies {
  /** The version in force, the highest kept; undefined when the place is not known. */
  current(place: string): Promise<Policy | undefined>;
  /** Keeps the version after the current one. @throws `stale` `changed-since` when that version is taken. */
  save(policy: Policy): Promise<void>;
}
