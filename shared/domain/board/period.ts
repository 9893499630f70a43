/** What a board pack is of: a calendar month, `2026-10`, or a quarter of the financial year by the year it begins in, `2026-Q3`. */
import * as z from 'zod';
import { formatDate } from '../calendar/format-date.ts';
import { addMonths, endOfMonth, type LocalDate, localDate } from '../calendar/local-date.ts';

export const periodSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/, 'Use a month such as 2026-10, or a quarter such as 2026-Q3');

export interface Period {
  readonly code: string;
  /** `October 2026`, `Quarter 3 of 2026-27`. */
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The months that it is made of, in order. */
  readonly months: readonly [string, ...string[]];
}

/** @param code as {@link periodSchema} takes it. */
export function periodOf(code: string): Period {
  const year = Number(code.slice(0, 4));
  const quarter = /Q([1-4])$/.exec(code)?.[1];
  const from =
    quarter === undefined
      ? localDate(`${code}-01`)
      : addMonths(localDate(`${code.slice(0, 4)}-04-01`), (Number(quarter) - 1) * 3);
  const [first, ...others] = [0, 1, 2].slice(0, quarter === undefined ? 1 : 3).map((n) => monthOf(addMonths(from, n)));
  const months: Period['months'] = [first ?? code, ...others];
  const name =
    quarter === undefined
      ? formatDate(from).replace(/^1 /, '')
      : `Quarter ${quarter} of ${year}-${String(year + 1).slice(2)}`;
  return { code, name, from, to: endOfMonth(addMonths(from, months.length - 1)), months };
}

/** The month and the quarter that a day is in, and those before it. */
export function periodsUntil(today: LocalDate, months: number): readonly Period[] {
  const ago = (n: number) => addMonths(localDate(`${monthOf(today)}-01`), -n);
  const codes = Array.from({ length: months }, (_, n) => [monthOf(ago(n)), quarterCode(ago(n))]).flat();
  return [...new Set(codes)].map(periodOf);
}

function quarterCode(day: LocalDate): string {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month < 4 ? 1 : 0);
  return `${year}-Q${Math.floor(((month + 8) % 12) / 3) + 1}`;
}

function monthOf(day: LocalDate): string {
  return day.slice(0, 7);
}
