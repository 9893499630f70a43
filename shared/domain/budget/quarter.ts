/** Quarters of the financial year, and the day on which the national collection of each is due (domain.md 4). */
import type { BankHolidays } from '../calendar/bank-holidays.ts';
import { financialYearOf } from '../calendar/financial-year.ts';
import { addDays, addMonths, type LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';

export interface Quarter {
  /** `Quarter 3 2025-26` */
  readonly label: string;
  readonly yearFirst: LocalDate;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** The quarter that a day is in. */
export function quarterOf(day: LocalDate): Quarter {
  const year = financialYearOf(day);
  const starts = [0, 3, 6, 9].map((months) => addMonths(year.first, months));
  const at = starts.findLastIndex((start) => start <= day);
  const first = starts[at] ?? year.first;
  return {
    label: `Quarter ${at + 1} ${year.label}`,
    yearFirst: year.first,
    first,
    last: addDays(addMonths(first, 3), -1),
  };
}

/** The first working day after a quarter: the day on which its figures are sent. */
export function submissionDay({ last }: Quarter, holidays?: BankHolidays): LocalDate {
  return addWorkingDays(last, 1, holidays);
}
