import * as z from 'zod';
import { invalid } from '../error.ts';

/**
 * A day of the civil calendar as people in England name it (Europe/London), written `YYYY-MM-DD`. It has no zone and no
 * time. Years 0001 to 9999. Two of them compare as text.
 */
export type LocalDate = string & z.$brand<'LocalDate'>;

/** Days of the week as ISO 8601 numbers them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Why a text is not a {@link LocalDate}. */
export type LocalDateFault = 'date-format' | 'date-not-real';

const faultText: Readonly<Record<LocalDateFault, string>> = {
  'date-format': 'Write the date as year, month and day, like 2025-05-12',
  'date-not-real': 'This date does not exist: check the month, and how many days that month has',
};

// Dates are taken apart and put together millions of times in a census, so this is integer arithmetic on the ten
// characters (Howard Hinnant's civil calendar algorithms) and no object is made. Tests hold it against Temporal.
const zeroes = 48 * 1111;
const yearOf = (d: string) =>
  d.charCodeAt(0) * 1000 + d.charCodeAt(1) * 100 + d.charCodeAt(2) * 10 + d.charCodeAt(3) - zeroes;
const twoDigits = (d: string, at: number) => d.charCodeAt(at) * 10 + d.charCodeAt(at + 1) - 528;

const firstEpochDay = -719_162; // 0001-01-01
const lastEpochDay = 2_932_896; // 9999-12-31

/** Whether a year of the Gregorian calendar has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month has. `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** What is wrong with a text as a date, or nothing. */
export function localDateFault(text: string): LocalDateFault | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return 'date-format';
  for (let at = 0; at < 10; at += 1) {
    const code = text.charCodeAt(at);
    if (at !== 4 && at !== 7 && (code < 48 || code > 57)) return 'date-format';
  }
  const year = yearOf(text);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const real = year > 0 && month > 0 && month < 13 && day > 0 && day <= daysInMonth(year, month);
  return real ? undefined : 'date-not-real';
}

/** Whether a text is a {@link LocalDate}: ten characters, and a day that exists. */
export function isLocalDate(text: string): text is LocalDate {
  return localDateFault(text) === undefined;
}

/**
 * A stored or sent date. Refuses 30 February and every other day that does not exist with a plain message, and never
 * repeats what was sent.
 */
export const localDateSchema = z
  .string()
  .superRefine((text, context) => {
    const fault = localDateFault(text);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: faultText[fault], params: { code: fault } });
  })
  .meta({ format: 'date', description: 'A day in England, YYYY-MM-DD', examples: ['2025-05-12'] })
  .brand<'LocalDate'>();

/** A date from its text. Throws `invalid` (`date-format` or `date-not-real`). */
export function localDate(text: string): LocalDate {
  const fault = localDateFault(text);
  if (fault !== undefined) throw invalid(fault, faultText[fault]);
  return text as LocalDate;
}

/** Year, month (1 to 12) and day of the month of a date. */
export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  return { year: yearOf(date), month: twoDigits(date, 5), day: twoDigits(date, 8) };
}

const pad = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** A date from numbers; undefined when there is no such day. */
export function dateOfParts(year: number, month: number, day: number): LocalDate | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  return day > daysInMonth(year, month) ? undefined : write(year, month, day);
}

function write(year: number, month: number, day: number): LocalDate {
  const century = pad[Math.trunc(year / 100)];
  return `${century}${pad[year % 100]}-${pad[month]}-${pad[day]}` as LocalDate;
}

/** Days from 1970-01-01, which is day 0, to this date. */
export function epochDayOf(date: LocalDate): number {
  const month = twoDigits(date, 5);
  const year = month > 2 ? yearOf(date) : yearOf(date) - 1; // a year that begins in March puts 29 February last
  const era = (year / 400) | 0;
  const yearOfEra = year - era * 400;
  const dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + twoDigits(date, 8) - 1;
  return era * 146_097 + yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear - 719_468;
}

/** The date that many days after 1970-01-01. Throws a `RangeError` outside years 0001 to 9999 or off a whole day. */
export function dateOfEpochDay(epochDay: number): LocalDate {
  if (!Number.isInteger(epochDay) || epochDay < firstEpochDay || epochDay > lastEpochDay) {
    throw new RangeError('The day is outside the years 0001 to 9999, or not a whole number');
  }
  const shifted = epochDay + 719_468;
  const era = (shifted / 146_097) | 0;
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra =
    ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const shiftedMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return write(
    yearOfEra + era * 400 + (month < 3 ? 1 : 0),
    month,
    dayOfYear - (((153 * shiftedMonth + 2) / 5) | 0) + 1,
  );
}

/** Elapsed days from one date to another: the first is day 0, and the answer is negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** The date a number of days on (back when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** The date a number of weeks on (back when negative). */
export function addWeeks(date: LocalDate, weeks: number): LocalDate {
  return addDays(date, 7 * weeks);
}

/**
 * The same day of the month a number of months on (back when negative), or the last day of that month when it is too
 * short: 31 January and one month is 28 February. Throws a `RangeError` outside years 0001 to 9999.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + twoDigits(date, 5) - 1 + months;
  const year = Math.floor(index / 12);
  if (!Number.isInteger(index) || year < 1 || year > 9999) {
    throw new RangeError('The month is outside the years 0001 to 9999, or not a whole number');
  }
  const month = index - year * 12 + 1;
  return write(year, month, Math.min(twoDigits(date, 8), daysInMonth(year, month)));
}

/** The last day of the month a date is in. */
export function endOfMonth(date: LocalDate): LocalDate {
  const { year, month } = partsOf(date);
  return write(year, month, daysInMonth(year, month));
}

/** The day of the week of a date. */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfEpochDay(epochDayOf(date));
}

/** The day of the week of a day counted from 1970-01-01, which was a Thursday. */
export function weekdayOfEpochDay(epochDay: number): Weekday {
  return (((((epochDay + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Negative, zero or positive as `a` is before, on or after `b`: for `sort`. */
export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first of some dates. */
export function earliest(first: LocalDate, ...rest: readonly LocalDate[]): LocalDate {
  return rest.reduce((least, date) => (compareDates(date, least) < 0 ? date : least), first);
}

/** The last of some dates. */
export function latest(first: LocalDate, ...rest: readonly LocalDate[]): LocalDate {
  return rest.reduce((most, date) => (compareDates(date, most) > 0 ? date : most), first);
}
