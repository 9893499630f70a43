import { describe, expect, it } from 'vitest';
import { type ListMeasured, positionOf } from '../../../shared/domain/capacity/position.ts';
import {
  cautiousDemand,
  factorOfShare,
  loadOf,
  meanQueueSize,
  missedShare,
  pressure,
  queueAfter,
  targetCapacity,
  targetMeanWait,
  weeksToTarget,
} from '../../../shared/domain/capacity/queue-mathematics.ts';
import {
  divide,
  type Fraction,
  fraction,
  multiply,
  roundHalfUp,
  toNumber,
} from '../../../shared/domain/number/fraction.ts';

const shown = (value: Fraction | null, places = 4) => (value === null ? null : roundHalfUp(value, places));

/** A list's position as the examples print it. */
function printed(list: ListMeasured) {
  const position = positionOf(list);
  return {
    load: shown(position.load),
    meanWait: shown(position.targetMeanWait),
    queue: shown(position.targetQueue),
    ratio: shown(position.queueRatio, 2),
    relief: shown(position.reliefCapacity, 3),
    capacity: shown(position.targetCapacity),
    pressure: shown(position.pressure),
  };
}

describe('Queue mathematics', () => {
  it('Q11-01 an ear, nose and throat list that grows', () => {
    const list = { demand: 30, capacity: 27, queue: 1200, targetWeeks: 52, meanWaitWeeks: 63 };
    expect(printed(list)).toEqual({
      load: 1.1111,
      meanWait: 13,
      queue: 390,
      ratio: 3.08,
      relief: 61.154,
      capacity: null,
      pressure: 2.4231,
    });
    expect(positionOf(list).flags).toEqual(['growing', 'too-big']);
  });

  it('Q11-02 a smaller list may be under more pressure', () => {
    expect(shown(pressure(24, 4))).toBe(12);
  });

  it('Q11-03 speech and language therapy', () => {
    expect(printed({ demand: 20, capacity: 22, queue: 300, targetWeeks: 18, meanWaitWeeks: 13 })).toEqual({
      load: 0.9091,
      meanWait: 4.5,
      queue: 90,
      ratio: 3.33,
      relief: 28.077,
      capacity: null,
      pressure: 1.4444,
    });
  });

  it('Q11-04 occupational therapy', () => {
    expect(printed({ demand: 8, capacity: 9, queue: 60, targetWeeks: 18, meanWaitWeeks: 6 })).toEqual({
      load: 0.8889,
      meanWait: 4.5,
      queue: 36,
      ratio: 1.67,
      relief: null,
      capacity: 8.2222,
      pressure: 0.6667,
    });
  });

  it('Q11-05 autism, far from any steady state: relief and growth, no target capacity', () => {
    const list = { demand: 40, capacity: 18, queue: 3100, targetWeeks: 13, meanWaitWeeks: 61 };
    expect(printed(list)).toEqual({
      load: 2.2222,
      meanWait: 3.25,
      queue: 130,
      ratio: 23.85,
      relief: 154.231,
      capacity: null,
      pressure: 9.3846,
    });
    expect(positionOf(list)).toMatchObject({
      growth: fraction(22),
      flags: ['growing', 'beyond-steady-state', 'too-big'],
    });
  });

  it('Q11-06 Little’s law', () => {
    expect(shown(meanQueueSize(12, 7.5))).toBe(90);
  });

  it('Q11-07 growth, and never fewer than nobody', () => {
    expect(shown(queueAfter(500, 30, 27, 20))).toBe(560);
    expect(shown(queueAfter(10, 5, 27, 20))).toBe(0);
  });

  it('Q11-08 time to target', () => {
    expect(shown(weeksToTarget(300, fraction(90), 20, 27))).toBe(30);
    expect(shown(weeksToTarget(90, fraction(90), 20, 10))).toBe(0);
    expect(weeksToTarget(300, fraction(90), 20, 20)).toBeNull();
  });

  it('Q11-09 the factor for another percentile', () => {
    const factor = factorOfShare(0.92);
    expect(factor.toFixed(4)).toBe('2.5257');
    expect(shown(targetMeanWait(18, factor), 2)).toBe(7.13);
    expect(shown(targetMeanWait(18), 2)).toBe(4.5);
  });

  it('Q11-10 how many miss', () => {
    expect([missedShare(4), missedShare(6)].map((share) => shown(multiply(fraction(share), fraction(100)), 2))).toEqual(
      [1.83, 0.25],
    );
  });

  it('Q11-11 target capacity with measured variation', () => {
    expect(shown(targetCapacity(30, 52, 3, { arrivals: 1.1, removals: 1.2 }), 6)).toBe(30.076442);
  });

  it('Q11-12 the form of the paper gives other numbers, and is not used', () => {
    const ofThePaper = (f: number) => 30 + (2 * (1 + 4 * f)) / 52;
    expect([ofThePaper(3).toFixed(4), ofThePaper(1).toFixed(4)]).toEqual(['30.5000', '30.1923']);
    expect(toNumber(targetCapacity(30, 52, 3))).not.toBeCloseTo(ofThePaper(3), 2);
  });

  it('Q11-13 no capacity: nothing infinite anywhere', () => {
    const position = positionOf({ demand: 5, capacity: 0, queue: 40, targetWeeks: 18, meanWaitWeeks: null });
    expect(loadOf(5, 0)).toBeNull();
    expect(position).toMatchObject({ load: null, weeksToTarget: null, targetCapacity: null, pressure: null });
    expect(position.flags).toContain('no-capacity');
    expect(position.assumptions).toHaveLength(4);
  });

  it('Q11-14 days are weeks before anything else', () => {
    expect(shown(pressure(divide(fraction(91), fraction(7)), 13))).toBe(2);
    expect(shown(pressure(91, 13))).toBe(14);
  });

  it('puts demand up that few referrals were counted for, or says that they are too few', () => {
    expect(cautiousDemand(20, 100, 1)).toBeCloseTo(25, 12);
    expect(cautiousDemand(20, 4, 1)).toBeNull();
    expect(cautiousDemand(20, 0, 1)).toBeNull();
  });

  it('needs no ratio of a list nobody is referred to', () => {
    expect(positionOf({ demand: 0, capacity: 3, queue: 0, targetWeeks: 18, meanWaitWeeks: null })).toMatchObject({
      queueRatio: null,
      reliefCapacity: null,
      weeksToTarget: fraction(0),
    });
  });

  it('refuses a share that is none', () => {
    expect(() => factorOfShare(1)).toThrow(RangeError);
    expect(() => factorOfShare(0)).toThrow(RangeError);
  });
});
