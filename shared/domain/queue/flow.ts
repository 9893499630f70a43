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
  const count = new FlowCount();
  for (const referral of referrals) count.add(referral);
  return count.flow();
}

/** Counts a flow referral by referral: nothing is held but the numbers. */
export class FlowCount {
  readonly #removals = new Map<ClockEndReason, number>();
  #opening = 0;
  #additions = 0;
  #removed = 0;
  #closing = 0;

  add({ opening, closing }: TwoDays): void {
    // Clocks are only ever added behind the others, so a clock keeps its position from one day to the next.
    for (const [position, now] of closing.clocks.entries()) {
      const before = opening.clocks[position];
      if (before !== undefined && sameEnd(before, now) && before.end !== undefined) continue;
      if (before !== undefined && before.end === undefined) this.#opening += 1;
      else this.#additions += 1;
      if (now.end === undefined) this.#closing += 1;
      else {
        this.#removed += 1;
        this.#removals.set(now.end.reason, (this.#removals.get(now.end.reason) ?? 0) + 1);
      }
    }
  }

  flow(): QueueFlow {
    const [opening, additions, removed, closing] = [this.#opening, this.#additions, this.#removed, this.#closing];
    return { opening, additions, removals: this.#removals, removed, netChange: additions - removed, closing };
  }
}

function sameEnd(before: Clock, now: Clock): boolean {
  return before.end?.eventId === now.end?.eventId && before.end?.on === now.end?.on;
}
