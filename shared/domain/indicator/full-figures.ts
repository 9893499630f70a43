/** The figures of a queue as they were counted, for whoever may see small numbers. */
import { countsByBand } from '../bands/band.ts';
import { countsByRttWeek, rttOpenFrom } from '../bands/rtt-week.ts';
import { communityBands, longWaits } from '../bands/waiting-bands.ts';
import { fraction, roundHalfUp, subtract } from '../number/fraction.ts';
import { bandedPercentile } from '../number/percentile.ts';
import { percentage } from '../number/proportion.ts';
import type { QueuePolicy } from '../policy/policy.ts';
import { bandsFor } from './queue-bands.ts';
import type { CutFigures, Gap, GroupFigures, QueueFigures } from './queue-figures.ts';
import type { Completeness, Stamp } from './stamp.ts';
import { type CutTally, daysAt, inWeeks, type QueueTally, type Tally, tallyOf, toOneDecimal } from './tally.ts';

/** What a queue's figures are made of, beside its tally. */
export interface QueueContext {
  readonly queue: QueuePolicy;
  readonly stamp: Stamp;
  readonly completeness: Completeness;
}

/** What identifies the figures of a queue, in full and as released. */
export function aboutQueue({ queue, stamp, completeness }: QueueContext) {
  const { days, name, national } = queue.standard;
  return {
    queue: queue.code,
    name: queue.name,
    service: queue.service,
    standard: { days, name, national },
    stamp,
    completeness,
  };
}

export function fullFigures({ all, cuts }: QueueTally, context: QueueContext): QueueFigures {
  const { open, within, over, waits } = all;
  const bands = bandsFor(context.queue.standard.days);
  const counts = countsByBand(bands, waits);
  return {
    ...aboutQueue(context),
    open,
    within,
    over,
    percentWithin: percentage(within, open),
    medianWeeks: toOneDecimal(inWeeks(daysAt(all, 50))),
    p92Weeks: toOneDecimal(inWeeks(daysAt(all, 92))),
    p95Weeks: toOneDecimal(inWeeks(daysAt(all, 95))),
    over52Weeks: overDays(all, 364),
    longestDays: waits.at(-1) ?? null,
    longestOverDays: longWaits.findLast(({ overDays: days }) => overDays(all, days) > 0)?.overDays ?? null,
    bands: bands.map((band, at) => ({ ...band, count: counts[at] ?? 0 })),
    longWaits: longWaits.map((each) => ({ ...each, count: overDays(all, each.overDays) })),
    benchmark: open === 0 ? null : benchmarkOf(waits),
    byAge: byAgeOf(cuts, context.queue),
    cuts: cuts.map(fullCut),
    gaps: cuts.flatMap(fullGaps),
  };
}

/** How many of a tally wait more than some days. */
export function overDays({ waits }: Tally, days: number): number {
  return waits.filter((wait) => wait > days).length;
}

function benchmarkOf(waits: readonly number[]): NonNullable<QueueFigures['benchmark']> {
  const counts = countsByRttWeek(waits);
  const at = (percent: number): number | '104+' => {
    const banded = bandedPercentile(counts, percent, rttOpenFrom);
    if (banded === null) throw new RangeError('Nobody waits');
    return 'weeks' in banded ? roundHalfUp(banded.weeks, 1) : `${rttOpenFrom}+`;
  };
  return { median: at(50), p92: at(92), p95: at(95) };
}

/** Of the queues whose clock is that of the return: the others have measures of their own. */
function byAgeOf(cuts: readonly CutTally[], { clockFamily }: QueuePolicy): QueueFigures['byAge'] {
  const age = cuts.find(({ cut }) => cut.code === 'age');
  if (clockFamily !== 'CHS' || age === undefined) return null;
  const bandsOf = (belongs: (group: string) => boolean) =>
    countsByBand(
      communityBands,
      age.cut.groups.filter(({ code }) => belongs(code)).flatMap(({ code }) => tallyIn(age.tallies, code).waits),
    );
  return [
    { code: 'children', label: 'Children and young people, 0 to 17', bands: bandsOf((code) => code !== ADULTS) },
    { code: 'adults', label: 'Adults, 18 and over', bands: bandsOf((code) => code === ADULTS) },
  ];
}

/** Whose age is not known is counted with children: the service is for children. */
const ADULTS = '18-25';

function fullCut({ cut, tallies }: CutTally): CutFigures {
  const told = ({ code, label }: { readonly code: string; readonly label: string }): GroupFigures => {
    const tally = tallyIn(tallies, code);
    const { open, within } = tally;
    const medianWeeks = toOneDecimal(inWeeks(daysAt(tally, 50)));
    return { code, label, open, within, percentWithin: percentage(within, open), medianWeeks };
  };
  const { code, label, groups, rollups } = cut;
  return { code, label, withheld: false, groups: groups.map(told), rollups: rollups.map(told) };
}

function fullGaps({ cut, tallies }: CutTally): readonly Gap[] {
  return cut.gaps.map((gap) => {
    const [a, b] = [tallyIn(tallies, gap.group), tallyIn(tallies, gap.against)];
    const medians = [daysAt(a, 50), daysAt(b, 50)] as const;
    const shares = a.open === 0 || b.open === 0 ? null : subtract(share(a), share(b));
    return {
      ...gapNames(cut, gap),
      percentPoints: toOneDecimal(shares),
      medianDays: medians[0] === null || medians[1] === null ? null : roundHalfUp(subtract(medians[0], medians[1]), 1),
      groupOpen: a.open,
      againstOpen: b.open,
    };
  });
}

/** Those within the standard, in per cent, exactly. */
function share({ within, open }: Tally) {
  return fraction(within * 100, open);
}

/** What a gap is between, in codes and words. */
export function gapNames(
  { code, groups, rollups }: CutTally['cut'],
  { group, against }: { readonly group: string; readonly against: string },
): Pick<Gap, 'cut' | 'group' | 'groupLabel' | 'against' | 'againstLabel'> {
  const labelOf = (wanted: string) => [...groups, ...rollups].find((each) => each.code === wanted)?.label ?? wanted;
  return { cut: code, group, groupLabel: labelOf(group), against, againstLabel: labelOf(against) };
}

/** The tally of a group or rollup; nobody is in one that was not met. */
export function tallyIn(tallies: CutTally['tallies'], code: string): Tally {
  return tallies.get(code) ?? tallyOf([], 0);
}
