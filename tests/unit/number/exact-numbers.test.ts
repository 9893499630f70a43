import { describe, expect, it } from 'vitest';
import {
  add,
  compareFractions,
  divide,
  formatRounded,
  fraction,
  multiply,
  roundHalfUp,
  subtract,
  toNumber,
} from '../../../shared/domain/number/fraction.ts';
import { mean, percentage } from '../../../shared/domain/number/proportion.ts';

describe('Rounding half up from exact fractions', () => {
  it.each([
    [fraction(-0.716), 2, -0.72, '-0.72'],
    [fraction(-0.05), 1, -0.1, '-0.1'],
    [fraction(-0.04), 1, 0, '0.0'],
    [fraction(1.005), 2, 1.01, '1.01'],
    [fraction(0.285), 2, 0.29, '0.29'],
    [fraction(2.5), 0, 3, '3'],
    [fraction(-2.5), 0, -3, '-3'],
    [fraction(0), 1, 0, '0.0'],
    [fraction(2, 3), 4, 0.6667, '0.6667'],
    [fraction(105), 1, 105, '105.0'],
    [fraction(211, 14), 1, 15.1, '15.1'],
    [fraction(1, 20), 1, 0.1, '0.1'],
    [fraction(1e21), 0, 1e21, '1000000000000000000000'],
    [fraction(1e-7), 7, 1e-7, '0.0000001'],
  ])('%o at %i places is %d, written %s', (value, places, number, text) => {
    expect(roundHalfUp(value, places)).toBe(number);
    expect(Object.is(roundHalfUp(value, places), -0)).toBe(false);
    expect(formatRounded(value, places)).toBe(text);
  });

  it('computes exactly where floats do not', () => {
    expect(add(fraction(0.1), fraction(0.2))).toEqual(fraction(0.3));
    expect(subtract(fraction(1, 2), fraction(1, 3))).toEqual(fraction(1, 6));
    expect(multiply(fraction(2, 3), fraction(-3, 4))).toEqual(fraction(-1, 2));
    expect(divide(fraction(1, 2), fraction(-1, 4))).toEqual({ numerator: -2n, denominator: 1n });
    expect(compareFractions(fraction(1, 3), fraction(33, 100))).toBeGreaterThan(0);
    expect(compareFractions(fraction(-1, 3), fraction(1, -3))).toBe(0);
    expect(compareFractions(fraction(-1), fraction(0))).toBeLessThan(0);
  });

  it('gives the nearest number, also of parts too large for one', () => {
    expect(toNumber(fraction(1, 3))).toBe(1 / 3);
    expect(toNumber(fraction(10n ** 30n, 3n * 10n ** 29n))).toBe(10 / 3);
  });

  it('refuses what is not a finite number, and dividing by 0', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => fraction(value)).toThrow(RangeError);
    expect(() => fraction(1, 0)).toThrow(RangeError);
    expect(() => divide(fraction(1), fraction(0))).toThrow(RangeError);
  });
});

describe('Percentages and means', () => {
  it.each([
    [7, 12, 58.3],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 8, 12.5],
    [57, 104, 54.8],
    [1, 2000, 0.1],
    [1, 2001, 0],
    [12, 12, 100],
    [0, 12, 0],
  ])('%i of %i is %d%%', (numerator, denominator, expected) => {
    expect(percentage(numerator, denominator)).toBe(expected);
  });

  it('I2-07 20 of 200 is 10.0%', () => {
    expect(percentage(15 + 5, 180 + 15 + 5)).toBe(10);
  });

  it('I2-10 70 and 12 of 100 answers', () => {
    expect([percentage(40 + 30, 100), percentage(8 + 4, 100)]).toEqual([70, 12]);
  });

  it('I2-11 the mean change of three goals is 2.67', () => {
    const changes = mean([4, 1, 3]);
    expect(changes === null ? null : roundHalfUp(changes, 2)).toBe(2.67);
  });

  it('means of decimals and of numbers below 0 are exact too', () => {
    expect(mean([0.1, 0.2, 0.3])).toEqual(fraction(1, 5));
    expect(mean([-5, 2])).toEqual(fraction(-3, 2));
    expect(mean([Number.MAX_SAFE_INTEGER, 3])).toEqual(fraction(2n ** 53n + 2n, 2n));
  });

  it('I2-04 there is no percentage and no mean of nothing', () => {
    expect([percentage(0, 0), mean([])]).toEqual([null, null]);
  });
});
