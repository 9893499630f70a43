/** What the money of a budget comes to: each pocket, the year's allocation, the payments planned, the surplus. */
import { type FinancialYear, financialYearOf } from '../calendar/financial-year.ts';
import { addDays, earliest, type LocalDate } from '../calendar/local-date.ts';
import type { BudgetPolicy } from './budget-policy.ts';
import { type BudgetType, budgetTypes } from './budget-type.ts';
import { instalments, paymentDays } from './instalments.ts';
import { type LedgerEntry, outsidePlanOwed, type Pocket, pocketOf } from './ledger.ts';
import { amountForYear, type YearlyAmount } from './part-year.ts';
import { sumOf } from './pence.ts';
import type { SupportPlan } from './plan.ts';
import { type BudgetState, type Notice, planOf } from './state.ts';
import { type Surplus, surplusOf } from './surplus.ts';

/** What one way of holding the budget comes to. */
export function pocket(state: BudgetState, type: BudgetType): Pocket {
  return pocketOf(type, state.entries, state.committed[type]);
}

/** Every pocket that the plan has or that money moved in, the strongest type first. */
export function pocketsOf(state: BudgetState): readonly Pocket[] {
  const planned = new Set(state.plans.flatMap(({ plan }) => plan.parts.map(({ type }) => type)));
  return budgetTypes
    .filter((type) => planned.has(type) || state.entries.some((entry) => entry.type === type))
    .map((type) => pocket(state, type));
}

/** Everything that is held in accounts. */
export function balanceOf(state: BudgetState): number {
  return sumOf(pocketsOf(state).map(({ balancePence }) => balancePence));
}

/** A year's amount of one part of a plan; nothing where the plan has no such part. */
export function partPence(plan: SupportPlan | undefined, type: BudgetType): number {
  return plan?.parts.find((part) => part.type === type)?.annualPence ?? 0;
}

/**
 * What one part of the budget allows for a financial year: each plan's amount for the days it was in force, from its start
 * to its end. An amount that is given once is allowed whole in the year it starts in.
 */
export function allocationPence(state: BudgetState, type: BudgetType, year: FinancialYear): number {
  const plan = planOf(state);
  if (plan === undefined) return 0;
  if (plan.oneOff) return plan.startsOn >= year.first && plan.startsOn <= year.last ? partPence(plan, type) : 0;
  return amountForYear(spansOf(state, type, year), year);
}

function spansOf(state: BudgetState, type: BudgetType, year: FinancialYear): readonly YearlyAmount[] {
  const { plans, ended } = state;
  const spans: YearlyAmount[] = [];
  for (const [index, { plan, from }] of plans.entries()) {
    if (plan.oneOff) continue;
    const next = plans[index + 1]?.from;
    const ends = [
      year.last,
      ...(plan.endsOn === null ? [] : [plan.endsOn]),
      ...(ended === undefined ? [] : [ended.on]),
      ...(next === undefined ? [] : [addDays(next, -1)]),
    ];
    spans.push({ annualPence: partPence(plan, type), from, to: earliest(year.last, ...ends) });
  }
  return spans;
}

/** What was paid of one part in a financial year, reversals taken out. */
export function paidInYear(state: BudgetState, type: BudgetType, year: FinancialYear): number {
  return sumOf(standing(state.entries, 'payment', type, year).map(({ amountPence }) => amountPence));
}

function standing(
  entries: readonly LedgerEntry[],
  what: LedgerEntry['what'],
  type: BudgetType,
  { first, last }: FinancialYear,
): readonly LedgerEntry[] {
  return entries.filter(
    (entry) =>
      entry.what === what &&
      entry.type === type &&
      entry.reversedBy === undefined &&
      entry.on >= first &&
      entry.on <= last,
  );
}

/** A payment that the plan foresees. */
export interface PlannedPayment {
  readonly on: LocalDate;
  readonly type: BudgetType;
  readonly amountPence: number;
}

/** The payments that the plan foresees in the financial year of a day: the year's allocation in equal instalments, exact to the penny. */
export function plannedPayments(state: BudgetState, day: LocalDate): readonly PlannedPayment[] {
  const plan = planOf(state);
  if (plan === undefined) return [];
  const year = financialYearOf(day);
  const last = earliest(
    year.last,
    ...(plan.endsOn === null ? [] : [plan.endsOn]),
    ...(state.ended ? [state.ended.on] : []),
  );
  const days = paymentDays(plan.payments.rhythm, plan.payments.firstOn, last).filter((on) => on >= year.first);
  if (days.length === 0) return [];
  return plan.parts
    .filter(({ type }) => type !== 'notional')
    .flatMap(({ type }) => {
      const amounts = instalments(allocationPence(state, type, year), days.length);
      return days.map((on, index): PlannedPayment => ({ on, type, amountPence: amounts[index] ?? 0 }));
    })
    .filter(({ amountPence }) => amountPence > 0);
}

/** What is surplus in one pocket. After the end no reserve is kept. */
export function pocketSurplus(
  state: BudgetState,
  type: BudgetType,
  policy: BudgetPolicy,
): Surplus & { readonly outsidePlanPence: number } {
  const held = pocket(state, type);
  const open = openNotices(state).filter(({ facts }) => facts.type === type);
  const surplus = surplusOf({
    balancePence: held.balancePence,
    committedPence: held.committedPence,
    annualPence: partPence(planOf(state), type),
    reserveWeeks: state.stage === 'ended' ? 0 : policy.reserveWeeks,
  });
  // What a notice asks for already is not asked for twice.
  const asked = sumOf(open.map((notice) => owed(notice).surplusPence));
  const askedOutside = sumOf(open.map((notice) => owed(notice).outsidePlanPence));
  return {
    ...surplus,
    surplusPence: Math.max(0, surplus.surplusPence - asked),
    outsidePlanPence: Math.max(0, outsidePlanOwed(held) - askedOutside),
  };
}

/** What a notice still asks for. */
export function owed({ facts, returnedSurplusPence, returnedOutsidePlanPence, withdrawnOn }: Notice): {
  readonly surplusPence: number;
  readonly outsidePlanPence: number;
} {
  if (withdrawnOn !== undefined) return { surplusPence: 0, outsidePlanPence: 0 };
  return {
    surplusPence: facts.surplusPence - returnedSurplusPence,
    outsidePlanPence: facts.outsidePlanPence - returnedOutsidePlanPence,
  };
}

/** The notices that still ask for something. */
export function openNotices(state: BudgetState): readonly Notice[] {
  return state.notices.filter((notice) => {
    const { surplusPence, outsidePlanPence } = owed(notice);
    return surplusPence + outsidePlanPence > 0;
  });
}

/** What was spent on each purpose in a financial year, beside what the plan foresees for it. */
export function spendByCategory(
  state: BudgetState,
  year: FinancialYear,
): readonly {
  readonly code: string | null;
  readonly name: string;
  readonly plannedPence: number;
  readonly spentPence: number;
}[] {
  const names = new Map(
    state.plans.flatMap(({ plan }) => plan.categories.map(({ code, name }) => [code, name] as const)),
  );
  const planned = new Map(planOf(state)?.categories.map(({ code, annualPence }) => [code, annualPence]));
  const spent = (code: string | null) =>
    sumOf(
      budgetTypes.flatMap((type) =>
        standing(state.entries, 'spent', type, year)
          .filter((entry) => entry.category === code)
          .map(({ amountPence }) => amountPence),
      ),
    );
  const lines = [...names].map(([code, name]) => ({
    code,
    name,
    plannedPence: planned.get(code) ?? 0,
    spentPence: spent(code),
  }));
  const outside = spent(null);
  return [
    ...lines.filter(({ plannedPence, spentPence }) => plannedPence > 0 || spentPence > 0),
    ...(outside > 0 ? [{ code: null, name: 'Outside the plan', plannedPence: 0, spentPence: outside }] : []),
  ];
}
