/** The chain of reviews that keeps a plan: each is due within a year of the one before being concluded (domain.md 6). */
import { ageOn } from '../calendar/age.ts';
import { addDays, addMonths, earliest, type LocalDate } from '../calendar/local-date.ts';
import type { EhcRuleSet } from './rule-set.ts';

/** What the authority may decide after a review. */
export const reviewOutcomes = ['maintain', 'amend', 'cease'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** The last day of each step of one review. */
export interface ReviewDates {
  readonly concludeBy: LocalDate;
  readonly circulateBy: LocalDate | null;
  readonly reportBy: LocalDate | null;
  readonly noticeBy: LocalDate | null;
  readonly amendedBy: LocalDate | null;
}

/** By when the next review is to be concluded: the day of the notice, not of the meeting, is what counts. */
export function reviewConcludedBy(lastConcludedOn: LocalDate, { review }: EhcRuleSet): LocalDate {
  return addMonths(lastConcludedOn, review.everyMonths);
}

/** The days that follow from a review's meeting and notice, as far as these are known. */
export function reviewDates(
  lastConcludedOn: LocalDate,
  meetingOn: LocalDate | null,
  notice: { readonly on: LocalDate; readonly outcome: ReviewOutcome } | null,
  rules: EhcRuleSet,
): ReviewDates {
  const { circulateDays, reportDays, noticeDays } = rules.review;
  const after = (days: number) => (meetingOn === null ? null : addDays(meetingOn, days));
  return {
    concludeBy: reviewConcludedBy(lastConcludedOn, rules),
    circulateBy: after(-circulateDays),
    reportBy: after(reportDays),
    noticeBy: after(noticeDays),
    amendedBy: notice?.outcome === 'amend' ? amendedPlanBy(meetingOn, notice.on, rules) : null,
  };
}

/** By when an amended plan is final: so long after the notice or after the meeting, whichever comes first (reading 34). */
export function amendedPlanBy(meetingOn: LocalDate | null, noticeOn: LocalDate, { review }: EhcRuleSet): LocalDate {
  const afterNotice = addDays(noticeOn, review.amendedAfterNoticeDays);
  return meetingOn === null ? afterNotice : earliest(afterNotice, addDays(meetingOn, review.amendedAfterMeetingDays));
}

/** Between which days a review of a very young child's plan is thought of; null from the age on at which it is yearly. */
export function youngChildReview(
  lastConcludedOn: LocalDate,
  dateOfBirth: LocalDate,
  { review }: EhcRuleSet,
): { readonly from: LocalDate; readonly to: LocalDate } | null {
  if (ageOn(dateOfBirth, lastConcludedOn) >= review.youngUnderAge) return null;
  const { least, most } = review.youngEveryMonths;
  return { from: addMonths(lastConcludedOn, least), to: addMonths(lastConcludedOn, most) };
}
