/**
 * What does not fit in a history: every standing event is judged by the state just before it. Recording asks this of the
 * history with the new event in it, so that a late entry or a correction cannot leave the events after it without ground.
 */

import type { ReferralEvent } from './event.ts';
import { beforeReceiptRefusal, factRefusal } from './fact-refusal.ts';
import { askedTier } from './fold.ts';
import { kindRefusal, referralVoid } from './kind-refusal.ts';
import { Pathway } from './pathway.ts';
import type { RecordContext } from './record-context.ts';
import type { Refusal } from './refusal.ts';
import { standingEvents } from './standing-events.ts';
import type { ReferralState } from './state.ts';

export interface HistoryFaults {
  /** Whether a receipt stands; without one every other event is a fault. */
  readonly received: boolean;
  /** The refusal of each standing event that does not fit, by event id. */
  readonly faults: ReadonlyMap<string, Refusal>;
  readonly standing: readonly ReferralEvent[];
}

export function historyFaults(events: readonly ReferralEvent[], context: RecordContext): HistoryFaults {
  const standing = standingEvents(events);
  const receipt = standing.find((event) => event.facts.kind === 'received');
  const tier = askedTier(standing);
  const faults = new Map<string, Refusal>();
  if (receipt === undefined || tier === undefined) {
    for (const event of standing) faults.set(event.id, referralVoid);
    return { received: false, faults, standing };
  }
  const pathway = new Pathway(context, tier);
  for (const event of standing) {
    const refusal =
      beforeReceiptRefusal(event.on, event.facts.kind, receipt.on) ??
      eventRefusal(pathway.state(event.on), event, context);
    if (refusal !== undefined) faults.set(event.id, refusal);
    pathway.take(event);
  }
  return { received: true, faults, standing };
}

function eventRefusal(state: ReferralState, event: ReferralEvent, context: RecordContext): Refusal | undefined {
  const { facts, on } = event;
  // A booking made before the receipt opens the history.
  const opens = facts.kind === 'booked-directly' && state.stage === 'void';
  const refusal =
    (opens ? undefined : kindRefusal(state, facts.kind, context)) ?? factRefusal(state, facts, on, context);
  if (refusal?.procedure === undefined) return refusal;
  // Procedure binds whoever records, not a file that reports what happened elsewhere; and nothing holds up a death.
  const exempt = event.importId !== undefined || (facts.kind === 'discharged' && facts.reason === 'died');
  return exempt ? undefined : refusal;
}
