/** Whether money can move as it is said to have moved. */
import { financialYearOf } from '../calendar/financial-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Issue } from '../error.ts';
import { isPaidOut } from './budget-type.ts';
import { directPaymentRefusal } from './direct-payment.ts';
import type { BudgetFacts } from './facts.ts';
import { outsidePlanOwed } from './ledger.ts';
import { allocationPence, owed, paidInYear, partPence, pocket } from './money.ts';
import { formatPence } from './pence.ts';
import { type BudgetContext, badDay, badFact, type Judged } from './refusal.ts';
import { type BudgetState, planOf } from './state.ts';

type MoneyFacts = BudgetFacts<'payment-made' | 'spent' | 'committed-set' | 'money-returned' | 'entry-reversed'>;

export function moneyRefusal(
  state: BudgetState,
  { on }: Judged,
  facts: MoneyFacts,
  context: BudgetContext,
): Issue | undefined {
  switch (facts.kind) {
    case 'payment-made':
      return paymentRefusal(state, on, facts, context);
    case 'spent':
      return spendRefusal(state, on, facts);
    case 'committed-set':
      return partNeeded(state, facts.type);
    case 'money-returned':
      return returnRefusal(state, facts);
    case 'entry-reversed': {
      const entry = state.entries.find(({ id }) => id === facts.entryId);
      if (entry === undefined || entry.reverses !== undefined)
        return badFact(
          'entryId',
          'entry-unknown',
          'The ledger has no such entry on or before this day. Choose one from it',
        );
      return entry.reversedBy === undefined
        ? undefined
        : badFact('entryId', 'reversed-before', 'This entry has been reversed already. Nothing more is needed');
    }
  }
}

function paymentRefusal(
  state: BudgetState,
  on: LocalDate,
  { type, amountPence }: BudgetFacts<'payment-made'>,
  context: BudgetContext,
): Issue | undefined {
  if (!isPaidOut(type))
    return badFact('type', 'notional', 'No money is paid out of a notional budget. Record what was spent');
  const missing = partNeeded(state, type);
  if (missing !== undefined) return missing;
  const plan = planOf(state);
  if (plan !== undefined && on < plan.startsOn)
    return badDay('before-start', 'The plan starts later than this day. Check the date');
  if (type === 'direct-payment') {
    const refusal = directPaymentRefusal(state, on, context);
    if (refusal !== undefined) return refusal;
  }
  const year = financialYearOf(on);
  const left = allocationPence(state, type, year) - paidInYear(state, type, year);
  return amountPence > left
    ? badFact(
        'amountPence',
        'over-allocation',
        `The plan leaves ${formatPence(Math.max(0, left))} to pay in ${year.label}. Pay no more than that, or change the plan`,
      )
    : undefined;
}

function spendRefusal(
  state: BudgetState,
  on: LocalDate,
  { type, amountPence, category, payee }: BudgetFacts<'spent'>,
): Issue | undefined {
  const missing = partNeeded(state, type);
  if (missing !== undefined) return missing;
  const known = state.plans.some(({ plan }) => plan.categories.some(({ code }) => code === category));
  if (category !== null && !known)
    return badFact(
      'category',
      'category-unknown',
      'The plan has no such purpose. Choose one of it, or outside the plan',
    );
  if (payee === 'household-carer' && !state.householdCarers.some((approval) => approval.on <= on))
    return badFact(
      'payee',
      'carer-not-approved',
      'Somebody of the same household is paid only in an exceptional case that was approved. Record the approval first',
    );
  const { balancePence } = pocket(state, type);
  return isPaidOut(type) && amountPence > balancePence
    ? badFact(
        'amountPence',
        'over-balance',
        `The account held ${formatPence(Math.max(0, balancePence))} on this day. Record the payment into it first, or check the amount`,
      )
    : undefined;
}

function returnRefusal(
  state: BudgetState,
  { type, amountPence, of, noticeId }: BudgetFacts<'money-returned'>,
): Issue | undefined {
  const held = pocket(state, type);
  const most = of === 'surplus' ? Math.max(0, held.balancePence) : outsidePlanOwed(held);
  if (amountPence > most)
    return badFact(
      'amountPence',
      'over-returned',
      of === 'surplus'
        ? `The account held ${formatPence(most)} on this day. Check the amount`
        : `${formatPence(most)} of what was spent outside the plan is still owed. Check the amount`,
    );
  if (noticeId === undefined) return undefined;
  const notice = state.notices.find(({ id, facts }) => id === noticeId && facts.type === type);
  if (notice === undefined) return badFact('noticeId', 'notice-unknown', 'There is no such notice for this account');
  const asked = owed(notice);
  const left = of === 'surplus' ? asked.surplusPence : asked.outsidePlanPence;
  return amountPence > left
    ? badFact('amountPence', 'over-notice', `The notice still asks for ${formatPence(left)} of this. Check the amount`)
    : undefined;
}

function partNeeded(state: BudgetState, type: BudgetFacts<'spent'>['type']): Issue | undefined {
  return state.plans.some(({ plan }) => partPence(plan, type) > 0)
    ? undefined
    : badFact('type', 'no-such-part', 'The plan does not hold any of the budget in this way');
}
