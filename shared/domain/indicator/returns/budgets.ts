/**
 * The national collection of personal health budgets (domain.md 4): people in the year to date and live on the last day, adults and
 * children apart, by the strongest type; and how many took one up, of those found to need one.
 */
import { type BudgetType, budgetTypes } from '../../budget/budget-type.ts';
import {
  type CollectionCounts,
  type CountedBudget,
  collectionOf,
  isAdultOn,
  neededIn,
} from '../../budget/collection.ts';
import { quarterOf } from '../../budget/quarter.ts';
import { percentage } from '../../number/proportion.ts';
import type { Month } from '../month/month-tally.ts';
import type { ReturnLine } from './return-figures.ts';

const typeWords: Readonly<Record<BudgetType, string>> = {
  'direct-payment': 'direct payment',
  'third-party': 'third party',
  notional: 'notional',
};

/** @param budgets folded as at the last day of the month. */
export function budgetLines(budgets: readonly CountedBudget[], month: Month): readonly ReturnLine[] {
  const quarter = { ...quarterOf(month.to), last: month.to };
  const { adults, children } = collectionOf(budgets, quarter);
  const needed = neededIn(budgets, quarter);
  const of = (isAdult: boolean) =>
    new Set(
      needed.filter(({ birthDate }) => isAdultOn(birthDate, month.to) === isAdult).map(({ personId }) => personId),
    ).size;
  return [
    ...linesOf('Children', quarter.label, children, of(false)),
    ...linesOf('Adults', quarter.label, adults, of(true)),
  ];
}

function linesOf(
  group: string,
  period: string,
  { yearToDate, byType, live, suspended }: CollectionCounts,
  needed: number,
): readonly ReturnLine[] {
  const line = (
    measure: string,
    label: string,
    figure: number | null,
    unit: ReturnLine['unit'] = 'count',
  ): ReturnLine => ({ measure, label, group, period, figure, unit });
  return [
    line('year-to-date', 'People with a budget, the year to date', yearToDate),
    ...budgetTypes.map((type) => line(`year-to-date-${type}`, `of them ${typeWords[type]}`, byType[type])),
    line('live', 'People with a budget live on the last day', live),
    line('suspended', 'People whose budget is suspended on the last day', suspended),
    line('assessed-as-needing', 'People found to need one, the year to date', needed),
    line('taken-up', 'Budgets taken up, of those found to need one', percentage(yearToDate, needed), 'per cent'),
  ];
}
