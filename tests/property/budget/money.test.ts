/** No penny is lost: money is moved every way that the rules allow, beside a plain account book that knows none of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BudgetType, budgetTypes } from '../../../shared/domain/budget/budget-type.ts';
import { afterEvent, type BudgetEvent, foldBudget } from '../../../shared/domain/budget/fold.ts';
import { instalments } from '../../../shared/domain/budget/instalments.ts';
import { budgetRefusal } from '../../../shared/domain/budget/judge.ts';
import { outsidePlanOwed } from '../../../shared/domain/budget/ledger.ts';
import {
  allocationPence,
  balanceOf,
  owed,
  paidInYear,
  plannedPayments,
  pocket,
  pocketsOf,
} from '../../../shared/domain/budget/money.ts';
import { amountForYear } from '../../../shared/domain/budget/part-year.ts';
import { formatPence, plainPounds, readPence } from '../../../shared/domain/budget/pence.ts';
import type { BudgetState } from '../../../shared/domain/budget/state.ts';
import { statementOf } from '../../../shared/domain/budget/statement.ts';
import { financialYearOf } from '../../../shared/domain/calendar/financial-year.ts';
import { addDays, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { context, eventsOf, planOf, untilLive } from '../../unit/budget/budgets.ts';
import { factsOf, start, step } from './steps.ts';

/** The account book: what came in, what went out, with each reversed movement struck out. */
class Book {
  readonly #moves = new Map<string, { readonly type: BudgetType; readonly pence: bigint }>();

  take({ id, facts }: BudgetEvent): void {
    if (facts.kind === 'payment-made') this.#moves.set(id, { type: facts.type, pence: BigInt(facts.amountPence) });
    if (facts.kind === 'spent' && facts.type !== 'notional')
      this.#moves.set(id, { type: facts.type, pence: -BigInt(facts.amountPence) });
    if (facts.kind === 'money-returned' && facts.of === 'surplus')
      this.#moves.set(id, { type: facts.type, pence: -BigInt(facts.amountPence) });
    if (facts.kind === 'entry-reversed') this.#moves.delete(facts.entryId);
  }

  balance(type: BudgetType): bigint {
    return [...this.#moves.values()].filter((move) => move.type === type).reduce((sum, { pence }) => sum + pence, 0n);
  }
}

describe('Money of a budget', () => {
  it('reconciles to the penny whatever moved', () => {
    const moved = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 70 }), (steps) => {
        const plan = planOf({ 'direct-payment': 1_234_567, 'third-party': 250_001, notional: 99_999 }, start);
        const events = [...eventsOf(untilLive(plan))];
        let state = foldBudget(events);
        let on = localDate(start);
        const book = new Book();
        for (const [index, one] of steps.entries()) {
          on = addDays(on, one.days);
          const event: BudgetEvent = { id: `step-${index}`, on, facts: factsOf(one, state, on) };
          if (budgetRefusal(state, event, context) !== undefined) continue;
          const allowed = allocationPence(state, one.type, financialYearOf(on));
          state = afterEvent(state, event);
          events.push(event);
          book.take(event);
          moved.add(event.facts.kind);
          if (event.facts.kind === 'payment-made')
            expect(paidInYear(state, one.type, financialYearOf(on))).toBeLessThanOrEqual(allowed);
          reconciles(state, book);
        }
        expect(foldBudget(events)).toEqual(state);
        statementsJoin(state, on);
      }),
      { numRuns: 150 },
    );
    // Otherwise the property would hold for want of movement.
    expect([...moved].toSorted()).toEqual([
      'committed-set',
      'entry-reversed',
      'money-returned',
      'payment-made',
      'plan-changed',
      'recovery-noticed',
      'resumed',
      'review-held',
      'spent',
      'suspended',
    ]);
  });

  it('is divided into instalments that differ by a penny at most and add up', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000_000 }), fc.integer({ min: 1, max: 60 }), (annual, count) => {
        const amounts = instalments(annual, count);
        expect(amounts.reduce((sum, pence) => sum + pence, 0)).toBe(annual);
        expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of a year cut into parts comes to the year again, however it is cut', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000_000 }), fc.integer({ min: 1, max: 364 }), (annualPence, cut) => {
        const year = financialYearOf(localDate('2025-06-01'));
        const spans = [
          { annualPence, from: year.first, to: addDays(year.first, cut - 1) },
          { annualPence, from: addDays(year.first, cut), to: year.last },
        ];
        expect(amountForYear(spans, year)).toBe(annualPence);
      }),
    );
  });

  it('is planned to be paid exactly as the year allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 0, max: 364 }), (annual, later) => {
        const day = addDays(localDate('2023-04-01'), later);
        const state = foldBudget(eventsOf(untilLive(planOf({ 'direct-payment': annual }, day))));
        const planned = plannedPayments(state, day);
        expect(planned.reduce((sum, { amountPence }) => sum + amountPence, 0)).toBe(
          allocationPence(state, 'direct-payment', financialYearOf(day)),
        );
      }),
    );
  });

  it('reads back from how it is written', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000_000 }), (pence) => {
        expect([readPence(formatPence(pence)), readPence(plainPounds(pence))]).toEqual([{ pence }, { pence }]);
      }),
    );
  });
});

function reconciles(state: BudgetState, book: Book): void {
  for (const type of budgetTypes) {
    const held = pocket(state, type);
    expect(BigInt(held.balancePence)).toBe(book.balance(type));
    if (type !== 'notional') expect(held.paidPence).toBe(held.balancePence + held.spentPence + held.returnedPence);
    expect(outsidePlanOwed(held)).toBeLessThanOrEqual(held.spentPence);
  }
  expect(pocketsOf(state).reduce((sum, { balancePence }) => sum + balancePence, 0)).toBe(balanceOf(state));
  for (const notice of state.notices) {
    const { surplusPence, outsidePlanPence } = owed(notice);
    expect(Math.min(surplusPence, outsidePlanPence)).toBeGreaterThanOrEqual(0);
  }
}

/** Statements of any two neighbouring spells join: what one closes with, the next opens with. */
function statementsJoin(state: BudgetState, last: LocalDate): void {
  const first = localDate(start);
  for (const cut of [first, addDays(first, 30), last]) {
    const before = statementOf(state.entries, 'direct-payment', { from: first, to: cut });
    const after = statementOf(state.entries, 'direct-payment', { from: addDays(cut, 1), to: last });
    expect(before.openingPence).toBe(0);
    expect(after.openingPence).toBe(before.closingPence);
    const whole = cut === last ? before : after;
    expect(whole.closingPence).toBe(pocket(state, 'direct-payment').balancePence);
  }
}
