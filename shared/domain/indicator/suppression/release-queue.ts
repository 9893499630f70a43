/** The figures of a queue as they may leave the service: for pages, files, charts and programs alike, made once and kept. */
import { type Figure, HIDDEN } from '../figure.ts';
import { aboutQueue, type QueueContext } from '../full-figures.ts';
import type { CutFigures, QueueFigures } from '../queue-figures.ts';
import type { QueueTally } from '../tally.ts';
import { releaseCut } from './release-cut.ts';
import { releaseWaits } from './release-waits.ts';
import type { SuppressionRule } from './rule.ts';

export function releasedFigures({ all, cuts }: QueueTally, context: QueueContext, rule: SuppressionRule): QueueFigures {
  const waits = releaseWaits(all, context.queue.standard.days, rule);
  const count = waits.open !== HIDDEN;
  const told = { count, rate: count && waits.within !== HIDDEN && waits.over !== HIDDEN };
  const released = cuts.map((cut) => releaseCut(cut, told, rule));
  const stamp = { ...context.stamp, suppression: rule.code };
  const cutFigures = released.map(({ figures }) => figures);
  return {
    ...aboutQueue({ ...context, stamp }),
    // From what is shown alone: the share of those not known would otherwise tell how many they are.
    completeness: {
      ethnicity: knownShare(waits.open, cutFigures, 'ethnicity'),
      deprivation: knownShare(waits.open, cutFigures, 'deprivation'),
      whole: context.completeness.whole,
    },
    ...waits,
    benchmark: null,
    byAge: null,
    cuts: cutFigures,
    gaps: released.flatMap(({ gaps }) => gaps),
  };
}

function knownShare(open: Figure, cuts: readonly CutFigures[], code: string): number | null {
  const unknown = cuts.find((cut) => cut.code === code)?.groups.find((group) => group.code === 'not-known')?.open;
  if (typeof open !== 'number' || typeof unknown !== 'number' || open === 0) return null;
  return Math.max(0, Math.round(100 - (100 * unknown) / open));
}
