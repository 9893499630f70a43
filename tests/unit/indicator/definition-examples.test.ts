import { describe, expect, it } from 'vitest';
import { completenessOf } from '../../../shared/domain/indicator/completeness.ts';
import { fullFigures } from '../../../shared/domain/indicator/full-figures.ts';
import { clearanceWeeks } from '../../../shared/domain/indicator/month/full-month.ts';
import { daysAt, tallyOf, tallyQueue } from '../../../shared/domain/indicator/tally.ts';
import { toNumber } from '../../../shared/domain/number/fraction.ts';
import { bandedPercentile } from '../../../shared/domain/number/percentile.ts';
import { percentage } from '../../../shared/domain/number/proportion.ts';
import { counted, salt } from './counted-people.ts';
import { sampleStamp } from './sample-figures.ts';

const figuresOf = (waits: readonly number[]) => {
  const people = waits.map((waitDays) => counted({ waitDays }));
  const context = { queue: salt, stamp: sampleStamp(), completeness: completenessOf(people) };
  return fullFigures(tallyQueue(people, salt.standard.days), context);
};

const waits = [3, 12, 27, 60, 84, 85, 126, 127, 200, 364, 365, 740];

describe('the figures of an open list', () => {
  it('I2-01: share within 18 weeks, bands, long waiters and the longest wait', () => {
    const figures = figuresOf(waits);
    expect(figures).toMatchObject({ open: 12, within: 7, over: 5, percentWithin: 58.3, longestDays: 740 });
    expect(figures.bands.map(({ count }) => count)).toEqual([1, 1, 1, 2, 2, 3, 2]);
    expect(figures.longWaits.map(({ count }) => count)).toEqual([5, 2, 1, 1, 1]);
    expect(figures.longestOverDays).toBe(728);
  });

  it('I2-02: percentiles of type 7, in days and in weeks', () => {
    const tally = tallyOf(waits, 126);
    expect(
      [50, 92, 95].map((percent) => toNumber(daysAt(tally, percent) ?? { numerator: 0n, denominator: 1n })),
    ).toEqual([105.5, 410, 533.75]);
    expect(figuresOf(waits)).toMatchObject({ medianWeeks: 15.1, p92Weeks: 58.6, p95Weeks: 76.3 });
  });

  it('I2-03: percentiles by weekly bands', () => {
    const weeks = [50, 92, 95].map((percent) => {
      const banded = bandedPercentile([10, 20, 30, 25, 15], percent);
      return banded !== null && 'weeks' in banded ? Number(toNumber(banded.weeks).toFixed(4)) : banded;
    });
    expect(weeks).toEqual([2.6667, 4.4667, 4.6667]);
    const inBands = [10, 20, 30, 25, 15].flatMap((count, week) => Array.from({ length: count }, () => week * 7 + 7));
    expect(figuresOf(inBands).benchmark).toEqual({ median: 2.7, p92: 4.5, p95: 4.7 });
    expect(figuresOf([730, 740, 3]).benchmark?.p95).toBe('104+');
  });

  it('I2-04: nobody waiting has no share and no percentile, never 0 or 100', () => {
    const figures = figuresOf([]);
    expect(figures).toMatchObject({
      open: 0,
      within: 0,
      percentWithin: null,
      medianWeeks: null,
      p92Weeks: null,
      p95Weeks: null,
      longestDays: null,
      longestOverDays: null,
      benchmark: null,
    });
    expect(figures.bands.every(({ count }) => count === 0)).toBe(true);
    expect(figures.completeness).toEqual({ ethnicity: null, deprivation: null, whole: true });
  });

  it('I2-06: weeks to clear the list; a list that nobody leaves is not clearing', () => {
    expect(clearanceWeeks(420, 364)).toBe(15);
    expect(clearanceWeeks(420, 0)).toBeNull();
  });

  it('I2-07: those who missed, of those who came and those who missed; cancellations are in neither', () => {
    expect(percentage(15 + 5, 180 + 15 + 5)).toBe(10);
  });
});

describe('cuts', () => {
  const people = [
    counted({ waitDays: 10, age: 4, decile: 1, ethnicCategory: 'A' }),
    counted({ waitDays: 200, age: 17, decile: 2, ethnicCategory: 'C', flags: ['looked-after'] }),
    counted({ waitDays: 50, age: 18, decile: 9, ethnicCategory: 'S', needsInterpreter: true }),
    counted({ waitDays: 130, age: 25, decile: null, ethnicCategory: '99' }),
    counted({ waitDays: 20, age: 11, decile: 5, ethnicCategory: null }),
  ];
  const context = { queue: salt, stamp: sampleStamp(), completeness: completenessOf(people) };
  const figures = fullFigures(tallyQueue(people, 126), context);
  const openOf = (code: string) =>
    Object.fromEntries(
      (figures.cuts.find((cut) => cut.code === code)?.groups ?? []).map((group) => [group.code, group.open]),
    );

  it('put everybody in exactly one group, those whose group is not known in one of their own', () => {
    expect(openOf('age')).toEqual({ '0-4': 1, '5-10': 0, '11-15': 1, '16-17': 1, '18-25': 2, 'not-known': 0 });
    expect(openOf('deprivation')).toEqual({ q1: 2, q2: 0, q3: 1, q4: 0, q5: 1, 'not-known': 1 });
    expect(openOf('ethnicity')).toMatchObject({ 'white-british': 1, 'white-other': 1, other: 1, 'not-known': 2 });
    expect(openOf('looked-after')).toEqual({ yes: 1, no: 4 });
    expect(openOf('interpreter')).toEqual({ yes: 1, no: 4 });
    for (const { groups } of figures.cuts) {
      expect(groups.reduce((sum, { open }) => sum + Number(open), 0)).toBe(5);
    }
  });

  it('tell gaps with both counts, and groups together', () => {
    const gap = figures.gaps.find(({ cut }) => cut === 'deprivation');
    expect(gap).toMatchObject({ group: 'q1', against: 'q2-5', percentPoints: -50, groupOpen: 2, againstOpen: 2 });
    expect(gap?.medianDays).toBe(70);
    const white = figures.cuts.find(({ code }) => code === 'ethnicity')?.rollups[0];
    expect(white).toMatchObject({ code: 'white', open: 2, within: 1, percentWithin: 50 });
  });

  it('say how much is known of those counted', () => {
    expect(figures.completeness).toEqual({ ethnicity: 60, deprivation: 80, whole: true });
  });
});
