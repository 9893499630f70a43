/** What can be wrong with the day and the facts of an event, given the state just before it. */
import { ageOn } from '../calendar/age.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { ReferralEventFacts } from './event.ts';
import { missedCodingFor } from './missed-coding.ts';
import { isProtected, type RecordContext } from './record-context.ts';
import { badDay, badFact, procedure, type Refusal } from './refusal.ts';
import type { ReferralState } from './state.ts';

/** Days that no event can have: after today, or before birth. */
export function dayRefusal(on: LocalDate, context: RecordContext): Refusal | undefined {
  if (on > context.today) return badDay('date-in-future', 'This day has not come yet. Give today or an earlier day');
  if (on < context.birthDate) return badDay('before-birth', 'This day is before the birth date. Check both dates');
  return undefined;
}

/** An event before the receipt; a direct booking may come first, and a correction concerns the day it is made. */
export function beforeReceiptRefusal(
  on: LocalDate,
  kind: ReferralEventFacts['kind'],
  receivedOn: LocalDate,
): Refusal | undefined {
  if (on >= receivedOn || kind === 'received' || kind === 'booked-directly' || kind === 'recorded-in-error')
    return undefined;
  return badDay(
    'before-receipt',
    'This day is before the referral was received. Check the date, or correct the receipt',
  );
}

/** What is wrong with the facts, given the state just before the event; undefined when nothing is. */
export function factRefusal(
  state: ReferralState,
  facts: ReferralEventFacts,
  on: LocalDate,
  context: RecordContext,
): Refusal | undefined {
  switch (facts.kind) {
    case 'received':
      return receiptRefusal(facts, on, context);
    case 'booked-directly':
    case 'appointment-booked':
      return facts.appointmentOn < on
        ? badFact('appointmentOn', 'date-order', 'The appointment is before the day it was booked. Check both dates')
        : undefined;
    case 'appointment-offered':
      return facts.dates.some((date) => date < on)
        ? badFact('dates', 'date-order', 'An offered date is before the day of the offer. Check the dates')
        : undefined;
    case 'offer-declined':
      return state.openOffers.some((offer) => offer.eventId === facts.offerId)
        ? undefined
        : badFact(
            'offerId',
            'offer-unknown',
            'This is not an offer that still stands. Choose one that was made and not declined',
          );
    case 'appointment-missed':
      return codingRefusal(facts, on, context);
    case 'discharged':
      return notBroughtRefusal(state, facts, context);
    case 'retiered':
      return facts.tier === state.tier
        ? badFact('tier', 'tier-unchanged', 'The referral has this priority already. Choose another')
        : undefined;
    case 'linked-duplicate':
      if (facts.received > on)
        return badFact(
          'received',
          'date-order',
          'The duplicate was received after the day it is linked. Check both dates',
        );
      return facts.received < context.birthDate
        ? badFact('received', 'before-birth', 'The duplicate was received before the birth date. Check the date')
        : undefined;
    default:
      return undefined;
  }
}

function receiptRefusal(
  facts: ReferralEventFacts<'received'>,
  on: LocalDate,
  context: RecordContext,
): Refusal | undefined {
  const { ages } = context.queue;
  const { scopeAge } = context.policy;
  const age = ageOn(context.birthDate, on);
  const from = Math.max(ages.from, scopeAge.from);
  const to = Math.min(ages.to, scopeAge.to);
  if (age < from || age > to)
    return badDay('age-out-of-range', `This queue is for ages ${from} to ${to} on the day of receipt`);
  if (facts.authoredOn !== undefined && facts.authoredOn > on)
    return badFact('authoredOn', 'date-order', 'The referral was written after it was received. Check both dates');
  if (facts.firstReceivedOn === undefined) return undefined;
  if (facts.firstReceivedOn > on)
    return badFact('firstReceivedOn', 'date-order', 'The first receipt is after this one. Check both dates');
  return facts.firstReceivedOn < context.birthDate
    ? badFact('firstReceivedOn', 'before-birth', 'The first receipt is before the birth date. Check the date')
    : undefined;
}

function codingRefusal(
  facts: ReferralEventFacts<'appointment-missed'>,
  on: LocalDate,
  context: RecordContext,
): Refusal | undefined {
  const age = ageOn(context.birthDate, on);
  const expected = missedCodingFor(age, context.flags, facts.dependent ?? false);
  if (facts.coding === expected) return undefined;
  const message =
    expected === 'was-not-brought'
      ? 'At this age it is recorded as “was not brought”, unless a young person of 16 or over attends on their own'
      : 'At this age it is recorded as “did not attend”, unless the person depends on others to be brought';
  return procedure(badFact('coding', 'missed-coding', message));
}

// After the first missed appointment: contact the family and rebook, never discharge for it.
function notBroughtRefusal(
  state: ReferralState,
  facts: ReferralEventFacts<'discharged'>,
  context: RecordContext,
): Refusal | undefined {
  if (facts.reason !== 'not-brought' || !isProtected(context, state.asAt)) return undefined;
  if (state.missed.inARow >= context.policy.missedAppointment.reviewAfterInARow) return undefined;
  return procedure(
    badFact(
      'reason',
      'too-few-missed',
      'Nobody is discharged for missing this few appointments. Contact the family and rebook',
    ),
  );
}
