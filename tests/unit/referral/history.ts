/** Builds referrals for tests the way they are built in earnest: opened, then event by event. */
import { createHash } from 'node:crypto';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import { epochDayOf, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { type Policy, type QueuePolicy, queueOf } from '../../../shared/domain/policy/policy.ts';
import type { ReferralEventFacts } from '../../../shared/domain/referral/event.ts';
import { foldReferral } from '../../../shared/domain/referral/fold.ts';
import { openReferral, type Recorder, recordEvent } from '../../../shared/domain/referral/record.ts';
import type { RecordContext } from '../../../shared/domain/referral/record-context.ts';
import type { Referral } from '../../../shared/domain/referral/referral.ts';
import type { ReferralState } from '../../../shared/domain/referral/state.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

const idOf = (name: string): string => sha256(name).slice(0, 16);

/** A queue of consultant-led care, which no place has from the start. */
export const paediatrics: QueuePolicy = {
  code: 'PAEDS',
  name: 'Community paediatrics',
  shortName: 'Paediatrics',
  service: 'paeds',
  clockFamily: 'RTT',
  standard: { days: 126, name: '18 weeks', source: 'NHS Constitution', national: true },
  monitorDays: [],
  longWaitDays: [364, 455, 546, 728],
  ages: { from: 0, to: 25 },
  adultPathway: null,
  stages: [],
  spellings: [],
  snomed: '310067008',
  reasonForReferral: null,
};

/** The four-week measure as a queue. */
export const mentalHealth: QueuePolicy = {
  ...paediatrics,
  code: 'CYPMH',
  name: 'Mental health',
  shortName: 'Mental health',
  service: 'cypmh',
  clockFamily: 'FOUR-WEEK',
  standard: { days: 28, name: '4 weeks', source: 'NHS England four-week measure', national: true },
  ages: { from: 0, to: 17 },
};

export const policy: Policy = { ...liverpool, queues: [...liverpool.queues, paediatrics, mentalHealth] };

export function queueCalled(code: string): QueuePolicy {
  const queue = queueOf(policy, code);
  if (queue === undefined) throw new Error(`No queue ${code}`);
  return queue;
}

export function contextFor(code: string, more: Partial<RecordContext> = {}): RecordContext {
  return {
    policy,
    queue: queueCalled(code),
    birthDate: localDate('2018-09-10'),
    flags: [],
    today: localDate('2026-11-01'),
    ...more,
  };
}

export type Entry = readonly [on: string, facts: ReferralEventFacts];

let recordedAt = Date.parse('2026-11-01T09:00:00Z');

/** Someone records, one second after the last time anybody did. */
export function recorderOf(name: string, more: Partial<Recorder> = {}): Recorder {
  recordedAt += 1000;
  return {
    eventId: idOf(name),
    recordedAt: instantOf(recordedAt),
    by: { actor: 'staff-1', role: 'clinician' },
    hash: sha256,
    ...more,
  };
}

const receivedAs = (more: Partial<ReferralEventFacts<'received'>>): ReferralEventFacts<'received'> => ({
  kind: 'received',
  source: 'gp',
  tier: 'routine',
  alreadyAccepted: false,
  ...more,
});

/** A referral received on a day, with what happened to it afterwards recorded in the order given. */
export function referralOf(
  context: RecordContext,
  receivedOn: string,
  entries: readonly Entry[] = [],
  receipt: Partial<ReferralEventFacts<'received'>> & { id?: string; at?: number } = {},
): Referral {
  const { id = 'referral', at, ...facts } = receipt;
  let referral = openReferral(
    {
      id: idOf(id),
      personId: idOf('person'),
      origin: null,
      on: localDate(receivedOn),
      facts: receivedAs(facts),
      ...(at !== undefined && { at: instantOf(at) }),
    },
    recorderOf(`${id}-0`),
    context,
  );
  for (const [index, [on, happened]] of entries.entries()) {
    referral = recordEvent(referral, { facts: happened, on: localDate(on) }, recorderOf(`${id}-${index + 1}`), context);
  }
  return referral;
}

/** The id that `referralOf` gives the event at a position: 0 is the receipt. */
export const eventIdAt = (position: number, id = 'referral'): string => idOf(`${id}-${position}`);

export function stateOn(referral: Referral, context: RecordContext, asAt: string): ReferralState {
  return foldReferral(referral.events, { ...context, asAt: localDate(asAt) }).state;
}

/** Days of each clock, to its end or to the day the state is of. */
export function clockDays(state: ReferralState): number[] {
  return state.clocks.map((clock) => epochDayOf(clock.end?.on ?? state.asAt) - epochDayOf(clock.startOn));
}

export const day = (text: string): LocalDate => localDate(text);

/** Facts of the events that are used most, with usual answers. */
export const facts = {
  contact: (mechanism: ReferralEventFacts<'contact'>['mechanism'] = 'face-to-face'): ReferralEventFacts => ({
    kind: 'contact',
    mechanism,
    parentOnly: false,
  }),
  missed: (more: Partial<ReferralEventFacts<'appointment-missed'>> = {}): ReferralEventFacts => ({
    kind: 'appointment-missed',
    coding: 'was-not-brought',
    first: false,
    communicationProven: false,
    safeguardingConsidered: true,
    ...more,
  }),
  discharged: (reason: ReferralEventFacts<'discharged'>['reason'] = 'completed'): ReferralEventFacts => ({
    kind: 'discharged',
    reason,
    clinician: 'Dr A Clinician',
  }),
  cancelled: (by: 'family' | 'provider'): ReferralEventFacts => ({ kind: 'appointment-cancelled', by }),
  familyContacted: (
    purpose: ReferralEventFacts<'family-contacted'>['purpose'] = 'after-missed-appointment',
  ): ReferralEventFacts => ({ kind: 'family-contacted', purpose }),
};
