/** The mean of a series and the limits within which it varies by chance. */
import { add, compareFractions, type Fraction, fraction, multiply, subtract } from '../../number/fraction.ts';
import { mean } from '../../number/proportion.ts';

export interface XmrLimits {
  readonly mean: Fraction;
  readonly meanRange: Fraction;
  readonly upper: Fraction;
  readonly lower: Fraction;
  readonly upperNear: Fraction;
  readonly lowerNear: Fraction;
}

const LIMIT_FACTOR = fraction(266, 100);
const NEAR_SHARE = fraction(2, 3);
/** A moving range of this many times their mean is beyond chance. */
const SCREEN_FACTOR = fraction(3267, 1000);

/** Mean and limits of a baseline; null without a point. One point has no range: its limits are itself. */
export function limitsOf(baseline: readonly number[], screened: boolean): XmrLimits | null {
  const centre = mean(baseline);
  if (centre === null) return null;
  const ranges = baseline
    .slice(1)
    .map((value, at) => absolute(subtract(fraction(value), fraction(baseline[at] ?? value))));
  const meanRange = meanOf(screened ? withinChance(ranges) : ranges);
  const reach = multiply(LIMIT_FACTOR, meanRange);
  const near = multiply(NEAR_SHARE, reach);
  return {
    mean: centre,
    meanRange,
    upper: add(centre, reach),
    lower: subtract(centre, reach),
    upperNear: add(centre, near),
    lowerNear: subtract(centre, near),
  };
}

/** The ranges without those beyond chance, looked for once. Where nothing varies, nothing is. */
function withinChance(ranges: readonly Fraction[]): readonly Fraction[] {
  const average = meanOf(ranges);
  if (average.numerator === 0n) return ranges;
  const most = multiply(SCREEN_FACTOR, average);
  return ranges.filter((range) => compareFractions(range, most) < 0);
}

function meanOf(values: readonly Fraction[]): Fraction {
  const sum = values.reduce(add, fraction(0));
  return values.length === 0 ? sum : multiply(sum, fraction(1, values.length));
}

function absolute(value: Fraction): Fraction {
  return value.numerator < 0n ? { ...value, numerator: -value.numerator } : value;
}
