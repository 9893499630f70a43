/** A month of a queue as it may leave the service. */
import { type Figure, HIDDEN } from '../figure.ts';
import { type MonthStamp, removalsOf } from '../month/full-month.ts';
import type { MonthFigures } from '../month/month-figures.ts';
import type { MonthTally } from '../month/month-tally.ts';
import { removalWords } from '../month/removal-words.ts';
import { suppressedCount, suppressedPercent } from './cell.ts';
import { canGive, hiddenCells, smallestShown, standInForEachOther } from './partition.ts';
import { isProtected, type SuppressionRule } from './rule.ts';

/**
 * The list at the beginning and end of the month is shown, so those who came less those who left are known within the rounding of these. What
 * keeps a small number of either from being worked out is that some of those who left are always hidden, and enough of them: however many more or
 * fewer came, or waited at the end, as many more or fewer may have left unseen. So the total of those who left is never shown, and in a month in which
 * that cannot be had, nothing is shown of who came and left.
 */
export function releaseMonth(
  tally: MonthTally,
  { queue, stamp, edition }: MonthStamp,
  rule: SuppressionRule,
): MonthFigures {
  const { month, flow } = tally;
  const count = (number: number): Figure => suppressedCount(number, rule);
  const shares = {
    seen: pair(tally.seenWithin, tally.seen, rule),
    triaged: pair(tally.triagedWithin, tally.triaged, rule),
  };
  const removals = removalsOf(tally);
  const released = releaseFlow(
    flow.additions,
    removals.map((each) => each.count),
    rule,
  );
  const seenAt = removals.findIndex(({ reason }) => reason === 'seen');
  const seen = released.removals[seenAt] ?? HIDDEN;
  const [opening, closing] = [count(flow.opening), count(flow.closing)];
  return {
    queue: queue.code,
    name: queue.name,
    month: month.code,
    from: month.from,
    to: month.to,
    stamp: { ...stamp, suppression: rule.code },
    edition,
    withheld: released.withheld,
    changes: [...tally.changes].map(([why, number]) => ({ why, count: count(number) })),
    opening,
    additions: released.additions,
    removals: removals.map(({ reason }, at) => ({
      reason,
      label: removalWords[reason],
      count: released.removals[at] ?? HIDDEN,
    })),
    removed: HIDDEN,
    // Of what is shown alone, so that it tells no more than that.
    netChange: typeof opening === 'number' && typeof closing === 'number' ? closing - opening : HIDDEN,
    closing,
    // Those received are those who came less those whose clock began again; those not accepted are among those who left.
    received: HIDDEN,
    accepted: HIDDEN,
    rejected: HIDDEN,
    seen,
    seenWithin: seen === HIDDEN ? HIDDEN : shares.seen.part,
    percentSeenWithin: seen === HIDDEN ? HIDDEN : shares.seen.percent,
    clearanceWeeks: HIDDEN,
    attended: count(tally.attended),
    missed: count(tally.missed),
    percentMissed: eitherSmall(tally.attended, tally.missed, rule)
      ? HIDDEN
      : suppressedPercent(tally.missed, tally.attended + tally.missed, rule),
    // A first contact stops most clocks: beside those seen, what is left of either would be too small a number.
    firstContacts: HIDDEN,
    followUpsPerFirst: HIDDEN,
    triaged: shares.triaged.whole,
    triagedWithin: shares.triaged.part,
    percentTriagedWithin: shares.triaged.percent,
  };
}

/** A whole, a part of it and the share, as they may be told together: the part and the rest hide one another. */
export function pair(
  part: number,
  whole: number,
  rule: SuppressionRule,
): { readonly whole: Figure; readonly part: Figure; readonly percent: Figure } {
  const shown = suppressedCount(whole, rule);
  if (shown === HIDDEN || eitherSmall(part, whole - part, rule)) return { whole: shown, part: HIDDEN, percent: HIDDEN };
  return { whole: shown, part: suppressedCount(part, rule), percent: suppressedPercent(part, whole, rule) };
}

function eitherSmall(a: number, b: number, rule: SuppressionRule): boolean {
  return isProtected(a, rule) || isProtected(b, rule);
}

interface ReleasedFlow {
  readonly additions: Figure;
  readonly removals: readonly Figure[];
  readonly withheld: boolean;
}

/**
 * Where those who left under the hidden reasons are too few to stand in for one another, those who came are hidden as well and stand in for
 * them: as many more may have left as came. Where few came, more reasons are hidden instead, the smallest first.
 */
function releaseFlow(additions: number, removals: readonly number[], rule: SuppressionRule): ReleasedFlow {
  const few = removals.map((count) => isProtected(count, rule));
  if (!isProtected(additions, rule)) {
    const enough = standInForEachOther(removals, few, rule) && spareOf(removals, few, rule) >= needed(rule);
    return released(enough ? suppressedCount(additions, rule) : HIDDEN, removals, few, rule);
  }
  const forced = [...few];
  for (;;) {
    const hidden = hiddenCells(removals, rule, forced);
    if (hidden === 'not-enough') break;
    if (spareOf(removals, hidden, rule) >= needed(rule)) return released(HIDDEN, removals, hidden, rule);
    const next = smallestShown(removals, hidden, rule);
    if (next === undefined) break;
    forced[next] = true;
  }
  return { additions: HIDDEN, removals: removals.map(() => HIDDEN), withheld: true };
}

/** As far as a hidden count can be from the truth by the rule: as much must be open of those who left. */
function needed({ hides }: SuppressionRule): number {
  return hides.to - hides.from;
}

function spareOf(counts: readonly number[], hidden: readonly boolean[], rule: SuppressionRule): number {
  return counts.reduce((sum, count, at) => sum + (hidden[at] ? canGive(count, rule) : 0), 0);
}

function released(
  additions: Figure,
  removals: readonly number[],
  hidden: readonly boolean[],
  rule: SuppressionRule,
): ReleasedFlow {
  const told = removals.map((count, at) => (hidden[at] ? HIDDEN : suppressedCount(count, rule)));
  return { additions, removals: told, withheld: false };
}
