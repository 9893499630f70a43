import { add, divide, type Fraction, fraction, multiply, subtract } from './fraction.ts';

/**
 * The percentile of some numbers, exactly: linear interpolation between order statistics at position (n - 1)p, which
 * is type 7, the method behind the national mental health figures. `percent` is 0 to 100 (50 is the median). Null when
 * there are no numbers. The order of the numbers does not matter and they are left as they are.
 */
export function percentile(values: readonly number[], percent: number): Fraction | null {
  checkPercent(percent);
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const position = multiply(fraction(values.length - 1), fraction(percent, 100));
  const below = position.numerator / position.denominator;
  const lower = fraction(sorted[Number(below)] ?? Number.NaN);
  const part = subtract(position, fraction(below));
  if (part.numerator === 0n) return lower;
  const upper = fraction(sorted[Number(below) + 1] ?? Number.NaN);
  return add(lower, multiply(part, subtract(upper, lower)));
}

/** A percentile of weekly bands: weeks, or the open top band, of which only the lower end is known. */
export type BandedPercentile = { readonly weeks: Fraction } | { readonly over: number };

/**
 * The percentile that national referral-to-treatment figures print. `counts[k]` is how many wait more than k and up to
 * k + 1 weeks; with `openFrom`, `counts[openFrom]` is everybody above that many weeks, and is the last. In the first
 * band whose cumulative count reaches rank pN, the value is `k + (pN - before) / count` weeks; in the open band it is
 * only "over `openFrom`". `percent` is above 0, to 100. Null when nobody waits.
 */
export function bandedPercentile(
  counts: readonly number[],
  percent: number,
  openFrom?: number,
): BandedPercentile | null {
  checkPercent(percent);
  if (percent === 0) throw new RangeError('A percentile of bands is above 0');
  if (openFrom !== undefined && counts.length > openFrom + 1) throw new RangeError('The open band is the last');
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rank = multiply(fraction(total), fraction(percent, 100));
  let before = 0;
  for (const [week, count] of counts.entries()) {
    const within = subtract(rank, fraction(before));
    if (count > 0 && subtract(fraction(count), within).numerator >= 0n) {
      if (week === openFrom) return { over: openFrom };
      return { weeks: add(fraction(week), divide(within, fraction(count))) };
    }
    before += count;
  }
  return null;
}

function checkPercent(percent: number): void {
  if (!(percent >= 0 && percent <= 100)) throw new RangeError('A percentile is between 0 and 100');
}
