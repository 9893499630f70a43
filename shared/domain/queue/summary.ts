/** The figures of a queue on a day, from the states of all its referrals: never a mean, and null where there is nothing to tell. */
import { countsByBand } from '../bands/band.ts';
import { communityBands } from '../bands/waiting-bands.ts';
import { daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { toNumber } from '../number/fraction.ts';
import { percentile } from '../number/percentile.ts';
import type { QueuePolicy } from '../policy/policy.ts';
import { isNullified, type ReferralState } from '../referral/state.ts';

export interface QueueSummary {
  /** Clocks running at the end of the day. */
  readonly open: number;
  readonly withinStandard: number;
  readonly breached: number;
  /** Running clocks in each of the seven bands of community health services. */
  readonly bands: readonly number[];
  readonly longestDays: number | null;
  /** Type 7 percentiles of the running clocks, unrounded. */
  readonly medianDays: number | null;
  readonly p92Days: number | null;
  /** Clocks that stopped as seen, up to the day or in the period. */
  readonly seen: number;
  readonly seenWithinStandard: number;
  /** Clocks that stopped otherwise and were not nullified. */
  readonly removedUnseen: number;
}

/** A period, both days included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * @param folded states of the queue's referrals, each folded to `asAt`.
 * @param period which stops to count; all up to `asAt` when absent.
 */
export function queueSummary(
  folded: Iterable<Pick<ReferralState, 'clocks'>>,
  queue: QueuePolicy,
  asAt: LocalDate,
  period?: Period,
): QueueSummary {
  const limit = queue.standard.days;
  const waits: number[] = [];
  let seen = 0;
  let seenWithinStandard = 0;
  let removedUnseen = 0;
  for (const { clocks } of folded) {
    for (const { startOn, end } of clocks) {
      if (end === undefined) waits.push(daysBetween(startOn, asAt));
      else if (period !== undefined && (end.on < period.from || end.on > period.to)) continue;
      else if (end.reason === 'seen') {
        seen += 1;
        if (daysBetween(startOn, end.on) <= limit) seenWithinStandard += 1;
      } else if (!isNullified(end.reason)) removedUnseen += 1;
    }
  }
  const withinStandard = waits.filter((days) => days <= limit).length;
  return {
    open: waits.length,
    withinStandard,
    breached: waits.length - withinStandard,
    bands: countsByBand(communityBands, waits),
    longestDays: waits.length === 0 ? null : waits.reduce((most, days) => Math.max(most, days)),
    medianDays: daysAt(waits, 50),
    p92Days: daysAt(waits, 92),
    seen,
    seenWithinStandard,
    removedUnseen,
  };
}

function daysAt(waits: readonly number[], percent: number): number | null {
  const exact = percentile(waits, percent);
  return exact === null ? null : toNumber(exact);
}
