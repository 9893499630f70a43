/** Steps in the life of a budget that is live, drawn at random: money every way, and the decisions that stop or change it. */
import fc from 'fast-check';
import { type BudgetType, budgetTypes } from '../../../shared/domain/budget/budget-type.ts';
import type { BudgetFacts } from '../../../shared/domain/budget/facts.ts';
import { openNotices, owed, pocketSurplus } from '../../../shared/domain/budget/money.ts';
import type { BudgetState } from '../../../shared/domain/budget/state.ts';
import { addDays, type LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { context, planOf, route } from '../../unit/budget/budgets.ts';

export interface Step {
  readonly what: number;
  readonly type: BudgetType;
  readonly amount: number;
  readonly days: number;
  readonly pick: number;
}

export const step: fc.Arbitrary<Step> = fc.record({
  what: fc.nat({ max: 12 }),
  type: fc.constantFrom(...budgetTypes),
  amount: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 400_000 })),
  days: fc.integer({ min: 0, max: 40 }),
  pick: fc.nat({ max: 1000 }),
});
export const start = '2024-02-10';

/** What a step comes to on a budget as it stands; it may not fit. */
export function factsOf(one: Step, state: BudgetState, on: LocalDate): BudgetFacts {
  const { type, amount, pick } = one;
  const entry = state.entries[pick % Math.max(1, state.entries.length)];
  const notice = openNotices(state)[0];
  const there = pocketSurplus(state, type, context.policy);
  switch (one.what) {
    case 0:
    case 1:
    case 2:
      return { kind: 'payment-made', type, amountPence: amount };
    case 3:
    case 4:
      return { kind: 'spent', type, amountPence: amount, category: 'assistant', payee: 'provider' };
    case 5:
      return { kind: 'spent', type, amountPence: amount, category: null, payee: 'other' };
    case 6:
      return { kind: 'entry-reversed', entryId: entry?.id ?? 'none', reason: 'Not ours' };
    case 7:
      return { kind: 'committed-set', type, amountPence: amount, note: 'Wages' };
    case 8:
      return { kind: 'review-held', outcome: 'recover-surplus', goalsMet: 0, note: 'Looked at' };
    case 9:
      return {
        kind: 'recovery-noticed',
        type,
        reasons: ['accumulated-unspent', 'used-outside-plan'],
        explanation: 'Unspent',
        surplusPence: there.surplusPence,
        outsidePlanPence: there.outsidePlanPence,
        payBy: addDays(on, 28),
        payer: 'representative',
        reconsideration: route,
      };
    case 10:
      return {
        kind: 'money-returned',
        type: notice?.facts.type ?? type,
        amountPence: Math.min(amount, Math.max(1, notice === undefined ? amount : owed(notice).surplusPence)),
        of: pick % 3 === 0 ? 'outside-plan' : 'surplus',
        ...(notice !== undefined && { noticeId: notice.id }),
      };
    case 11:
      return state.stage === 'suspended'
        ? { kind: 'resumed', reason: 'Home' }
        : { kind: 'suspended', why: 'in-hospital', reason: 'Away', reconsideration: route };
    default: {
      const plan = planOf({ 'direct-payment': 500_000 + amount, 'third-party': 250_000, notional: 100_000 }, start);
      return { kind: 'plan-changed', plan, reason: 'Needs have changed', reconsideration: route };
    }
  }
}
