import { describe, expect, it } from 'vitest';
import {
  suppressedCount,
  suppressedDifference,
  suppressedPercent,
  suppressedStatistic,
} from '../../../shared/domain/indicator/suppression/cell.ts';
import { suppressionRules } from '../../../shared/domain/indicator/suppression/rule.ts';
import { fraction } from '../../../shared/domain/number/fraction.ts';

const under5 = suppressionRules['under-5'];
const hes = suppressionRules['1-to-7'];

describe('counts', () => {
  it.each([
    [0, '*'],
    [4, '*'],
    [5, 5],
    [7, 5],
    [8, 10],
    [12, 10],
    [13, 15],
    [254, 255],
  ])('I2-08: %i is shown as %s', (count, shown) => {
    expect(suppressedCount(count, under5)).toBe(shown);
  });

  it.each([
    [0, 0],
    [1, '*'],
    [7, '*'],
    [8, 10],
    [12, 10],
    [13, 15],
  ])('by the rule of 1 to 7, %i is shown as %s', (count, shown) => {
    expect(suppressedCount(count, hes)).toBe(shown);
  });
});

describe('shares', () => {
  it.each([
    [4, 61, '*'],
    [5, 61, 8],
    [3, 4, '*'],
    [61, 61, 100],
    [0, 0, '*'],
  ])('I2-09: %i of %i is shown as %s', (numerator, denominator, shown) => {
    expect(suppressedPercent(numerator, denominator, under5)).toBe(shown);
  });

  it('by the rule of 1 to 7, nought of many is nought and nought of nobody is nothing', () => {
    expect(suppressedPercent(0, 40, hes)).toBe(0);
    expect(suppressedPercent(0, 0, hes)).toBeNull();
    expect(suppressedPercent(7, 40, hes)).toBe('*');
  });
});

describe('statistics and differences', () => {
  it('tell nothing of fewer than five, and otherwise a whole number', () => {
    expect(suppressedStatistic(fraction(731, 10), 4, under5)).toBe('*');
    expect(suppressedStatistic(fraction(731, 10), 5, under5)).toBe(73);
    expect(suppressedStatistic(null, 0, under5)).toBe('*');
    expect(suppressedStatistic(null, 0, hes)).toBeNull();
  });

  it('are hidden if the numerator of either group is, and otherwise round the true difference', () => {
    const of = (numerator: number, denominator: number) => ({ numerator, denominator });
    expect(suppressedDifference(of(4, 40), of(20, 40), under5)).toBe('*');
    expect(suppressedDifference(of(20, 40), of(4, 40), under5)).toBe('*');
    expect(suppressedDifference(of(10, 40), of(31, 62), under5)).toBe(-25);
    expect(suppressedDifference(of(205, 1000), of(200, 1000), under5)).toBe(1);
    expect(suppressedDifference(of(200, 1000), of(205, 1000), under5)).toBe(-1);
    expect(suppressedDifference(of(0, 0), of(20, 40), hes)).toBeNull();
  });
});
