/**
 * How a queue went from one day to a later one: what it began with, what came, what left under each reason, and what it
 * ended with. It reconciles for every history: each clock is followed from its state on the first day to that on the last.
 */
import type { Clock, ClockEndReason, ReferralState } from '../referral/state.ts';

export interface QueueFlow {
  readonly opening: number;
  /** Clocks that came: every start, a new one after nullification, monitoring or late information, and reinstatements. */
  readonly additions: number;
  /** Clocks that left, by reason; a reason nobody left under is absent. */
  readonly removals: ReadonlyMap<ClockEndReason, number>;
  readonly removed: number;
  readonly netChange: number;
  readonly closing: number;
}

/** One referral, folded to the end of the day before the period and to its last day. */
export interface TwoDays {
  readonly opening: Pick<ReferralState, 'clocks'>;
  readonly closing: Pick<ReferralState, 'clocks'>;
}

export function queueFlow(referrals: Iterable<TwoDays>): QueueFlow {
  const removals = new Map<ClockEndReason, number>();
  let opening = 0;
  let additions = 0;
  let removed = 0;
  let closing = 0;
  for (const referral of referrals) {
    // Clocks are only ever added behind the others, so a clock keeps its position from one day to the next.
    for (const [position, now] of referral.closing.clocks.entries()) {
      const before = referral.opening.clocks[position];
      if (before !== undefined && sameEnd(before, now) && before.end !== undefined) continue;
      if (before !== undefined && before.end === undefined) opening += 1;
      else additions += 1;
      if (now.end === undefined) closing += 1;
      else {
        removed += 1;
        removals.set(now.end.reason, (removals.get(now.end.reason) ?? 0) + 1);
      }
    }
  }
  return { opening, additions, removals, removed, netChange: additions - removed, closing };
}

function sameEnd(before: Clock, now: Clock): boolean {
  return before.end?.eventId === now.end?.eventId && before.end?.on === now.end?.on;
}
