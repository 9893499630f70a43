import { describe, expect, it } from 'vitest';
import { budgetWays, inventBudget } from '../../../infra/local/seed/budget-histories.ts';
import { chanceOf } from '../../../infra/local/seed/random.ts';
import { type BudgetType, budgetTypes } from '../../../shared/domain/budget/budget-type.ts';
import { foldBudget } from '../../../shared/domain/budget/fold.ts';
import { openNotices, pocketsOf } from '../../../shared/domain/budget/money.ts';
import { planOf } from '../../../shared/domain/budget/state.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';

describe('The budgets of the demonstration', () => {
  const today = localDate('2026-11-02');
  const states = budgetWays.map((way, at) => {
    const told = inventBudget(chanceOf(2026 + at), way, localDate(`${2008 + (at % 12)}-06-15`), today);
    expect(told.every(({ on }) => on <= today)).toBe(true);
    return foldBudget(told.map((happening, index) => ({ ...happening, id: `told-${index}` })));
  });

  it('are some sixty, at every stage and held in every way', () => {
    expect(states).toHaveLength(60);
    const stages = new Set(states.map(({ stage }) => stage));
    expect([...stages].toSorted()).toEqual([
      'agreed',
      'eligible',
      'ended',
      'live',
      'not-eligible',
      'planning',
      'requested',
      'suspended',
    ]);
    const held = new Set<BudgetType>(states.flatMap((state) => planOf(state)?.parts.map(({ type }) => type) ?? []));
    expect(budgetTypes.every((type) => held.has(type))).toBe(true);
    expect(states.some((state) => (planOf(state)?.parts.length ?? 0) > 1)).toBe(true);
  });

  it('have payments, spending, reviews and notices behind them', () => {
    const live = states.filter(({ stage }) => stage === 'live');
    expect(live.length).toBeGreaterThan(25);
    expect(live.filter(({ entries }) => entries.length > 5).length).toBeGreaterThan(15);
    expect(live.some(({ reviews }) => reviews.length > 1)).toBe(true);
    expect(states.some((state) => openNotices(state).length > 0)).toBe(true);
    expect(states.some((state) => pocketsOf(state).some(({ outsidePlanPence }) => outsidePlanPence > 0))).toBe(true);
  });
});
