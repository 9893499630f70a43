import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandIndexOf } from '../../shared/domain/bands/band.ts';
import { countsByRttWeek, rttWeek } from '../../shared/domain/bands/rtt-week.ts';
import { communityBands } from '../../shared/domain/bands/waiting-bands.ts';
import {
  compareFractions,
  divide,
  formatRounded,
  fraction,
  multiply,
  roundHalfUp,
  subtract,
  toNumber,
} from '../../shared/domain/number/fraction.ts';
import { bandedPercentile, percentile } from '../../shared/domain/number/percentile.ts';
import { mean, percentage } from '../../shared/domain/number/proportion.ts';

const waits = fc.array(fc.nat(1500), { minLength: 1, maxLength: 60 });
const percent = fc.integer({ min: 0, max: 100 });
const of = (values: number[], at: number) => percentile(values, at) ?? fraction(Number.NaN);

describe('Percentiles', () => {
  it('lie between the least and the most, and rise with the percentage', () => {
    fc.assert(
      fc.property(waits, percent, percent, (values, a, b) => {
        const [low, high] = [of(values, Math.min(a, b)), of(values, Math.max(a, b))];
        expect(compareFractions(low, fraction(Math.min(...values)))).toBeGreaterThanOrEqual(0);
        expect(compareFractions(high, fraction(Math.max(...values)))).toBeLessThanOrEqual(0);
        expect(compareFractions(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('do not depend on the order of the waits', () => {
    const shuffled = waits.chain((values) =>
      fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
    );
    fc.assert(
      fc.property(shuffled, percent, ([values, other], at) => {
        expect(of(other, at)).toEqual(of(values, at));
      }),
    );
  });

  it('are what linear interpolation in floats gives, to the last few digits', () => {
    fc.assert(
      fc.property(waits, percent, (values, at) => {
        const sorted = [...values].sort((a, b) => a - b);
        const position = ((values.length - 1) * at) / 100;
        const below = sorted[Math.floor(position)] ?? 0;
        const above = sorted[Math.ceil(position)] ?? 0;
        expect(toNumber(of(values, at))).toBeCloseTo(below + (position % 1) * (above - below), 6);
      }),
    );
  });

  it('move and stretch with the waits', () => {
    fc.assert(
      fc.property(waits, percent, fc.integer({ min: 1, max: 9 }), (values, at, factor) => {
        const stretched = values.map((days) => days * factor);
        expect(of(stretched, at)).toEqual(multiply(of(values, at), fraction(factor)));
      }),
    );
  });

  it('of weekly bands are within one week of the true order statistic', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(700), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 100 }),
        (values, at) => {
          const found = bandedPercentile(countsByRttWeek(values), at, 104);
          if (found === null || 'over' in found) throw new Error('Nobody waits that long');
          const rank = Math.ceil((values.length * at) / 100);
          const week = rttWeek([...values].sort((a, b) => a - b)[rank - 1] ?? 0);
          expect(toNumber(found.weeks)).toBeGreaterThan(week);
          expect(toNumber(found.weeks)).toBeLessThanOrEqual(week + 1);
        },
      ),
    );
  });
});

describe('Rounding', () => {
  const exact = fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
    .map(([numerator, denominator]) => fraction(numerator, denominator));

  it('is never off by more than half of the last place, and is the same on both sides of 0', () => {
    fc.assert(
      fc.property(exact, fc.integer({ min: 0, max: 4 }), (value, places) => {
        const rounded = fraction(BigInt(formatRounded(value, places).replace('.', '')), 10n ** BigInt(places));
        const off = subtract(value, rounded);
        const half = fraction(1n, 2n * 10n ** BigInt(places));
        expect(compareFractions(off, half)).toBeLessThanOrEqual(0);
        expect(compareFractions(subtract(fraction(0), off), half)).toBeLessThanOrEqual(0);
        const mirrored = roundHalfUp(subtract(fraction(0), value), places);
        expect(mirrored).toBe(roundHalfUp(value, places) === 0 ? 0 : -roundHalfUp(value, places));
      }),
    );
  });

  it('a percentage and the percentage of the rest come to 100, or to 100.1 when both were rounded up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (all, some) => {
        const part = Math.min(some, all);
        const sum = Math.round(10 * ((percentage(part, all) ?? 0) + (percentage(all - part, all) ?? 0)));
        expect([1000, 1001]).toContain(sum);
      }),
    );
  });

  it('the mean of waits is their sum shared out', () => {
    fc.assert(
      fc.property(waits, (values) => {
        const sum = values.reduce((so, days) => so + days, 0);
        expect(mean(values)).toEqual(divide(fraction(sum), fraction(values.length)));
      }),
    );
  });
});

describe('Bands', () => {
  it('every wait is in exactly one community band, and none is lost', () => {
    fc.assert(
      fc.property(fc.nat(5000), (days) => {
        const holding = communityBands.filter(({ from, to }) => days >= from && (to === null || days <= to));
        expect(holding).toHaveLength(1);
        expect(communityBands[bandIndexOf(communityBands, days)]).toBe(holding[0]);
      }),
    );
  });
});
