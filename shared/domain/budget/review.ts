/** When a budget is next reviewed (domain.md 4, reviews). */
import { addMonths, type LocalDate } from '../calendar/local-date.ts';
import type { BudgetPolicy } from './budget-policy.ts';

/** What the date of the next review follows from. */
export interface ReviewBasis {
  /** The first direct payment; where no money is paid out, the day the budget went live. */
  readonly firstPaymentOn: LocalDate;
  readonly lastReviewOn: LocalDate | undefined;
}

export interface ReviewDue {
  /** The day it is counted from. */
  readonly start: LocalDate;
  readonly due: LocalDate;
  readonly first: boolean;
}

/** The first review within three months of the first payment, then at most twelve months after the last one held. */
export function reviewDue({ firstPaymentOn, lastReviewOn }: ReviewBasis, policy: BudgetPolicy): ReviewDue {
  const start = lastReviewOn ?? firstPaymentOn;
  const months = lastReviewOn === undefined ? policy.firstReviewMonths : policy.reviewMonths;
  return { start, due: addMonths(start, months), first: lastReviewOn === undefined };
}
