import { add, divide, type Fraction, fraction, multiply, roundHalfUp } from './fraction.ts';

/** A share as a percentage to 1 decimal place, half up from the exact fraction. Null when there is nothing to share. */
export function percentage(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  return roundHalfUp(multiply(fraction(numerator, denominator), fraction(100)), 1);
}

/** The exact mean of some numbers; null when there are none. */
export function mean(values: readonly number[]): Fraction | null {
  if (values.length === 0) return null;
  return divide(total(values), fraction(values.length));
}

function total(values: readonly number[]): Fraction {
  // Days are whole numbers, and a census adds up a hundred thousand of them: floats are exact as long as all are safe.
  const sum = values.reduce((so, value) => so + value, 0);
  const whole = Number.isSafeInteger(sum) && values.every((value) => Number.isSafeInteger(value) && value >= 0);
  return whole ? fraction(sum) : values.reduce((so, value) => add(so, fraction(value)), fraction(0));
}
