/** The days that a budget must keep: reviews, the young person's own consent at 16, notices, reconsiderations. */
import type { LocalDate } from '../calendar/local-date.ts';
import { addDays, earliest } from '../calendar/local-date.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlineFrom, ladders } from '../deadline/ladder.ts';
import { consentGap, consentTaskOpens, ownConsentFrom } from './consent.ts';
import { openNotices, partPence } from './money.ts';
import type { BudgetContext } from './refusal.ts';
import { type ReviewDue, reviewDue } from './review.ts';
import { type BudgetState, planOf } from './state.ts';

/** Every deadline that stands, one of a kind. */
export function budgetDeadlines(state: BudgetState, context: BudgetContext): readonly Deadline[] {
  const { policy } = context;
  const review = nextReview(state, context);
  const notice = nextNotice(state);
  const asked = state.reconsiderations.find(({ decided }) => decided === undefined);
  return [
    ...(review === undefined
      ? []
      : [deadlineFrom(ladders.budgetReview, { kind: 'budget-review', start: review.start, due: review.due })]),
    ...consentDeadline(state, context),
    ...(notice === undefined
      ? []
      : [
          deadlineFrom(
            { count: 'before-due', amber: 7, approaching: 2 },
            { kind: 'budget-recovery', start: notice.on, due: notice.facts.payBy },
          ),
        ]),
    ...(asked === undefined
      ? []
      : [
          deadlineFrom(
            { count: 'days', limit: policy.reconsiderationDays },
            { kind: 'budget-reconsideration', start: asked.on },
          ),
        ]),
  ];
}

/** The next review of a budget that is live or suspended: suspension does not put it off. */
export function nextReview(state: BudgetState, { policy }: BudgetContext): ReviewDue | undefined {
  if (state.liveOn === undefined || (state.stage !== 'live' && state.stage !== 'suspended')) return undefined;
  const firstPaymentOn = firstPayment(state) ?? state.liveOn;
  return reviewDue({ firstPaymentOn, lastReviewOn: state.reviews.at(-1)?.on }, policy);
}

/** The first payment that stands. */
export function firstPayment({ entries }: BudgetState): LocalDate | undefined {
  const [first, ...rest] = entries.flatMap(({ what, reversedBy, on }) =>
    what === 'payment' && reversedBy === undefined ? [on] : [],
  );
  return first === undefined ? undefined : earliest(first, ...rest);
}

/** The notice that asks for something by the earliest day. */
function nextNotice(state: BudgetState) {
  return openNotices(state).toSorted((a, b) => (a.facts.payBy < b.facts.payBy ? -1 : 1))[0];
}

// Due on the 16th birthday, told of from the day the task opens, and then again four weeks before.
function consentDeadline(state: BudgetState, { policy, birthDate }: BudgetContext): readonly Deadline[] {
  const isPaying = state.stage === 'agreed' || state.stage === 'live' || state.stage === 'suspended';
  if (!isPaying || partPence(planOf(state), 'direct-payment') === 0) return [];
  const due = ownConsentFrom(birthDate);
  // Whoever began at 16 or over consented for themselves before anything was paid.
  if (
    state.consents.every(({ on }) => on >= due) ||
    consentGap(state.consents, birthDate, lastDay(state, due)) === undefined
  )
    return [];
  const opens = consentTaskOpens(birthDate, policy);
  const warnOn = [
    { threshold: 'amber', severity: 'amber', on: opens },
    { threshold: 'approaching', severity: 'approaching', on: addDays(due, -28) },
    { threshold: 'breach', severity: 'breach', on: addDays(due, 1) },
  ] as const;
  return [{ kind: 'budget-consent', start: opens, due, warnOn: warnOn.toSorted((a, b) => (a.on < b.on ? -1 : 1)) }];
}

// A consent given after the birthday settles it, whatever day that was.
function lastDay({ lastEventOn }: BudgetState, due: LocalDate): LocalDate {
  return lastEventOn !== undefined && lastEventOn > due ? lastEventOn : due;
}
