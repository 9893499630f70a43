/** One figure alone under a rule of small numbers: what it may be shown as. What several tell together is for release-*.ts. */
import { type Fraction, fraction, multiply, roundHalfUp, subtract } from '../../number/fraction.ts';
import { type Figure, HIDDEN } from '../figure.ts';
import { isProtected, leastTold, roundedCount, type SuppressionRule } from './rule.ts';

/** A count as it may be shown: hidden, or rounded. */
export function suppressedCount(count: number, rule: SuppressionRule): Figure {
  return isProtected(count, rule) ? HIDDEN : roundedCount(count, rule);
}

/**
 * A share as it may be shown: hidden where either side is small, otherwise a whole per cent of the true counts. Null where
 * there is nobody to share among, which under a rule that tells nought is no secret.
 */
export function suppressedPercent(numerator: number, denominator: number, rule: SuppressionRule): Figure {
  if (denominator === 0) return isProtected(0, rule) ? HIDDEN : null;
  if (isProtected(numerator, rule) || isProtected(denominator, rule)) return HIDDEN;
  return roundHalfUp(multiply(fraction(numerator, denominator), fraction(100)), 0);
}

/** A median or percentile as it may be shown: hidden where few stand behind it, otherwise a whole number. */
export function suppressedStatistic(value: Fraction | null, behind: number, rule: SuppressionRule): Figure {
  if (value === null) return isProtected(0, rule) ? HIDDEN : null;
  return isProtected(behind, rule) || behind < leastTold(rule) ? HIDDEN : roundHalfUp(value, 0);
}

/** A difference of two shares as it may be shown: hidden if either is. */
export function suppressedDifference(
  a: { readonly numerator: number; readonly denominator: number },
  b: { readonly numerator: number; readonly denominator: number },
  rule: SuppressionRule,
): Figure {
  const hidden = [a, b].some(({ numerator, denominator }) =>
    [numerator, denominator].some((side) => isProtected(side, rule)),
  );
  if (hidden) return HIDDEN;
  if (a.denominator === 0 || b.denominator === 0) return null;
  const apart = subtract(fraction(a.numerator * 100, a.denominator), fraction(b.numerator * 100, b.denominator));
  return roundHalfUp(apart, 0);
}
