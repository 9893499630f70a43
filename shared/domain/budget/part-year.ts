/** What a yearly amount comes to over part of a financial year (domain.md 4, money model). */
import { type FinancialYear, financialYearOf } from '../calendar/financial-year.ts';
import { daysBetween, earliest, type LocalDate, latest } from '../calendar/local-date.ts';
import { add, type Fraction, fraction, roundHalfUp } from '../number/fraction.ts';

/** A yearly amount that held from one day to another, both included. */
export interface YearlyAmount {
  readonly annualPence: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Days of a span that fall in a financial year, both ends included; none when it misses the year. */
export function daysInYear({ from, to }: Pick<YearlyAmount, 'from' | 'to'>, year: FinancialYear): number {
  return Math.max(0, daysBetween(latest(from, year.first), earliest(to, year.last)) + 1);
}

/**
 * The amount for a financial year of some spans that do not overlap: each yearly amount by its days over the days of the
 * year, added up exactly and rounded once, half up to the penny. A whole year is the yearly amount itself.
 */
export function amountForYear(spans: readonly YearlyAmount[], year: FinancialYear): number {
  const whole = spans.reduce<Fraction>(
    (sum, span) => add(sum, fraction(span.annualPence * daysInYear(span, year), year.days)),
    fraction(0, 1),
  );
  return roundHalfUp(whole, 0);
}

/** The amount from one day to another of the same financial year, both included. */
export function partYearPence(annualPence: number, from: LocalDate, to: LocalDate): number {
  return amountForYear([{ annualPence, from, to }], financialYearOf(from));
}
