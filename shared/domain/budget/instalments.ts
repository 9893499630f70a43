/** How an amount is divided over payments, and on which days they fall (domain.md 4, money model). */
import { addMonths, addWeeks, type LocalDate } from '../calendar/local-date.ts';

/** How often a payment is made. */
export const paymentRhythms = ['once', 'weekly', 'four-weekly', 'monthly', 'quarterly'] as const;
export type PaymentRhythm = (typeof paymentRhythms)[number];

/**
 * An amount in a number of payments as equal as pence allow: the first ones get a penny more, and the sum is exact.
 * Throws a `RangeError` unless both are whole and there is at least one payment.
 */
export function instalments(pence: number, count: number): readonly number[] {
  if (!Number.isSafeInteger(pence) || pence < 0 || !Number.isSafeInteger(count) || count < 1)
    throw new RangeError('Instalments are of whole pence, and there is at least one');
  const base = Math.floor(pence / count);
  const more = pence - base * count;
  return Array.from({ length: count }, (_, index) => (index < more ? base + 1 : base));
}

/** The days on which payments fall, from the first one to a last day, both included. Counted from the first, so that 31 January comes back to the 31st in March. */
export function paymentDays(rhythm: PaymentRhythm, first: LocalDate, last: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let index = 0; ; index += 1) {
    const day = payday(rhythm, first, index);
    if (day === undefined || day > last) return days;
    days.push(day);
  }
}

function payday(rhythm: PaymentRhythm, first: LocalDate, index: number): LocalDate | undefined {
  switch (rhythm) {
    case 'once':
      return index === 0 ? first : undefined;
    case 'weekly':
      return addWeeks(first, index);
    case 'four-weekly':
      return addWeeks(first, 4 * index);
    case 'monthly':
      return addMonths(first, index);
    case 'quarterly':
      return addMonths(first, 3 * index);
  }
}
