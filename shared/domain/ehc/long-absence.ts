/** Absence from the area, as an exception: the part inside a span counts, and nothing outside it (reading 33 of domain.md 12b). */
import { daysBetween, earliest, type LocalDate, latest } from '../calendar/local-date.ts';
import type { EhcRuleSet } from './rule-set.ts';

/** Away from the area, from the day of leaving to the day of return; null while still away. */
export interface Absence {
  readonly leftOn: LocalDate;
  readonly returnedOn: LocalDate | null;
}

/** The first and the last day of a limit. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days of an absence inside a span: from the later of departure and its first day to the earlier of return and its last. */
export function absentDays({ leftOn, returnedOn }: Absence, span: Span, asAt: LocalDate): number {
  const from = latest(leftOn, span.from);
  const to = earliest(returnedOn ?? asAt, span.to);
  return Math.max(0, daysBetween(from, to));
}

/** Whether an absence is long enough to be an exception inside a span. */
export function isLongAbsence(absence: Absence, span: Span, asAt: LocalDate, { longDays }: EhcRuleSet): boolean {
  return absentDays(absence, span, asAt) >= longDays;
}
