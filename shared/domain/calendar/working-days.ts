import { type BankHolidays, englandAndWales, unknownBankHolidays } from './bank-holidays.ts';
import { dateOfEpochDay, epochDayOf, type LocalDate, localDate, weekdayOfEpochDay } from './local-date.ts';

type WorkingCalendar = {
  firstDay: number;
  /** For each day of the list's years: how many working days there are up to and with that day. */
  upTo: Int32Array;
  /** The working days in order, as days from 1970. */
  days: Int32Array;
};

// A list covers a few years, so one pass answers every later question with two look-ups.
const calendars = new WeakMap<BankHolidays, WorkingCalendar>();

function calendarOf(holidays: BankHolidays): WorkingCalendar {
  const known = calendars.get(holidays);
  if (known !== undefined) return known;
  const off = new Set(holidays.dates.map(epochDayOf));
  const firstDay = epochDayOf(localDate(`${holidays.firstYear}-01-01`));
  const lastDay = epochDayOf(localDate(`${holidays.lastYear}-12-31`));
  const upTo = new Int32Array(lastDay - firstDay + 1);
  const days: number[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (weekdayOfEpochDay(day) <= 5 && !off.has(day)) days.push(day);
    upTo[day - firstDay] = days.length;
  }
  const fresh = { firstDay, upTo, days: Int32Array.from(days) };
  calendars.set(holidays, fresh);
  return fresh;
}

function countUpTo(date: LocalDate, holidays: BankHolidays): number {
  const { firstDay, upTo } = calendarOf(holidays);
  const count = upTo[epochDayOf(date) - firstDay];
  if (count === undefined) throw unknownBankHolidays(holidays);
  return count;
}

/**
 * The Nth working day after a date: the start is day 0, whatever day of the week it is, and Monday to Friday that are
 * not bank holidays count. With 0 it is the start itself. Throws `unavailable` (`bank-holidays-unknown`) when the start
 * or the answer is outside the years of the list, and a `RangeError` for less than 0 or a part of a day.
 */
export function addWorkingDays(start: LocalDate, count: number, holidays: BankHolidays = englandAndWales): LocalDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('Working days are counted in whole numbers from 0');
  const before = countUpTo(start, holidays);
  if (count === 0) return start;
  const day = calendarOf(holidays).days[before + count - 1];
  if (day === undefined) throw unknownBankHolidays(holidays);
  return dateOfEpochDay(day);
}

/**
 * How many working days after a start a date is: 0 on the start, and the number of the last working day reached when
 * the date is not one itself. Negative when the date is earlier. Two dates can have one number, so lateness compares
 * dates, never these. Throws `unavailable` (`bank-holidays-unknown`) outside the years of the list.
 */
export function workingDayNumber(start: LocalDate, date: LocalDate, holidays: BankHolidays = englandAndWales): number {
  return countUpTo(date, holidays) - countUpTo(start, holidays);
}

/** Whether a date is Monday to Friday and no bank holiday. Throws as {@link workingDayNumber} does. */
export function isWorkingDay(date: LocalDate, holidays: BankHolidays = englandAndWales): boolean {
  const count = countUpTo(date, holidays);
  return calendarOf(holidays).days[count - 1] === epochDayOf(date);
}
