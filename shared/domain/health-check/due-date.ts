/** When the next check is due: a year after the last one, or by the end of the first financial year (domain.md 3). */
import { financialYearOf } from '../calendar/financial-year.ts';
import { addDays, addMonths, daysBetween, type LocalDate, latest } from '../calendar/local-date.ts';
import { eligibleFrom } from './eligibility.ts';
import type { Tracked } from './tracked.ts';

/** Somebody who becomes eligible late in a financial year has at least this many days for the first check. */
export const fewestDaysForFirst = 90;

/** The checks that count on a day, earliest first: those from the day somebody became eligible up to that day. */
export function countedChecks(
  tracked: Pick<Tracked, 'birthDate' | 'registerFrom' | 'checks'>,
  asAt: LocalDate,
): readonly LocalDate[] {
  const from = eligibleFrom(tracked);
  return tracked.checks.filter((on) => on >= from && on <= asAt).toSorted();
}

/** A due date with the day that it was worked out from: the last check, or the day somebody became eligible. */
export interface NextCheck {
  readonly start: LocalDate;
  readonly due: LocalDate;
}

/** The next check as known on a day. */
export function nextCheck(tracked: Pick<Tracked, 'birthDate' | 'registerFrom' | 'checks'>, asAt: LocalDate): NextCheck {
  const last = countedChecks(tracked, asAt).at(-1);
  if (last !== undefined) return { start: last, due: addMonths(last, 12) };
  const start = eligibleFrom(tracked);
  const yearEnd = financialYearOf(start).last;
  const isLate = daysBetween(start, yearEnd) < fewestDaysForFirst;
  return { start, due: isLate ? addDays(start, fewestDaysForFirst) : yearEnd };
}

/** The first day on which a check that was declined is offered again: the start of the next financial year. */
export function reofferFrom(declinedOn: LocalDate): LocalDate {
  return addDays(financialYearOf(declinedOn).last, 1);
}

/** The last decline known on a day that no check of its own financial year, or of a later one, outranks. */
export function standingDecline(
  tracked: Pick<Tracked, 'birthDate' | 'registerFrom' | 'checks' | 'declines'>,
  asAt: LocalDate,
): LocalDate | undefined {
  const [first, ...rest] = tracked.declines.filter((on) => on <= asAt);
  if (first === undefined) return undefined;
  const declined = latest(first, ...rest);
  const lastCheck = countedChecks(tracked, asAt).at(-1);
  return lastCheck !== undefined && lastCheck >= financialYearOf(declined).first ? undefined : declined;
}
