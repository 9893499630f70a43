/**
 * XmR charts ("Making Data Count", domain.md 2.4): the mean of a series, the limits within which it varies by chance, and the points that chance
 * does not explain. All comparisons are exact; only what is printed is rounded.
 */
import { compareFractions, type Fraction, fraction } from '../../number/fraction.ts';
import { type Flag, flagsOf } from './flags.ts';
import { limitsOf, type XmrLimits } from './limits.ts';

export interface XmrOptions {
  /** Whether a low figure is what is wanted, as with waits. */
  readonly lowerIsBetter: boolean;
  /** Leaves moving ranges that are themselves beyond chance out of the limits, once. On unless said otherwise. */
  readonly screened?: boolean;
  /** How many points, from the first, the mean and limits are of. All of them unless said otherwise. */
  readonly baseline?: number;
  /** The figure aimed at. */
  readonly target?: number;
}

export type Judgement = 'improvement' | 'concern' | 'common-cause';
export type Assurance = 'consistently-passes' | 'consistently-fails' | 'hit-and-miss';

export interface XmrPoint {
  readonly value: number;
  readonly flag: Flag | null;
  readonly judgement: Judgement;
}

export interface XmrChart {
  readonly limits: XmrLimits;
  readonly points: readonly XmrPoint[];
  /** Fewer than twelve points: the limits are a first attempt, and are to be called so. */
  readonly trial: boolean;
  /** What the last point says. */
  readonly variation: Judgement;
  /** How the limits stand to the target; null without one. */
  readonly assurance: Assurance | null;
}

/** Points before limits are more than a first attempt. */
const ENOUGH_POINTS = 12;

/** The chart of a series; null without a point. */
export function xmrChart(values: readonly number[], options: XmrOptions): XmrChart | null {
  const limits = limitsOf(values.slice(0, options.baseline ?? values.length), options.screened ?? true);
  if (limits === null) return null;
  const exact = values.map((value) => fraction(value));
  const flags = flagsOf(exact, limits);
  const points = values.map((value, at): XmrPoint => {
    const flag = flags[at] ?? null;
    return { value, flag, judgement: judgementOf(flag, options.lowerIsBetter) };
  });
  return {
    limits,
    points,
    trial: values.length < ENOUGH_POINTS,
    variation: points.at(-1)?.judgement ?? 'common-cause',
    assurance:
      options.target === undefined ? null : assuranceOf(fraction(options.target), limits, options.lowerIsBetter),
  };
}

/** High and rising are a concern where low is wanted. */
function judgementOf(flag: Flag | null, lowerIsBetter: boolean): Judgement {
  if (flag === null) return 'common-cause';
  return (flag.side === 'high') === lowerIsBetter ? 'concern' : 'improvement';
}

function assuranceOf(target: Fraction, { upper, lower }: XmrLimits, lowerIsBetter: boolean): Assurance {
  if (compareFractions(target, upper) > 0) return lowerIsBetter ? 'consistently-passes' : 'consistently-fails';
  if (compareFractions(target, lower) < 0) return lowerIsBetter ? 'consistently-fails' : 'consistently-passes';
  return 'hit-and-miss';
}
