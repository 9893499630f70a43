/** How long a wait may be in all, from what is published of its queue: a range, or that nothing can be said yet. */
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { areCurrent, estimatedWeeks, type PublishedEstimates } from '../../domain/estimate/published.ts';
import type { Person } from '../../domain/person/person.ts';
import type { ReferralView } from '../person/person-view.ts';

export interface FamilyEstimate {
  /** Weeks from the beginning of the wait: one family in ten waits fewer than the first, one in ten more than the last. */
  readonly weeks: { readonly from: number; readonly to: number } | null;
  /** The day it was made. */
  readonly asAt: LocalDate | null;
}

/** Null where no clock runs. */
export function familyEstimate(
  { state }: ReferralView,
  { details: { birthDate } }: Person,
  published: PublishedEstimates | undefined,
  today: LocalDate,
): FamilyEstimate | null {
  const { running, orderingDate, waitDays = 0, tier } = state;
  if (running === undefined) return null;
  if (published === undefined || !areCurrent(published, today)) return { weeks: null, asAt: null };
  const more = estimatedWeeks(published, { tier, birthDate, orderingDate: orderingDate ?? running.startOn });
  const waited = Math.floor(waitDays / 7);
  return {
    weeks: more === null ? null : { from: waited + more.sooner, to: waited + more.later },
    asAt: published.asAt,
  };
}
