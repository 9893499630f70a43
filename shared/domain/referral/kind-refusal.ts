/**
 * Which kinds of event a referral can take in a state. Asked before an event is recorded, and to offer only sensible
 * actions on a page: it looks at no fact of the event.
 */
import { assertNever } from '../error.ts';
import { clockFamilies } from './clock-families/clock-families.ts';
import type { ReferralEventKind } from './event.ts';
import { isProtected, type RecordContext } from './record-context.ts';
import { badKind, procedure, type Refusal } from './refusal.ts';
import type { ReferralState } from './state.ts';

// What still makes sense after the end: telling the family, being in touch, a note, and a correction.
const afterTheEnd: ReadonlySet<ReferralEventKind> = new Set(['family-informed', 'family-contacted', 'noted']);

/** What an event is told when no receipt stands. */
export const referralVoid = badKind(
  'referral-void',
  'The receipt of this referral was recorded in error. Record the receipt again first',
);

/** Why a kind of event cannot be recorded on a referral in this state; undefined when it can. */
export function kindRefusal(
  state: ReferralState,
  kind: ReferralEventKind,
  context: RecordContext,
): Refusal | undefined {
  if (kind === 'recorded-in-error') return undefined;
  if (state.stage === 'void') return kind === 'received' ? undefined : referralVoid;
  if (state.closed !== undefined && !afterTheEnd.has(kind)) return closedRefusal(state, kind);
  if (!clockFamilies[context.queue.clockFamily].effects[kind].used)
    return badKind('event-not-used', 'This event is not used in this queue');
  return openRefusal(state, kind, context);
}

/** The code of what is refused after a death. A death dated before events that were recorded already leaves them standing. */
export const closedByDeath = 'closed-by-death';

function closedRefusal(state: ReferralState, kind: ReferralEventKind): Refusal | undefined {
  if (state.closed?.reason === 'died')
    return badKind(
      closedByDeath,
      'This referral ended with a death. Only notes and contact with the family can follow',
    );
  if (kind === 'reinstated') {
    if (state.reinstatableUntil !== undefined && state.asAt <= state.reinstatableUntil) return undefined;
    return badKind(
      'not-reinstatable',
      'Only a referral discharged for missed appointments can be reinstated, and only in time. Start a new referral instead',
    );
  }
  if (state.closed?.why !== 'no-information')
    return badKind(
      'referral-closed',
      'This referral is closed. Reinstate it if that is still possible, or start a new referral',
    );
  return kind === 'information-received'
    ? undefined
    : badKind(
        'closed-no-information',
        'This referral closed without the information. Record its arrival to start again',
      );
}

function openRefusal(state: ReferralState, kind: ReferralEventKind, context: RecordContext): Refusal | undefined {
  switch (kind) {
    case 'received':
      // A direct booking may have come first.
      return state.stamps.received === undefined
        ? undefined
        : badKind('already-received', 'This referral has a receipt. Link a second one as a duplicate instead');
    case 'booked-directly':
      return state.stamps.firstContact !== undefined
        ? badKind('already-seen', 'There was a contact before this. Record a booked appointment instead')
        : undefined;
    case 'triage-accepted':
      return state.accepted && state.returned === undefined
        ? badKind('already-accepted', 'This referral is accepted already. No further triage is needed')
        : undefined;
    case 'returned-for-information':
      if (state.returned !== undefined)
        return badKind(
          'already-returned',
          'This referral is already waiting for information. Record its arrival first',
        );
      return state.accepted
        ? procedure(
            badKind('already-accepted', 'This referral is accepted. Ask the family or referrer and note it instead'),
          )
        : undefined;
    case 'information-received':
      return state.returned === undefined
        ? badKind('not-returned', 'No information was asked for. Return the referral for information first, or note it')
        : undefined;
    case 'rejected':
      return state.accepted
        ? procedure(badKind('already-accepted', 'This referral is accepted already. Discharge it instead'))
        : undefined;
    case 'offer-declined':
      return state.openOffers.length === 0
        ? badKind('no-open-offer', 'There is no offer to decline. Record the offer first')
        : undefined;
    case 'missed-appointments-reviewed':
      return state.missed.inARow === 0
        ? badKind('nothing-missed', 'There is no missed appointment to review')
        : undefined;
    case 'discharged':
      return dischargeRefusal(state, context);
    case 'reinstated':
      return badKind('not-closed', 'This referral is open, so there is nothing to reinstate');
    case 'assessment-started':
      return state.stamps.assessmentStarted !== undefined
        ? badKind(
            'already-started',
            'The assessment has started already. Correct the earlier entry if its date is wrong',
          )
        : undefined;
    case 'outcome-decided':
    case 'family-informed':
      return outcomeRefusal(state, kind, context);
    case 'active-monitoring-started':
      return state.stage === 'monitored'
        ? badKind('already-monitored', 'Active monitoring has started already')
        : undefined;
    case 'decision-to-treat':
      return state.stage === 'monitored'
        ? undefined
        : badKind('not-monitored', 'A decision to treat follows active monitoring. Record the active monitoring first');
    case 'right-to-choose-accepted':
      return state.stage === 'seen'
        ? badKind('already-seen', 'Right to Choose does not apply once care for this need has begun')
        : undefined;
    case 'transition':
      return state.transition === undefined || state.asAt < state.transition.planFrom
        ? badKind('too-young-for-transition', 'The hand-over to the pathway for adults is not due to be planned yet')
        : undefined;
    case 'appointment-offered':
    case 'appointment-booked':
    case 'appointment-cancelled':
    case 'appointment-missed':
    case 'new-date-agreed':
    case 'family-contacted':
    case 'contact':
    case 'baseline-measured':
    case 'plan-or-intervention':
    case 'treatment-started':
    case 'decision-not-to-treat':
    case 'declined-by-family':
    case 'transferred':
    case 'moved-into-area':
    case 'retiered':
    case 'linked-duplicate':
    case 'assigned':
    case 'noted':
    case 'recorded-in-error':
      return undefined;
    default:
      return assertNever(kind, 'event kind');
  }
}

/** After several missed appointments in a row nobody is discharged before a review, whatever the reason but death. */
export function dischargeRefusal(state: ReferralState, context: RecordContext): Refusal | undefined {
  const { reviewAfterInARow } = context.policy.missedAppointment;
  if (state.missed.inARow < reviewAfterInARow || state.missed.reviewed || !isProtected(context, state.asAt))
    return undefined;
  return procedure(
    badKind(
      'review-not-recorded',
      'Appointments were missed in a row. Record the clinical and safeguarding review before a discharge',
    ),
  );
}

function outcomeRefusal(
  state: ReferralState,
  kind: 'outcome-decided' | 'family-informed',
  context: RecordContext,
): Refusal | undefined {
  if (
    kind === 'family-informed' &&
    state.stamps.familyInformed !== undefined &&
    state.stamps.outcomeDecided !== undefined
  )
    return badKind('already-informed', 'The family was told already. Correct the earlier entry if its date is wrong');
  if (!clockFamilies[context.queue.clockFamily].diagnostic) return undefined;
  return state.stamps.assessmentStarted === undefined
    ? procedure(badKind('assessment-not-started', 'There is no assessment yet. Record its start first'))
    : undefined;
}
