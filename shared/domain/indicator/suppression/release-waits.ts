/** How long a queue's people wait, as it may leave the service. */
import type { Band } from '../../bands/band.ts';
import { countsByBand } from '../../bands/band.ts';
import { longWaits } from '../../bands/waiting-bands.ts';
import { type Figure, HIDDEN } from '../figure.ts';
import { overDays } from '../full-figures.ts';
import { bandsFor } from '../queue-bands.ts';
import type { QueueFigures } from '../queue-figures.ts';
import { daysAt, inWeeks, type Tally } from '../tally.ts';
import { suppressedCount, suppressedPercent, suppressedStatistic } from './cell.ts';
import { isProtected, type SuppressionRule } from './rule.ts';
import { type HiddenInTree, hiddenInTree, type Node } from './tree.ts';

/** Everything of a queue's figures that is about waits and not about groups. */
export type ReleasedWaits = Pick<
  QueueFigures,
  | 'open'
  | 'within'
  | 'over'
  | 'percentWithin'
  | 'medianWeeks'
  | 'p92Weeks'
  | 'p95Weeks'
  | 'over52Weeks'
  | 'longestDays'
  | 'longestOverDays'
  | 'bands'
  | 'longWaits'
>;

const FIFTY_TWO_WEEKS = 364;

export function releaseWaits(all: Tally, standardDays: number, rule: SuppressionRule): ReleasedWaits {
  const bands = bandsFor(standardDays);
  const counts = countsByBand(bands, all.waits);
  const hidden = hiddenInTree(waitTree(all, bands, counts, standardDays), rule);
  const shown = (id: string, count: number): Figure => (hidden.ids.has(id) ? HIDDEN : suppressedCount(count, rule));
  const long = releaseLongWaits(all, standardDays, rule, shown);
  const rateHidden = ['open', 'within', over(standardDays)].some((id) => hidden.ids.has(id));
  const at = (percent: number) => statisticAt(all, percent, { bands, hidden, rule });
  return {
    open: shown('open', all.open),
    within: shown('within', all.within),
    over: shown(over(standardDays), all.over),
    percentWithin: rateHidden ? HIDDEN : suppressedPercent(all.within, all.open, rule),
    medianWeeks: at(50),
    p92Weeks: at(92),
    p95Weeks: at(95),
    over52Weeks: long.find(({ overDays: days }) => days === FIFTY_TWO_WEEKS)?.count ?? HIDDEN,
    // Somebody's own wait: never told. What the counts that are shown tell of the longest waits is.
    longestDays: HIDDEN,
    longestOverDays: long.findLast(({ count }) => typeof count === 'number' && count > 0)?.overDays ?? null,
    bands: bands.map((band, index) => ({ ...band, count: shown(band.code, counts[index] ?? 0) })),
    longWaits: long,
  };
}

const over = (days: number) => `over ${days}`;

/**
 * Everybody, by whether they wait within the standard; those over it, by each further mark at which long waits are told; and
 * between two marks by bands.
 */
function waitTree(all: Tally, bands: readonly Band[], counts: readonly number[], standardDays: number): Node {
  const leaf = (band: Band): Node => ({ id: band.code, count: counts[bands.indexOf(band)] ?? 0, parts: [] });
  const marks = marksOver(standardDays);
  const overFrom = (at: number): Node => {
    const mark = marks[at] ?? standardDays;
    const next = marks[at + 1];
    const between = bands.filter(({ from }) => from > mark && (next === undefined || from <= next)).map(leaf);
    const parts = next === undefined ? between : [...between, overFrom(at + 1)];
    return { id: over(mark), count: overDays(all, mark), parts };
  };
  const within = bands.filter(({ from }) => from <= standardDays).map(leaf);
  return { id: 'open', count: all.open, parts: [{ id: 'within', count: all.within, parts: within }, overFrom(0)] };
}

/** The standard, and the marks beyond it that are also ends of bands: those that stand in the tree. */
function marksOver(standardDays: number): readonly number[] {
  return [standardDays, ...[126, FIFTY_TWO_WEEKS].filter((days) => days > standardDays)];
}

/**
 * Long waits, each count of those over a mark. Beyond 52 weeks they are told one inside the other and not band by band: the
 * difference of two that are shown must leave as much open as a star does, or the smaller is hidden.
 */
function releaseLongWaits(
  all: Tally,
  standardDays: number,
  rule: SuppressionRule,
  shown: (id: string, count: number) => Figure,
): ReleasedWaits['longWaits'] {
  const marks = marksOver(standardDays);
  let before: number | undefined;
  return longWaits.map((each) => {
    const count = overDays(all, each.overDays);
    const inTree = marks.includes(each.overDays);
    const beyond = each.overDays > FIFTY_TWO_WEEKS && standardDays <= FIFTY_TWO_WEEKS;
    if (inTree) {
      const figure = shown(over(each.overDays), count);
      before = figure === HIDDEN ? undefined : count;
      return { ...each, count: figure };
    }
    const tellable = beyond && before !== undefined && !isProtected(count, rule) && leavesOpen(before, count, rule);
    if (tellable) before = count;
    return { ...each, count: tellable ? suppressedCount(count, rule) : HIDDEN };
  });
}

/** Whether a count and a part of it, both rounded, leave the rest as open as the rule leaves a star. */
function leavesOpen(whole: number, part: number, rule: SuppressionRule): boolean {
  const [a, b] = [possible(whole, rule), possible(part, rule)];
  const least = Math.max(0, a.from - b.to);
  return a.to - b.from - least >= rule.hides.to - rule.hides.from;
}

/** What a count that is shown may have been: the interval of its rounding, less what would have been hidden. */
export function possible(count: number, rule: SuppressionRule): { readonly from: number; readonly to: number } {
  const printed = suppressedCount(count, rule);
  if (typeof printed !== 'number') return { from: 0, to: Number.POSITIVE_INFINITY };
  if (printed === 0) return { from: 0, to: 0 };
  const half = (rule.roundTo - 1) / 2;
  return { from: Math.max(printed - half, rule.hides.to + 1), to: printed + half };
}

/**
 * A percentile, if no exchange of people among hidden bands could change it: each set of bands among which people could be
 * moved lies wholly below or wholly above those that the percentile stands in.
 */
function statisticAt(
  all: Tally,
  percent: number,
  {
    bands,
    hidden,
    rule,
  }: { readonly bands: readonly Band[]; readonly hidden: HiddenInTree; readonly rule: SuppressionRule },
): Figure {
  if (hidden.ids.has('open')) return HIDDEN;
  const position = ((all.open - 1) * percent) / 100;
  const [low, high] = [Math.floor(position), Math.ceil(position)].map((at) => bandAt(bands, all.waits[at] ?? 0));
  if (low === undefined || high === undefined) return HIDDEN;
  const fixed = hidden.exchanges.every((set) => {
    const places = set.map((code) => bands.findIndex((band) => band.code === code));
    return places.every((place) => place < low) || places.every((place) => place > high);
  });
  return fixed ? suppressedStatistic(inWeeks(daysAt(all, percent)), all.open, rule) : HIDDEN;
}

function bandAt(bands: readonly Band[], days: number): number {
  return bands.findIndex(({ from, to }) => days >= from && (to === null || days <= to));
}
