import { financialYearOf } from '../calendar/financial-year.ts';
import type { LocalDate } from '../calendar/local-date.ts';

/** Whether a check has its health action plan. A check is not whole without one. */
export type PlanStanding = 'complete' | 'missing';

/** Whether a plan is a check's: agreed on or after the day of the check, and in the same financial year. */
export function isPlanOf(check: LocalDate, plan: LocalDate): boolean {
  return plan >= check && plan <= financialYearOf(check).last;
}

/**
 * The plan of a year's checks as known on a day: complete when any check of the year has one; null when there was no check.
 * `checks` are those that count, whatever their year.
 */
export function planOfYear(
  checks: readonly LocalDate[],
  plans: readonly LocalDate[],
  asAt: LocalDate,
): PlanStanding | null {
  const { first } = financialYearOf(asAt);
  const thisYear = checks.filter((on) => on >= first && on <= asAt);
  if (thisYear.length === 0) return null;
  return thisYear.some((check) => plans.some((plan) => plan <= asAt && isPlanOf(check, plan))) ? 'complete' : 'missing';
}
