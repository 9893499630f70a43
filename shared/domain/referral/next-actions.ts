/** Which events to offer on a referral now: what may be recorded, less what makes no sense to be asked. */
import { clockFamilies } from './clock-families/clock-families.ts';
import { type ReferralEventKind, referralEventKinds } from './event.ts';
import { kindRefusal } from './kind-refusal.ts';
import type { RecordContext } from './record-context.ts';
import type { Refusal } from './refusal.ts';
import type { ReferralState } from './state.ts';

// Before acceptance a page offers triage first. What happened all the same can still be recorded.
const afterAcceptance: ReadonlySet<ReferralEventKind> = new Set([
  'appointment-offered',
  'appointment-booked',
  'appointment-missed',
  'treatment-started',
  'active-monitoring-started',
  'decision-not-to-treat',
]);

/** The kinds of event to offer in a state, in the order they are usually met. A correction is offered beside each event instead. */
export function nextActions(state: ReferralState, context: RecordContext): readonly ReferralEventKind[] {
  const { seldom } = clockFamilies[context.queue.clockFamily];
  return referralEventKinds.filter(
    (kind) =>
      kind !== 'recorded-in-error' &&
      !seldom.includes(kind) &&
      isSensible(state, kind) &&
      kindRefusal(state, kind, context) === undefined,
  );
}

function isSensible(state: ReferralState, kind: ReferralEventKind): boolean {
  if (afterAcceptance.has(kind)) return state.accepted || state.appointment !== undefined;
  switch (kind) {
    case 'appointment-cancelled':
      return state.appointment !== undefined;
    case 'new-date-agreed':
      return state.open && (state.missed.inARow > 0 || state.cancelled.family + state.cancelled.provider > 0);
    case 'family-informed':
      return state.stamps.familyInformed === undefined;
    default:
      return true;
  }
}

/** Why an event may not be recorded now, for a page that shows the action and why it is not open; undefined when it may. */
export function whyNot(state: ReferralState, kind: ReferralEventKind, context: RecordContext): Refusal | undefined {
  return kindRefusal(state, kind, context);
}
