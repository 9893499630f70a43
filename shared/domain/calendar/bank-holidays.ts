import { unavailable } from '../error.ts';
import { type LocalDate, partsOf } from './local-date.ts';

/**
 * The bank holidays of some whole years. Data, never a formula: one-off holidays happen. A new list gets a new version,
 * and open due dates that are counted in working days are worked out again when it changes.
 */
export type BankHolidays = {
  /** Stamped on what is computed from the list. */
  readonly version: string;
  readonly source: string;
  /** The first and last year that the list knows whole. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly dates: readonly LocalDate[];
};

const published: Readonly<Record<number, readonly string[]>> = {
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2028: ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
};

/** England and Wales, 2024 to 2028, as GOV.UK publishes them. */
export const englandAndWales: BankHolidays = {
  version: 'england-and-wales-2024-2028',
  source: 'GOV.UK bank holidays, England and Wales',
  firstYear: 2024,
  lastYear: 2028,
  dates: Object.entries(published).flatMap(([year, days]) => days.map((day) => `${year}-${day}` as LocalDate)),
};

/** Whether the list knows the year of a date. */
export function knowsYearOf(holidays: BankHolidays, date: LocalDate): boolean {
  const { year } = partsOf(date);
  return year >= holidays.firstYear && year <= holidays.lastYear;
}

/**
 * The failure of a computation that leaves the years of the list, before the first or past the last. A wrong due date
 * would be worse than none.
 */
export function unknownBankHolidays(holidays: BankHolidays) {
  const { firstYear, lastYear, version } = holidays;
  return unavailable('bank-holidays-unknown', `Bank holidays are known only from ${firstYear} to ${lastYear}`, {
    firstYear,
    lastYear,
    version,
  });
}
