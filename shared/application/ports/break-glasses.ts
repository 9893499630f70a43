import type { BreakGlass } from '../../domain/permission/break-glass.ts';

/** Emergency accesses of a place. */
export interface BreakGlasses {
  get(place: string, actor: string, id: string): Promise<BreakGlass | undefined>;
  /** Everything that a member of staff ever asked for, in no order, as last written. */
  askedBy(place: string, actor: string): Promise<readonly BreakGlass[]>;
  /** Those that wait for a review, or those that had one, the oldest first. */
  list(place: string, which: 'waiting' | 'reviewed'): Promise<readonly BreakGlass[]>;
  /** @throws `conflict` `already-there` when the id is taken. */
  create(access: BreakGlass): Promise<void>;
  /** `version` is one more than what is stored. @throws `stale` `changed-since`. */
  save(access: BreakGlass): Promise<void>;
}
