/**
 * Random histories that could have been recorded: each step picks an event that the rules allow in the state reached, with
 * random facts, on the same day or later, or now and then corrects an earlier one. What is refused is left out.
 */
import fc from 'fast-check';
import { ageOn } from '../../../shared/domain/calendar/age.ts';
import { addDays, type LocalDate, latest, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import {
  type ReferralEventFacts,
  type ReferralEventKind,
  referralEventKinds,
} from '../../../shared/domain/referral/event.ts';
import { foldReferral } from '../../../shared/domain/referral/fold.ts';
import { missedCodingFor } from '../../../shared/domain/referral/missed-coding.ts';
import { nextActions } from '../../../shared/domain/referral/next-actions.ts';
import { recordEvent } from '../../../shared/domain/referral/record.ts';
import type { RecordContext } from '../../../shared/domain/referral/record-context.ts';
import type { Referral } from '../../../shared/domain/referral/referral.ts';
import { contextFor, policy, recorderOf, referralOf } from '../../unit/referral/history.ts';

interface Step {
  /** Picks the kind among those that fit. */
  readonly which: number;
  readonly daysLater: number;
  /** Drives every choice among facts. */
  readonly choice: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  which: fc.nat({ max: 10_000 }),
  daysLater: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 45 }), fc.integer({ min: -20, max: 0 })),
  choice: fc.nat({ max: 10_000 }),
});

export interface History {
  readonly context: RecordContext;
  readonly referral: Referral;
  /** A day on or after the last event. */
  readonly end: LocalDate;
}

// What moves a clock is picked more often than what only stands in the history, and what ends everything least.
const weights: Partial<Record<ReferralEventKind, number>> = {
  'appointment-missed': 6,
  'new-date-agreed': 6,
  'active-monitoring-started': 4,
  'decision-to-treat': 30,
  'returned-for-information': 6,
  'information-received': 40,
  reinstated: 40,
  contact: 4,
  'assessment-started': 4,
  'treatment-started': 3,
  'missed-appointments-reviewed': 4,
};

function kindFor(step: Step, referral: Referral, on: LocalDate, context: RecordContext): ReferralEventKind {
  const { state } = foldReferral(referral.events, { ...context, asAt: on });
  const offered = nextActions(state, context).flatMap((kind) =>
    Array.from({ length: kind === 'discharged' && state.missed.reviewed ? 12 : (weights[kind] ?? 1) }, () => kind),
  );
  // Corrections are not offered, and some kinds are tried though they do not fit.
  return pick([...offered, 'recorded-in-error', 'noted', pick(referralEventKinds, step.choice)], step.which);
}

const birthDate = localDate('2008-02-29');

/** A referral in one of the queues, with up to sixteen events tried on it. */
export const history: fc.Arbitrary<History> = fc
  .record({
    queue: fc.constantFrom(...policy.queues.map((queue) => queue.code), 'PAEDS', 'PAEDS'),
    received: fc.integer({ min: 0, max: 500 }),
    lookedAfter: fc.boolean(),
    alreadyAccepted: fc.boolean(),
    steps: fc.array(step, { maxLength: 16 }),
    after: fc.nat({ max: 40 }),
    missedTwice: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
  })
  .map(({ queue, received, lookedAfter, alreadyAccepted, steps, after, missedTwice }) => {
    const context = contextFor(queue, { birthDate, flags: lookedAfter ? ['looked-after'] : [] });
    let on = addDays(localDate('2024-01-02'), received);
    let referral = referralOf(context, on, [], { alreadyAccepted });
    if (missedTwice) referral = dischargedForMissing(referral, on, context);
    for (const [index, one] of steps.entries()) {
      const next = addDays(on, one.daysLater);
      const facts = factsFor(kindFor(one, referral, latest(next, on), context), one.choice, next, referral);
      const tried = attempt(referral, { facts, on: next }, index, context);
      if (tried === undefined) continue;
      referral = tried;
      if (next > on) on = next;
    }
    return { context, referral, end: addDays(on, after) };
  });

// Too long a way for chance to find often: two misses, a review, and a discharge that can be undone.
function dischargedForMissing(referral: Referral, on: LocalDate, context: RecordContext): Referral {
  const missed = factsFor('appointment-missed', 2, on, referral);
  const review = factsFor('missed-appointments-reviewed', 0, on, referral);
  const discharge = factsFor('discharged', 1, on, referral);
  return [missed, missed, review, discharge].reduce(
    (grown, facts, index) => attempt(grown, { facts, on }, 1000 + index, context) ?? grown,
    referral,
  );
}

function attempt(
  referral: Referral,
  happened: Parameters<typeof recordEvent>[1],
  index: number,
  context: RecordContext,
): Referral | undefined {
  try {
    return recordEvent(referral, happened, recorderOf(`step-${index}-${referral.events.length}`), context);
  } catch (caught) {
    if (isDomainError(caught, 'invalid')) return undefined;
    throw caught;
  }
}

export const stateOf = ({ context, referral }: History, asAt: LocalDate, events = referral.events) =>
  foldReferral(events, { ...context, asAt }).state;

function pick<T>(options: readonly T[], choice: number): T {
  return options[choice % options.length] as T;
}

/** Facts of a kind, chosen by a number. */
export function factsFor(
  kind: ReferralEventKind,
  choice: number,
  on: LocalDate,
  referral: Referral,
): ReferralEventFacts {
  const event = pick(referral.events, choice);
  const yes = choice % 2 === 0;
  switch (kind) {
    case 'received':
      return { kind, source: 'gp', tier: pick(['urgent', 'soon', 'routine'] as const, choice), alreadyAccepted: yes };
    case 'booked-directly':
    case 'appointment-booked':
      return { kind, appointmentOn: addDays(on, choice % 60) };
    case 'returned-for-information':
      return { kind, questions: 'Which school?' };
    case 'rejected':
      return { kind, reason: 'criteria-not-met', advice: 'See the GP' };
    case 'appointment-offered':
      return { kind, dates: [addDays(on, choice % 40), addDays(on, (choice % 40) + 3)] };
    case 'offer-declined': {
      const offers = referral.events.filter(({ facts }) => facts.kind === 'appointment-offered');
      return { kind, offerId: (offers[choice % Math.max(1, offers.length)] ?? event).id };
    }
    case 'appointment-cancelled':
      return { kind, by: yes ? 'family' : 'provider' };
    case 'appointment-missed':
      return {
        kind,
        coding: missedCodingFor(ageOn(birthDate, on), [], false),
        first: choice % 3 === 0,
        communicationProven: choice % 5 < 3,
        safeguardingConsidered: true,
      };
    case 'family-contacted':
      return { kind, purpose: yes ? 'validation' : 'after-missed-appointment' };
    case 'missed-appointments-reviewed':
      return { kind, conclusion: 'No risk found' };
    case 'contact':
      return {
        kind,
        mechanism: pick(['face-to-face', 'video', 'telephone', 'letter', 'between-professionals'] as const, choice),
        parentOnly: yes,
      };
    case 'baseline-measured':
      return { kind, measure: 'RCADS' };
    case 'plan-or-intervention':
      return { kind, what: 'care-plan' };
    case 'assessment-started':
      return { kind, byRole: 'Psychologist' };
    case 'outcome-decided':
      return { kind, outcome: pick(['confirmed', 'not-confirmed', 'deferred'] as const, choice) };
    case 'active-monitoring-started':
      return { kind, by: yes ? 'patient' : 'clinician' };
    case 'decision-not-to-treat':
    case 'reinstated':
      return { kind, reason: 'Discussed' };
    case 'transferred':
      return { kind, to: 'Another team' };
    case 'right-to-choose-accepted':
      return { kind, provider: 'Another provider' };
    case 'discharged':
      return {
        kind,
        reason: pick(['completed', 'not-brought', 'not-brought', 'moved-away', 'died'] as const, choice),
        clinician: 'A clinician',
      };
    case 'moved-into-area':
      return { kind, waitedDaysElsewhere: choice % 800 };
    case 'retiered':
      return { kind, tier: pick(['urgent', 'soon', 'routine'] as const, choice), reason: 'Changed' };
    case 'linked-duplicate':
      return { kind, received: addDays(on, -(choice % 400)), source: 'School' };
    case 'transition':
      return { kind, step: pick(['planned', 'refused-by-adult-team'] as const, choice), team: 'Adults' };
    case 'assigned':
      return { kind, to: 'staff-2' };
    case 'noted':
      return { kind, note: 'A note' };
    case 'recorded-in-error':
      return { kind, eventId: event.id, reason: 'Mistake' };
    default:
      return { kind };
  }
}
