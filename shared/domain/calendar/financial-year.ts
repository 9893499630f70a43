import { addDays, daysBetween, type LocalDate, localDate, partsOf } from './local-date.ts';

/** A year of public money: 1 April to 31 March. */
export type FinancialYear = {
  /** The calendar year it starts in. */
  readonly startYear: number;
  /** `2025-26` */
  readonly label: string;
  /** 1 April */
  readonly first: LocalDate;
  /** 31 March */
  readonly last: LocalDate;
  /** 366 when 29 February falls in it, else 365. */
  readonly days: number;
};

/** The financial year a date is in. */
export function financialYearOf(date: LocalDate): FinancialYear {
  const { year, month } = partsOf(date);
  const startYear = month < 4 ? year - 1 : year;
  const four = (number: number) => String(number).padStart(4, '0');
  const first = localDate(`${four(startYear)}-04-01`);
  const last = localDate(`${four(startYear + 1)}-03-31`);
  const label = `${startYear}-${four(startYear + 1).slice(2)}`;
  return { startYear, label, first, last, days: daysBetween(first, last) + 1 };
}

/** Every financial year from that of one day to that of another. */
export function financialYears(from: LocalDate, to: LocalDate): readonly FinancialYear[] {
  const years = [financialYearOf(from)];
  for (let last = years[0]; last !== undefined && last.last < to; last = years.at(-1))
    years.push(financialYearOf(addDays(last.last, 1)));
  return years;
}
