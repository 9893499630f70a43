import { describe, expect, it } from 'vitest';
import {
  effectiveCapacity,
  forecast,
  queueQuantile,
  queueShareUpTo,
  type WhatIf,
  whatItTakes,
} from '../../../shared/domain/capacity/forecast.ts';
import { normalDistribution } from '../../../shared/domain/capacity/normal-distribution.ts';
import { seeded, simulatedQueue } from './simulated-list.ts';

const RUNS = 1500;
const WEEKS = [4, 13, 26, 52];

const services: readonly (readonly [string, WhatIf])[] = [
  ['a list that grows', { queue: 1200, demand: 30, slots: 30, missedShare: 0.1 }],
  ['a list that shrinks', { queue: 300, demand: 20, slots: 29, missedShare: 0.05 }],
  ['a list that empties on the way', { queue: 90, demand: 12, slots: 15, missedShare: 0 }],
  ['a list in balance', { queue: 150, demand: 18, slots: 20, missedShare: 0.1 }],
  [
    'arrivals in bursts, removals evenly',
    { queue: 200, demand: 20, slots: 21, missedShare: 0, variation: { arrivals: 1.5, removals: 0.5 } },
  ],
];

describe('A forecast', () => {
  it.each(services)('of %s holds what a simulation of its events does', (_name, asked) => {
    const { arrivals, removals } = asked.variation ?? { arrivals: 1, removals: 1 };
    const service = { ...asked, capacity: effectiveCapacity(asked), arrivals, removals };
    const random = seeded(2029);
    const runs = Array.from({ length: RUNS }, () => simulatedQueue(service, WEEKS, random));
    for (const [at, { queue }] of forecast(asked, WEEKS).entries()) {
      const ended = runs.map((run) => run[at] ?? 0).sort((a, b) => a - b);
      const inside = ended.filter((people) => people >= queue.low && people <= queue.high).length / RUNS;
      expect(inside, `within the band after ${WEEKS[at]} weeks`).toBeGreaterThan(0.93);
      expect(inside, `the band after ${WEEKS[at]} weeks is no wider than it says`).toBeLessThan(0.985);
      const middle = ended[RUNS / 2] ?? 0;
      expect(Math.abs(queue.middle - middle), `the middle after ${WEEKS[at]} weeks`).toBeLessThan(
        4 + 0.1 * (queue.high - queue.low),
      );
    }
  });

  it('is a distribution: never falls, from 0 to 1, and its quantiles lead back', () => {
    const asked: WhatIf = { queue: 40, demand: 12, slots: 13, missedShare: 0 };
    const shares = Array.from({ length: 60 }, (_, n) => queueShareUpTo(asked, 20, n * 4));
    expect(shares.every((share, n) => share >= (shares[n - 1] ?? 0) && share <= 1)).toBe(true);
    expect(queueShareUpTo(asked, 20, -1)).toBe(0);
    for (const share of [0.025, 0.5, 0.9]) {
      expect(queueShareUpTo(asked, 20, queueQuantile(asked, 20, share))).toBeCloseTo(share, 5);
    }
  });

  it('says what is certain where nothing scatters, and no wait where nobody is removed', () => {
    const variation = { arrivals: 0, removals: 0 };
    const [year] = forecast({ queue: 100, demand: 5, slots: 0, missedShare: 0, variation }, [52]);
    expect(year).toEqual({ week: 52, queue: { low: 360, middle: 360, high: 360 }, waitWeeks: null });
  });

  it('turns a list by missed appointments alone', () => {
    const base = { queue: 200, demand: 20, slots: 22 };
    const [few] = forecast({ ...base, missedShare: 0 }, [52]);
    const [many] = forecast({ ...base, missedShare: 0.2 }, [52]);
    expect(few?.queue.middle).toBeLessThan(120);
    expect(many?.queue.middle).toBeGreaterThan(300);
  });
});

describe('What it takes', () => {
  it('brings the list to its target on the day, and says how many appointments that is when some are missed', () => {
    const asked: WhatIf = { queue: 1200, demand: 30, slots: 30, missedShare: 0.1 };
    const needed = whatItTakes(asked, 18, 120);
    expect(needed.targetQueue).toBe(135);
    expect(needed.removals).toBeCloseTo(30 + 1065 / 120, 12);
    expect((needed.slots ?? 0) * 0.9).toBeCloseTo(needed.removals, 12);
    const then = forecast({ ...asked, slots: needed.slots ?? 0 }, [120])[0];
    expect(Math.abs((then?.queue.middle ?? 0) - 135)).toBeLessThan(12);
  });

  it('asks for no more than demand where the list is at its target, and has no answer where all are missed', () => {
    expect(whatItTakes({ queue: 50, demand: 20, slots: 25, missedShare: 0 }, 18, 52)).toMatchObject({
      removals: 20,
      moreSlots: -5,
    });
    expect(whatItTakes({ queue: 500, demand: 20, slots: 25, missedShare: 1 }, 18, 52).slots).toBeNull();
  });
});

describe('The normal distribution', () => {
  // Abramowitz and Stegun, table 26.1, and the tails to relative precision.
  it.each([
    [0, 0.5],
    [1, 0.841_344_746_068_543],
    [1.96, 0.975_002_104_851_78],
    [-2.575, 0.005012004331761],
    [-5, 2.866_515_718_791_94e-7],
    [-10, 7.619_853_024_160_53e-24],
    [4, 0.999_968_328_758_167],
  ])('below %d is %d', (value, share) => {
    expect(Math.abs(normalDistribution(value) - share) / share).toBeLessThan(1e-9);
  });
  it('goes on to nothing and to everything', () => {
    expect([normalDistribution(-40), normalDistribution(40)]).toEqual([0, 1]);
  });
});
