/** Some people who wait, counted: what every figure of a queue, or of a group of it, is made from. */

import { divide, type Fraction, fraction, roundHalfUp } from '../number/fraction.ts';
import { percentile } from '../number/percentile.ts';
import type { Counted } from './cut/counted.ts';
import { type Cut, cuts } from './cut/cuts.ts';

export interface Tally {
  /** Days waited, the longest last. */
  readonly waits: readonly number[];
  readonly open: number;
  readonly within: number;
  readonly over: number;
}

export interface CutTally {
  readonly cut: Cut;
  /** By the code of each group and rollup. */
  readonly tallies: ReadonlyMap<string, Tally>;
}

/** A queue on a day, counted whole and by every cut. */
export interface QueueTally {
  readonly all: Tally;
  readonly cuts: readonly CutTally[];
}

export function tallyOf(waits: readonly number[], standardDays: number): Tally {
  const sorted = [...waits].sort((a, b) => a - b);
  const within = sorted.filter((days) => days <= standardDays).length;
  return { waits: sorted, open: sorted.length, within, over: sorted.length - within };
}

export function tallyQueue(people: readonly Counted[], standardDays: number): QueueTally {
  const tally = (some: readonly Counted[]) =>
    tallyOf(
      some.map(({ waitDays }) => waitDays),
      standardDays,
    );
  return { all: tally(people), cuts: cuts.map((cut) => ({ cut, tallies: talliesOf(cut, people, tally) })) };
}

function talliesOf(cut: Cut, people: readonly Counted[], tally: (some: readonly Counted[]) => Tally) {
  const members = new Map<string, Counted[]>(cut.groups.map(({ code }) => [code, []]));
  for (const person of people) members.get(cut.groupOf(person))?.push(person);
  const groups = [...members].map(([code, some]): [string, Tally] => [code, tally(some)]);
  const rollups = cut.rollups.map(({ code, of }): [string, Tally] => [
    code,
    tally(of.flatMap((group) => members.get(group) ?? [])),
  ]);
  return new Map([...groups, ...rollups]);
}

/** The percentile of a tally in days, exactly; null when nobody waits. */
export function daysAt({ waits }: Tally, percent: number): Fraction | null {
  return percentile(waits, percent);
}

/** Days as weeks. */
export function inWeeks(days: Fraction | null): Fraction | null {
  return days === null ? null : divide(days, fraction(7));
}

/** A statistic as printed in full: 1 decimal place, half up. */
export function toOneDecimal(value: Fraction | null): number | null {
  return value === null ? null : roundHalfUp(value, 1);
}
