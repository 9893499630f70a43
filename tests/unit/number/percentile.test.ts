import { describe, expect, it } from 'vitest';
import { divide, fraction, roundHalfUp, toNumber } from '../../../shared/domain/number/fraction.ts';
import { bandedPercentile, percentile } from '../../../shared/domain/number/percentile.ts';

const days = (values: number[], percent: number) => {
  const exact = percentile(values, percent);
  return exact === null ? null : { days: toNumber(exact), weeks: roundHalfUp(divide(exact, fraction(7)), 1) };
};
const weeks = (counts: number[], percent: number, openFrom?: number) => {
  const found = bandedPercentile(counts, percent, openFrom);
  if (found === null) return null;
  return 'over' in found ? `${found.over}+` : [roundHalfUp(found.weeks, 4), roundHalfUp(found.weeks, 1)];
};

describe('Percentiles, type 7', () => {
  const open = [3, 12, 27, 60, 84, 85, 126, 127, 200, 364, 365, 740];

  it.each([
    [50, 105.5, 15.1],
    [92, 410, 58.6],
    [95, 533.75, 76.3],
  ])('I2-02 the %ith of the open list is %d days, %d weeks', (percent, inDays, inWeeks) => {
    expect(days(open, percent)).toEqual({ days: inDays, weeks: inWeeks });
  });

  it.each([
    [25, 10.25, 1.5],
    [50, 45.5, 6.5],
    [90, 150.8, 21.5],
    [92, 193.64, 27.7],
    [95, 257.9, 36.8],
    [0, 5, 0.7],
    [100, 365, 52.1],
  ])('the %ith of ten others is %d days, %d weeks', (percent, inDays, inWeeks) => {
    expect(days([127, 5, 365, 14, 9, 5, 100, 61, 30, 127], percent)).toEqual({ days: inDays, weeks: inWeeks });
  });

  it('of one number is that number, and of numbers below 0 and decimals is exact', () => {
    expect(percentile([91], 92)).toEqual(fraction(91));
    expect(percentile([-1, -10], 50)).toEqual(fraction(-11, 2));
    expect(percentile([0.1, 0.2, 0.4], 75)).toEqual(fraction(0.3));
    expect(percentile([1, 2], 97.5)).toEqual(fraction(1.975));
  });

  it('I2-04 of nothing is null', () => {
    expect(percentile([], 50)).toBeNull();
    expect(bandedPercentile([], 50)).toBeNull();
    expect(bandedPercentile([0, 0, 0], 92)).toBeNull();
  });

  it('leaves its input as it was and refuses what is not a percentage', () => {
    const values = [3, 1, 2];
    percentile(values, 50);
    expect(values).toEqual([3, 1, 2]);
    for (const percent of [-1, 101, Number.NaN]) expect(() => percentile(values, percent)).toThrow(RangeError);
    expect(() => percentile([1, Number.NaN], 50)).toThrow(RangeError);
  });
});

describe('Percentiles of weekly bands', () => {
  it.each([
    [50, 2.6667, 2.7],
    [92, 4.4667, 4.5],
    [95, 4.6667, 4.7],
  ])('I2-03 the %ith of 10, 20, 30, 25 and 15 is %d weeks, printed %d', (percent, exact, printed) => {
    expect(weeks([10, 20, 30, 25, 15], percent)).toEqual([exact, printed]);
  });

  it.each([
    [[4, 0, 6, 10], 50, 3, 3],
    [[4, 0, 6, 10], 92, 3.84, 3.8],
    [[7, 3, 11, 2, 9, 1], 50, 2.5909, 2.6],
    [[7, 3, 11, 2, 9, 1], 92, 4.8178, 4.8],
    [[7, 3, 11, 2, 9, 1], 95, 4.9278, 4.9],
  ])('of %j the %ith is %d weeks, printed %d', (counts, percent, exact, printed) => {
    expect(weeks(counts, percent)).toEqual([exact, printed]);
  });

  it('a rank exactly at a boundary before an empty band is at that boundary', () => {
    expect(weeks([50, 0, 0, 50], 50)).toEqual([1, 1]);
  });

  it('in the open top band only its lower end is known', () => {
    const counts = [...Array<number>(104).fill(1), 96];
    expect(weeks(counts, 95, 104)).toBe('104+');
    expect(weeks(counts, 52, 104)).toEqual([104, 104]);
  });

  it('refuses bands above the open one, and the percentile 0', () => {
    expect(() => bandedPercentile([1, 1, 1], 50, 1)).toThrow(RangeError);
    expect(() => bandedPercentile([1], 0)).toThrow(RangeError);
  });
});
