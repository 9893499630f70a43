import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Review } from '../../domain/import/review.ts';
import type { ListPosition } from './queues.ts';

/** What a list of reviews shows without reading each. */
export interface ReviewEntry {
  readonly id: string;
  readonly reason: Review['reason'];
  readonly queue: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: LocalDate;
  readonly heldAt: Review['heldAt'];
}

/** Rows that wait for a person, and those that somebody decided. */
export interface Reviews {
  get(place: string, reviewId: string): Promise<Review | undefined>;
  /** Several, in no order; ids that nothing has are left out. */
  many(place: string, reviewIds: readonly string[]): Promise<readonly Review[]>;
  /** Those that wait, oldest first: one page, in one request. */
  waiting(
    place: string,
    limit: number,
    after?: ListPosition,
  ): Promise<{ readonly reviews: readonly ReviewEntry[]; readonly end?: ListPosition }>;
  /** How many wait. */
  count(place: string): Promise<number>;
  /** Keeps a new one. @throws `conflict` `already-there` when the id is taken. */
  create(held: Review): Promise<void>;
  /** Keeps a change: `version` is one more than what is stored. @throws `stale` `changed-since` otherwise. */
  save(changed: Review): Promise<void>;
}
