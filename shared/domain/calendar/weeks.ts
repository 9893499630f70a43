import { addDays, type LocalDate } from './local-date.ts';

/** Whole weeks in a number of days, rounded down: how one person's wait is shown. */
export function wholeWeeks(days: number): number {
  return Math.floor(days / 7);
}

/** A wait of some days in words: `16 weeks 0 days`, `1 week 1 day`. Days are whole and not negative. */
export function weeksAndDays(days: number): string {
  const weeks = wholeWeeks(days);
  return `${counted(weeks, 'week')} ${counted(days - 7 * weeks, 'day')}`;
}

/** A number with its noun: `1 day`, `126 days`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Whether a wait is within a number of weeks: 126 days are within 18 weeks, 127 are not. */
export function withinWeeks(days: number, weeks: number): boolean {
  return days <= 7 * weeks;
}

/** The last day on which a limit counted in days is kept: the start is day 0. */
export function lastCompliantDay(start: LocalDate, limitDays: number): LocalDate {
  return addDays(start, limitDays);
}

/** The first day on which a limit counted in days is broken. */
export function firstBreachDay(start: LocalDate, limitDays: number): LocalDate {
  return addDays(start, limitDays + 1);
}
