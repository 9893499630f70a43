/** Things to keep, made by the rules themselves. */
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { keyedIds } from '../../shared/adapters/crypto/ids.ts';
import type { KeptReferral } from '../../shared/application/ports/referrals.ts';
import { queueEntryOf } from '../../shared/application/queue/queue-entry.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import type { Person, PersonDetails } from '../../shared/domain/person/person.ts';
import { changedPerson, newPerson } from '../../shared/domain/person/record-person.ts';
import { liverpool } from '../../shared/domain/policy/places/liverpool.ts';
import type { Policy } from '../../shared/domain/policy/policy.ts';
import type { ReferralEventFacts } from '../../shared/domain/referral/event.ts';
import { openReferral, recordEvent } from '../../shared/domain/referral/record.ts';

export const ids = keyedIds('a key for samples');
export const today = localDate('2026-11-01');
const recordedAt = parseInstant('2026-11-01T09:30:00.000Z');

export function recorder() {
  return { eventId: ids.fresh(), recordedAt, by: { actor: ids.fresh(), role: 'administrator' }, hash: sha256 };
}

export function samplePerson(place: string, details: Partial<PersonDetails> = {}): Person {
  const usual: PersonDetails = {
    nhsNumber: null,
    nhsNumberStatus: '03',
    noNhsNumberReason: 'not-known',
    localId: null,
    givenName: 'Björn',
    familyName: 'Ó Súilleabháin',
    birthDate: localDate('2016-11-24'),
    diedOn: null,
    postcode: 'L25 9EZ',
    ethnicCategory: 'N',
    gpPractice: 'N82054',
    interpreterLanguage: null,
    reasonableAdjustments: ['Longer appointment'],
    communicationNeeds: [],
    flags: ['ehc-plan'],
  };
  const input = { id: ids.fresh(), place, details: { ...usual, ...details }, possibleDuplicateOf: [] };
  return newPerson(input, recorder(), today);
}

export function changed(person: Person, changes: Partial<PersonDetails>): Person {
  return changedPerson(person, changes, recorder(), today);
}

export function policyOf(place: string): Policy {
  return { ...liverpool, place: { id: place, name: 'A place' } };
}

function contextOf(person: Person, queue: string) {
  const policy = policyOf(person.place);
  const found = policy.queues.find(({ code }) => code === queue);
  if (found === undefined) throw new Error(`there is no queue ${queue}`);
  const { birthDate, flags } = person.details;
  return { policy, queue: found, birthDate, flags, today };
}

export function sampleReferral(
  person: Person,
  on: string,
  { queue = 'SALT', tier = 'routine' as const }: { queue?: string; tier?: 'urgent' | 'soon' | 'routine' } = {},
): KeptReferral {
  const facts = { kind: 'received', source: 'gp', tier, alreadyAccepted: false } as const;
  const opening = { id: ids.fresh(), personId: person.id, origin: null, on: localDate(on), facts };
  const referral = openReferral(opening, recorder(), contextOf(person, queue));
  return { referral, entry: queueEntryOf(referral, person, policyOf(person.place), today) };
}

/** The referral with one event more. */
export function withEvent(kept: KeptReferral, person: Person, facts: ReferralEventFacts, on: string): KeptReferral {
  const context = contextOf(person, kept.referral.queue);
  const referral = recordEvent(kept.referral, { facts, on: localDate(on) }, recorder(), context);
  return { referral, entry: queueEntryOf(referral, person, policyOf(person.place), today) };
}
