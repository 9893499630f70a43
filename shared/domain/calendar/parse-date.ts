import { monthNames } from './format-date.ts';
import { dateOfParts, type LocalDate } from './local-date.ts';

/** Why a written date was not understood. */
export type DateFault = 'blank' | 'format' | 'two-digit-year' | 'no-such-month' | 'no-such-day';

/** A date that was understood, or why it was not. */
export type ParsedDate = { readonly date: LocalDate } | { readonly fault: DateFault };

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayFirst = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const namedMonth = /^(\d{1,2})([ -])([A-Za-z]+)\2(\d{4})$/;
const shortYear = /^\d{1,2}([/. -])(?:\d{1,2}|[A-Za-z]+)\1\d{2}$/;

const monthNumbers = new Map<string, number>(
  monthNames.flatMap((name, index) => [
    [name.toLowerCase(), index + 1],
    [name.slice(0, 3).toLowerCase(), index + 1],
  ]),
);
monthNumbers.set('sept', 9);

/**
 * Reads a date as extracts and people in England write it: `2026-04-08`, day first `08/04/2026` (or with `-` or `.`),
 * and `08-Apr-2026` or `8 April 2026`. Space around it is ignored. Nothing is guessed: a year of two digits, a month
 * first or a time behind the date is a fault.
 */
export function parseDate(text: string): ParsedDate {
  const written = text.trim();
  if (written === '') return { fault: 'blank' };
  const year = iso.exec(written);
  if (year) return real(Number(year[1]), Number(year[2]), Number(year[3]));
  const day = dayFirst.exec(written);
  if (day) return real(Number(day[4]), Number(day[3]), Number(day[1]));
  const named = namedMonth.exec(written);
  if (named) return real(Number(named[4]), monthNumbers.get((named[3] ?? '').toLowerCase()) ?? 0, Number(named[1]));
  return { fault: shortYear.test(written) ? 'two-digit-year' : 'format' };
}

function real(year: number, month: number, day: number): ParsedDate {
  if (month < 1 || month > 12) return { fault: 'no-such-month' };
  const date = dateOfParts(year, month, day);
  return date === undefined ? { fault: 'no-such-day' } : { date };
}

/** What to do about each fault, in one plain sentence that repeats nothing of what was written. */
export const dateFaultText: Readonly<Record<DateFault, string>> = {
  blank: 'Give a date',
  format: 'Write the date like 08/04/2026, 2026-04-08 or 08-Apr-2026',
  'two-digit-year': 'Write the year with four digits',
  'no-such-month': 'There is no such month: write the day first, then the month',
  'no-such-day': 'That month does not have that many days',
};
