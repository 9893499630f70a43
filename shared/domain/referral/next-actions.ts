/** Which events may be recorded on a referral now: what a page offers. */
import { type ReferralEventKind, referralEventKinds } from './event.ts';
import { kindRefusal } from './kind-refusal.ts';
import type { RecordContext } from './record-context.ts';
import type { Refusal } from './refusal.ts';
import type { ReferralState } from './state.ts';

/** The kinds of event that fit the state, in the order they are usually met. A correction is offered beside each event instead. */
export function nextActions(state: ReferralState, context: RecordContext): readonly ReferralEventKind[] {
  return referralEventKinds.filter(
    (kind) => kind !== 'recorded-in-error' && kindRefusal(state, kind, context) === undefined,
  );
}

/** Why an event does not fit now, for a page that shows the action and why it is not open; undefined when it fits. */
export function whyNot(state: ReferralState, kind: ReferralEventKind, context: RecordContext): Refusal | undefined {
  return kindRefusal(state, kind, context);
}
