/**
 * What is due of an EHC needs assessment, its plan and the advice for it (domain.md, area 6). Limits in days are warned of at
 * 75% and 90%; how long before the steps of a review somebody is warned is the service's own choice, written down here again.
 */
import { afterMonths } from '../calendar.ts';
import { before, type Due, dueOf, within } from './due.ts';

export interface AssessmentFacts {
  readonly of: 'ehc-assessment';
  readonly requested: number;
  readonly decision: 'assess' | 'do-not-assess' | undefined;
  readonly isDrafted: boolean;
  readonly isClosed: boolean;
  /** The review that is next, from the day of the plan or of the last decision on it. */
  readonly review: ReviewFacts | undefined;
}

export interface ReviewFacts {
  readonly since: number;
  readonly setFor: number | undefined;
  readonly met: number | undefined;
  readonly isReported: boolean;
}

export interface AdviceFacts {
  readonly of: 'ehc-advice';
  readonly service: string;
  /** The day on which its body received the request. */
  readonly asked: number;
  /** Answered, or needed no more. */
  readonly hasEnded: boolean;
  /** An exception lifts the limit: nobody is told that it was missed. */
  readonly isExcepted: boolean;
}

export function assessmentDues({ requested, decision, isDrafted, isClosed, review }: AssessmentFacts): readonly Due[] {
  if (isClosed || decision === 'do-not-assess') return [];
  if (decision === undefined) return [dueOf('ehc-decision', requested, within(requested, 42))];
  if (review !== undefined) return reviewDues(review);
  // Once there is a draft, nobody is told any more that there will be no plan.
  const noPlan = dueOf('ehc-no-plan-notice', requested, within(requested, 112));
  return [...(isDrafted ? [] : [noPlan]), dueOf('ehc-final-plan', requested, within(requested, 140))];
}

function reviewDues({ since, setFor, met, isReported }: ReviewFacts): readonly Due[] {
  const dues = [dueOf('ehc-review', since, before(afterMonths(since, 12), 84, 28))];
  if (met !== undefined) {
    if (!isReported) dues.push(dueOf('ehc-review-report', met, before(met + 14, 7, 2)));
    dues.push(dueOf('ehc-review-notice', met, before(met + 28, 14, 5)));
  } else if (setFor !== undefined) {
    dues.push(dueOf('ehc-review-circulate', setFor - 28, before(setFor - 14, 14, 3)));
  }
  return dues;
}

export function adviceDues({ asked, hasEnded, isExcepted }: AdviceFacts): readonly Due[] {
  return hasEnded || isExcepted ? [] : [dueOf('ehc-advice', asked, within(asked, 42))];
}
