import type { AccessReview, AccessReviewKind } from '../../domain/access/access-reviews.ts';
import type { FamilyAccess } from '../../domain/access/family-access.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';

/** A review that is due, as the list of them shows it. */
export interface DueReview {
  readonly personId: string;
  readonly kind: AccessReviewKind;
  readonly from: LocalDate;
  readonly dueOn: LocalDate;
}

/** Who in a family may see whose record, child by child. */
export interface FamilyAccesses {
  /** As last written; undefined where nobody was ever invited. */
  get(place: string, personId: string): Promise<FamilyAccess | undefined>;
  /**
   * Keeps the next version; `review` is what staff have to do about it first.
   * @throws `stale` `changed-since` when somebody else was first.
   */
  save(access: FamilyAccess, review: AccessReview | null): Promise<void>;
  /** Reviews whose time has come by a day, the first due first, as many as `ceiling`. */
  due(place: string, asAt: LocalDate, ceiling: number): Promise<readonly DueReview[]>;
}
