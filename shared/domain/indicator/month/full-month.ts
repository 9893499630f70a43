/** A month of a queue as it was counted, for whoever may see small numbers. */
import { divide, fraction, roundHalfUp } from '../../number/fraction.ts';
import { percentage } from '../../number/proportion.ts';
import { type ClockEndReason, clockEndReasons } from '../../referral/state.ts';
import type { Stamp } from '../stamp.ts';
import type { MonthFigures } from './month-figures.ts';
import type { MonthTally } from './month-tally.ts';
import { removalWords } from './removal-words.ts';

export interface MonthStamp {
  readonly queue: { readonly code: string; readonly name: string };
  readonly stamp: Stamp;
  readonly edition: number;
}

/** How many left under each reason, those nobody left under included, in the order in which they are told. */
export function removalsOf({
  flow,
}: MonthTally): readonly { readonly reason: ClockEndReason; readonly count: number }[] {
  return clockEndReasons.map((reason) => ({ reason, count: flow.removals.get(reason) ?? 0 }));
}

export function fullMonth(tally: MonthTally, { queue, stamp, edition }: MonthStamp): MonthFigures {
  const { month, flow, received, accepted, rejected, seen, seenWithin, attended, missed, firstContacts } = tally;
  const { triaged, triagedWithin } = tally;
  const { opening, additions, removed, netChange, closing } = flow;
  return {
    queue: queue.code,
    name: queue.name,
    month: month.code,
    from: month.from,
    to: month.to,
    stamp,
    edition,
    withheld: false,
    changes: [...tally.changes].map(([why, count]) => ({ why, count })),
    ...{ opening, additions, removed, netChange, closing },
    removals: removalsOf(tally).map(({ reason, count }) => ({ reason, label: removalWords[reason], count })),
    ...{ received, accepted, rejected, seen, seenWithin, attended, missed, firstContacts, triaged, triagedWithin },
    percentSeenWithin: percentage(seenWithin, seen),
    clearanceWeeks: clearanceWeeks(closing, tally.removedIn13Weeks),
    percentMissed: percentage(missed, attended + missed),
    followUpsPerFirst: followUpsPerFirst(tally),
    percentTriagedWithin: percentage(triagedWithin, triaged),
  };
}

/** Contacts that were not the first of their referral, for each that was; null where none was. */
function followUpsPerFirst({ attended, firstContacts }: MonthTally): number | null {
  if (firstContacts === 0) return null;
  return roundHalfUp(fraction(attended - firstContacts, firstContacts), 1);
}

/** Weeks to clear a list at the pace of 13 weeks; null where nobody left in them. */
export function clearanceWeeks(open: number, removedIn13Weeks: number): number | null {
  if (removedIn13Weeks === 0) return null;
  return roundHalfUp(divide(fraction(open * 13), fraction(removedIn13Weeks)), 1);
}
