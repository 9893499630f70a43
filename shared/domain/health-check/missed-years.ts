import { financialYearOf } from '../calendar/financial-year.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { countedChecks } from './due-date.ts';
import { eligibleFrom } from './eligibility.ts';
import type { Tracked } from './tracked.ts';

/**
 * The financial years, oldest first, in which somebody was eligible from the first day to the last and had no check. Only
 * years that are over by `asAt`. A fact of its own beside being overdue: the two often disagree.
 */
export function missedYears(tracked: Tracked, asAt: LocalDate): readonly string[] {
  const years = new Set(countedChecks(tracked, asAt).map((on) => financialYearOf(on).label));
  const from = eligibleFrom(tracked);
  const missed: string[] = [];
  let year = financialYearOf(from);
  if (year.first < from) year = financialYearOf(addDays(year.last, 1));
  while (year.last < asAt && (tracked.registerTo === null || year.last < tracked.registerTo)) {
    if (!years.has(year.label)) missed.push(year.label);
    year = financialYearOf(addDays(year.last, 1));
  }
  return missed;
}
