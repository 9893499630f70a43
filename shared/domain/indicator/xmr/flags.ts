/** The points of a series that chance does not explain, each under the first rule that says so. */
import { compareFractions, type Fraction } from '../../number/fraction.ts';
import type { XmrLimits } from './limits.ts';

export const flagRules = ['outside-limit', 'trend', 'two-of-three', 'shift'] as const;
export type FlagRule = (typeof flagRules)[number];

export interface Flag {
  readonly rule: FlagRule;
  /** Above or rising, below or falling. */
  readonly side: 'high' | 'low';
}

type Side = Flag['side'];

/** Points in a row, of a trend and of a shift. */
const RUN = 7;

export function flagsOf(values: readonly Fraction[], limits: XmrLimits): readonly (Flag | null)[] {
  const rules: readonly (readonly [FlagRule, readonly (Side | null)[]])[] = [
    ['outside-limit', outsideLimits(values, limits)],
    ['trend', trends(values)],
    ['two-of-three', twoOfThree(values, limits)],
    ['shift', shifts(values, limits)],
  ];
  return values.map((_, at) => {
    for (const [rule, sides] of rules) {
      const side = sides[at] ?? null;
      if (side !== null) return { rule, side };
    }
    return null;
  });
}

/** Beyond a limit; a point on it is not. Where nothing varies no limit is broken. */
function outsideLimits(values: readonly Fraction[], { upper, lower, meanRange }: XmrLimits): readonly (Side | null)[] {
  if (meanRange.numerator === 0n) return values.map(() => null);
  return values.map((value) => {
    if (compareFractions(value, upper) > 0) return 'high';
    return compareFractions(value, lower) < 0 ? 'low' : null;
  });
}

/** Seven points, each higher than the one before or each lower. A point of a rise and of a fall is judged as rising. */
function trends(values: readonly Fraction[]): readonly (Side | null)[] {
  const steps = values.slice(1).map((value, at) => sideOf(compareFractions(value, values[at] ?? value)));
  const sides: (Side | null)[] = values.map(() => null);
  for (const side of ['low', 'high'] as const) {
    for (const { from, to } of runsOf(steps, side, RUN - 1)) sides.fill(side, from, to + 2);
  }
  return sides;
}

/** Two of three points in a row near one limit, the three on one side of the mean: those near it. */
function twoOfThree(values: readonly Fraction[], limits: XmrLimits): readonly (Side | null)[] {
  const flagged: (Side | null)[] = values.map(() => null);
  if (limits.meanRange.numerator === 0n) return flagged;
  const sides = values.map((value) => sideOf(compareFractions(value, limits.mean)));
  const near = values.map((value) => nearSide(value, limits));
  for (const at of values.keys()) {
    const three = [at, at + 1, at + 2];
    const side = sides[at];
    if (side === null || side === undefined || !three.every((each) => sides[each] === side)) continue;
    const close = three.filter((each) => near[each] === side);
    if (close.length >= 2) for (const each of close) flagged[each] = side;
  }
  return flagged;
}

/** Between a near limit and its limit: a point on the limit is near it, one on the near limit is not. */
function nearSide(value: Fraction, { upper, upperNear, lower, lowerNear }: XmrLimits): Side | null {
  if (compareFractions(value, upperNear) > 0 && compareFractions(value, upper) <= 0) return 'high';
  return compareFractions(value, lowerNear) < 0 && compareFractions(value, lower) >= 0 ? 'low' : null;
}

/** Seven points in a row on one side of the mean. A point on it is on neither. */
function shifts(values: readonly Fraction[], { mean }: XmrLimits): readonly (Side | null)[] {
  const sides = values.map((value) => sideOf(compareFractions(value, mean)));
  const flagged: (Side | null)[] = values.map(() => null);
  for (const side of ['low', 'high'] as const) {
    for (const { from, to } of runsOf(sides, side, RUN)) flagged.fill(side, from, to + 1);
  }
  return flagged;
}

function sideOf(compared: number): Side | null {
  return compared > 0 ? 'high' : compared < 0 ? 'low' : null;
}

/** Every unbroken run of a side that is long enough, by the places of its first and last. */
function runsOf(sides: readonly (Side | null)[], side: Side, least: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let from = 0;
  for (let at = 0; at <= sides.length; at += 1) {
    if (sides[at] === side) continue;
    if (at - from >= least) runs.push({ from, to: at - 1 });
    from = at + 1;
  }
  return runs;
}
