/** Budgets for the tests of their rules: told as what happened, day by day. */

import { recommendedBudgetPolicy } from '../../../shared/domain/budget/budget-policy.ts';
import type { BudgetType } from '../../../shared/domain/budget/budget-type.ts';
import type { BudgetFacts } from '../../../shared/domain/budget/facts.ts';
import { afterEvent, type BudgetEvent, foldBudget } from '../../../shared/domain/budget/fold.ts';
import { budgetRefusal } from '../../../shared/domain/budget/judge.ts';
import type { SupportPlan } from '../../../shared/domain/budget/plan.ts';
import type { BudgetContext } from '../../../shared/domain/budget/refusal.ts';
import { type BudgetState, nothingYet } from '../../../shared/domain/budget/state.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';

export type Told = readonly [on: string, facts: BudgetFacts];

export const context: BudgetContext = { policy: recommendedBudgetPolicy, birthDate: localDate('2014-02-11') };
export const route = 'Write to the budgets team within 28 days';

/** A plan held in one or several ways, all of it for one purpose. */
export function planOf(
  parts: Partial<Record<BudgetType, number>>,
  startsOn: string,
  more: Partial<SupportPlan> = {},
): SupportPlan {
  const held = Object.entries(parts).map(([type, annualPence]) => ({ type: type as BudgetType, annualPence }));
  const annualPence = held.reduce((sum, part) => sum + part.annualPence, 0);
  return {
    annualPence,
    startsOn: localDate(startsOn),
    endsOn: null,
    oneOff: false,
    parts: held,
    payments: { rhythm: 'four-weekly', firstOn: localDate(startsOn) },
    goals: [{ code: 'swim', text: 'Swims with friends each week' }],
    categories: [{ code: 'assistant', name: 'Personal assistant', annualPence, goals: ['swim'] }],
    ...more,
  };
}

/** From the request to a live budget, the day the plan starts. */
export function untilLive(
  plan: SupportPlan,
  by: 'young-person' | 'representative' = 'representative',
): readonly Told[] {
  const day = plan.startsOn;
  return [
    ...untilAgreed(plan),
    ...(plan.parts.some(({ type }) => type === 'direct-payment')
      ? ([
          [day, { kind: 'consent-given', by, lacksCapacity: false }],
          [day, { kind: 'agreement-signed', signedBy: by, accountChecked: true }],
        ] as const)
      : []),
    [day, { kind: 'went-live' }],
  ];
}

export function untilAgreed(plan: SupportPlan): readonly Told[] {
  const day = plan.startsOn;
  return [
    [day, { kind: 'requested', right: 'continuing-care', askedBy: 'parent' }],
    [day, { kind: 'found-eligible', reason: 'In continuing care' }],
    [day, { kind: 'indicative-set', annualPence: plan.annualPence, allTypesOffered: true }],
    [day, { kind: 'planning-started' }],
    [day, { kind: 'agreed', plan, agreedWith: 'parent' }],
  ];
}

export function eventsOf(told: readonly Told[]): readonly BudgetEvent[] {
  return told.map(([on, facts], index) => ({ id: `event-${index}`, on: localDate(on), facts }));
}

export function stateOf(told: readonly Told[]): BudgetState {
  return foldBudget(eventsOf(told));
}

/** The code of the first refusal met while recording these in turn, and where; nothing when all fit. */
export function refusalOf(told: readonly Told[], asked: BudgetContext = context): string | undefined {
  let state = nothingYet;
  for (const event of eventsOf(told)) {
    const refusal = budgetRefusal(state, event, asked);
    if (refusal !== undefined) return `${refusal.pointer} ${refusal.code}`;
    state = afterEvent(state, event);
  }
  return undefined;
}
