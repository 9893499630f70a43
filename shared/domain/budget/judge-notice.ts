/** Whether a notice may ask back what it asks: only at a review or after the end, no more than there is, with time to pay. */
import { addDays } from '../calendar/local-date.ts';
import type { Issue } from '../error.ts';
import { isPaidOut } from './budget-type.ts';
import type { BudgetFacts } from './facts.ts';
import { pocketSurplus } from './money.ts';
import { formatPence } from './pence.ts';
import { type BudgetContext, badFact, badKind, type Judged } from './refusal.ts';
import type { BudgetState } from './state.ts';

export function noticeRefusal(
  state: BudgetState,
  { on }: Judged,
  facts: BudgetFacts<'recovery-noticed'>,
  { policy }: BudgetContext,
): Issue | undefined {
  const { type, surplusPence, outsidePlanPence, payBy, reasons } = facts;
  if (!isPaidOut(type))
    return badFact('type', 'notional', 'A notional budget pays nothing out that could be asked back');
  if (surplusPence + outsidePlanPence === 0)
    return badFact('surplusPence', 'nothing-asked', 'A notice asks for something. Enter an amount');
  const atReview = state.reviews.some((review) => review.on <= on && on <= addDays(review.on, policy.noticeDays));
  if (surplusPence > 0 && state.stage !== 'ended' && !atReview)
    return badKind('review-needed', 'A surplus is asked back only at a review. Hold the review first');
  const there = pocketSurplus(state, type, policy);
  if (surplusPence > there.surplusPence)
    return badFact(
      'surplusPence',
      'over-surplus',
      `The surplus is ${formatPence(there.surplusPence)}: what is left after what is promised and the reserve`,
    );
  if (outsidePlanPence > there.outsidePlanPence)
    return badFact(
      'outsidePlanPence',
      'over-outside-plan',
      `${formatPence(there.outsidePlanPence)} was spent outside the plan and is not asked back yet`,
    );
  if (outsidePlanPence > 0 && !reasons.some((reason) => reason === 'used-outside-plan' || reason === 'theft-or-fraud'))
    return badFact('reasons', 'reason-missing', 'Say that money was used outside the plan, or theft or fraud');
  const earliest = addDays(on, policy.noticeDays);
  return payBy < earliest
    ? badFact('payBy', 'too-soon', `There are at least ${policy.noticeDays} days to pay. Give a later day`)
    : undefined;
}
