import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../../shared/domain/indicator/xmr/limits.ts';
import { rebasedChart } from '../../../shared/domain/indicator/xmr/rebased.ts';
import { type XmrChart, xmrChart } from '../../../shared/domain/indicator/xmr/xmr.ts';
import { roundHalfUp } from '../../../shared/domain/number/fraction.ts';

function chartOf(values: readonly number[], options: Partial<Parameters<typeof xmrChart>[1]> = {}): XmrChart {
  const chart = xmrChart(values, { lowerIsBetter: true, ...options });
  if (chart === null) throw new Error('no chart');
  return chart;
}

/** As the examples write it: `#1 shift low`. */
function flags({ points }: XmrChart): string[] {
  return points.flatMap(({ flag }, at) => {
    if (flag === null) return [];
    if (flag.rule === 'outside-limit') return [`#${at + 1} ${flag.side === 'high' ? 'above UPL' : 'below LPL'}`];
    if (flag.rule === 'trend') return [`#${at + 1} trend`];
    return [`#${at + 1} ${flag.rule === 'shift' ? 'shift' : '2 of 3'} ${flag.side}`];
  });
}

const rounded = ({ limits }: XmrChart) => ({
  mean: roundHalfUp(limits.mean, 2),
  upper: roundHalfUp(limits.upper, 2),
  lower: roundHalfUp(limits.lower, 2),
});

describe('worked examples', () => {
  const spiked = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

  it('I2-12: limits with and without the screening of ranges', () => {
    const screened = chartOf(spiked);
    expect(rounded(screened)).toEqual({ mean: 1.94, upper: 4.6, lower: -0.72 });
    expect(flags(screened)).toContain('#5 above UPL');
    const unscreened = chartOf(spiked, { screened: false });
    expect(rounded(unscreened)).toMatchObject({ upper: 6.95, lower: -3.06 });
    expect(flags(unscreened)).toContain('#5 above UPL');
  });

  it('I2-13: shifts, and two of three near a limit before them', () => {
    const chart = chartOf([52, 48, 50, 49, 51, 50, 47, 53, 49, 51, 55, 56, 57, 55, 58, 56, 57]);
    expect(rounded(chart)).toEqual({ mean: 52.59, upper: 59.07, lower: 46.1 });
    expect(roundHalfUp(chart.limits.meanRange, 3)).toBe(2.438);
    expect(flags(chart)).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7].map((point) => `#${point} shift low`),
      '#11 shift high',
      '#12 shift high',
      '#13 2 of 3 high',
      '#14 shift high',
      '#15 2 of 3 high',
      '#16 shift high',
      '#17 2 of 3 high',
    ]);
    expect(chart.variation).toBe('concern');
    expect(chart.points[0]?.judgement).toBe('improvement');
  });

  it('I2-14: a trend, before the shift that it is too, and after the limit', () => {
    const chart = chartOf([40, 42, 41, 39, 40, 41, 38, 39, 41, 42, 43, 44, 45, 46]);
    expect(rounded(chart)).toEqual({ mean: 41.5, upper: 45.18, lower: 37.82 });
    expect(roundHalfUp(chart.limits.meanRange, 3)).toBe(1.385);
    expect(flags(chart)).toEqual([
      ...[3, 4, 5, 6].map((point) => `#${point} shift low`),
      ...[7, 8, 9, 10, 11, 12, 13].map((point) => `#${point} trend`),
      '#14 above UPL',
    ]);
  });
});

describe('at the edges', () => {
  it('nothing that never varies is screened or breaks a limit', () => {
    const chart = chartOf([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]);
    expect(rounded(chart)).toEqual({ mean: 5, upper: 5, lower: 5 });
    expect(flags(chart)).toEqual([]);
    expect(flags(chartOf([5, 5, 5, 9], { baseline: 3 }))).toEqual([]);
  });

  it('a point on a limit is near it and not outside; one on the near limit is not near', () => {
    // Mean 10, mean range 3: limits 2.02 and 17.98, near limits 4.68 and 15.32.
    const steady = [10, 13, 10, 7, 10, 7, 10, 13, 10, 13, 10, 7];
    const limits = limitsOf(steady, true);
    expect([limits?.upper, limits?.upperNear].map((each) => each && roundHalfUp(each, 2))).toEqual([17.98, 15.32]);
    const next = (...values: number[]) => flags(chartOf([...steady, ...values], { baseline: steady.length }));
    expect(next(17.98)).toEqual([]);
    expect(next(17.98, 17.98)).toEqual([]);
    expect(next(17.98, 12, 17.98)).toEqual(['#13 2 of 3 high', '#15 2 of 3 high']);
    expect(next(15.32, 12, 15.32)).toEqual([]);
    expect(next(17.99)).toEqual(['#13 above UPL']);
    expect(next(2.01)).toEqual(['#13 below LPL']);
  });

  it('two of three count only with the three on one side of the mean', () => {
    const steady = [10, 13, 10, 7, 10, 7, 10, 13, 10, 13, 10, 7];
    const chart = chartOf([...steady, 17, 9, 17], { baseline: steady.length });
    expect(flags(chart)).toEqual([]);
  });

  it('a point on the mean breaks a run', () => {
    // The baseline sets the mean to 10; six above, one on it, six above.
    const baseline = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11];
    const above = [11, 11, 11, 11, 11, 11];
    expect(flags(chartOf([...baseline.slice(0, 9), 11, ...above.slice(1), 10, ...above], { baseline: 10 }))).toEqual(
      [],
    );
    const seven = chartOf([...baseline, 10, ...above, 11], { baseline: 10 });
    expect(flags(seven).map((flag) => flag.split(' ').slice(1).join(' '))).toEqual(Array(7).fill('shift high'));
  });

  it('a point of a rise and of a fall is judged as rising', () => {
    const chart = chartOf([1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]);
    const peak = chart.points[6];
    expect(peak?.flag === null || peak?.flag.side).toBe('high');
    expect(chart.points[7]?.flag).toMatchObject({ rule: 'trend', side: 'low' });
  });

  it('is a trial below twelve points, and nothing without any', () => {
    expect(chartOf([1, 2, 3]).trial).toBe(true);
    expect(chartOf([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]).trial).toBe(false);
    expect(xmrChart([], { lowerIsBetter: true })).toBeNull();
    expect(rounded(chartOf([7]))).toEqual({ mean: 7, upper: 7, lower: 7 });
  });

  it('says how the limits stand to a target, and is better the other way round where high is wanted', () => {
    const values = [40, 42, 41, 39, 40, 41, 38, 39, 41, 42, 40, 41];
    const assurance = (target: number, lowerIsBetter = true) => chartOf(values, { target, lowerIsBetter }).assurance;
    expect([assurance(60), assurance(20), assurance(40)]).toEqual([
      'consistently-passes',
      'consistently-fails',
      'hit-and-miss',
    ]);
    expect([assurance(60, false), assurance(20, false)]).toEqual(['consistently-fails', 'consistently-passes']);
    expect(chartOf(values).assurance).toBeNull();
    const rising = chartOf([...values, 50], { lowerIsBetter: false, baseline: values.length });
    expect(rising.variation).toBe('improvement');
  });
});

describe('limits drawn anew', () => {
  const values = [10, 12, 11, 13, 12, 11, 30, 32, 31, 33, 32, 31];

  it('are of the points from then on, with the reason', () => {
    const segments = rebasedChart(values, [{ from: 6, reason: 'A second team began' }], { lowerIsBetter: true });
    expect(segments.map(({ from, reason, chart }) => [from, reason, roundHalfUp(chart.limits.mean, 1)])).toEqual([
      [0, null, 11.5],
      [6, 'A second team began', 31.5],
    ]);
    expect(segments.flatMap(({ chart }) => flags(chart))).toEqual([]);
  });

  it('need a reason, and a place inside the series', () => {
    const options = { lowerIsBetter: true };
    expect(() => rebasedChart(values, [{ from: 6, reason: ' ' }], options)).toThrow(RangeError);
    expect(() => rebasedChart(values, [{ from: 13, reason: 'x' }], options)).toThrow(RangeError);
    const disorder = [
      { from: 8, reason: 'x' },
      { from: 4, reason: 'y' },
    ];
    expect(() => rebasedChart(values, disorder, options)).toThrow(RangeError);
  });
});
