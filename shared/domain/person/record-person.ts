/** What may be written about a person, and how it is written: pure decisions that give the next version of the record. */
import { ageOn } from '../calendar/age.ts';
import type { Instant } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { conflict, type Issue, invalid } from '../error.ts';
import type { Person, PersonDetails } from './person.ts';

/** Who writes, when, and under which id: what every event of a person carries. */
export interface PersonRecorder {
  readonly eventId: string;
  readonly recordedAt: Instant;
  readonly by: { readonly actor: string; readonly role: string };
  readonly importId?: string;
  readonly requestHash?: string;
  /** SHA-256 in base64url: the domain has no cryptography of its own. */
  readonly hash: (text: string) => string;
}

type PersonEvent = Person['events'][number];

/** What the first event carries as the hash before it. */
const CHAIN_START = '';

/** The most events kept in the record; the audit keeps them all. */
const MOST_EVENTS = 200;

/** A new person, version 1. @throws `invalid` `person-details` when the details contradict each other or the day. */
export function newPerson(
  input: Pick<Person, 'id' | 'place' | 'details' | 'possibleDuplicateOf'>,
  recorder: PersonRecorder,
  today: LocalDate,
): Person {
  checkDetails(input.details, today);
  const event = chained([], { ...said(recorder), kind: 'created', fields: [] }, recorder);
  return { ...input, version: 1, mergedInto: null, events: [event] };
}

/**
 * The person with some details changed. Says which fields changed and never what they held: the audit keeps events.
 * @throws `invalid` `person-details`; `conflict` `nothing-changed`, `person-merged` or `record-full`.
 */
export function changedPerson(
  person: Person,
  changes: Partial<PersonDetails>,
  recorder: PersonRecorder,
  today: LocalDate,
  reason?: string,
): Person {
  if (person.mergedInto !== null) throw conflict('person-merged', 'This record was merged into another');
  const details = { ...person.details, ...changes };
  const fields = Object.keys(changes).filter(
    (field) => !sameDetail(field as keyof PersonDetails, person.details, details),
  );
  if (fields.length === 0) throw conflict('nothing-changed', 'This changes nothing');
  if (person.events.length >= MOST_EVENTS) throw conflict('record-full', 'This record cannot hold any more');
  checkDetails(details, today);
  const kind = fields.includes('diedOn') && details.diedOn !== null ? 'died' : 'changed';
  const event = chained(
    person.events,
    { ...said(recorder), kind, fields, ...(reason === undefined ? {} : { reason }) },
    recorder,
  );
  return { ...person, version: person.version + 1, details, events: [...person.events, event] };
}

/** The most people that one record names as possible duplicates. */
const MOST_DUPLICATES = 20;

/** The person with others named as possible duplicates; the same person when all of them were named, or no more can be. */
export function flaggedPerson(person: Person, others: readonly string[], recorder: PersonRecorder): Person {
  const named = [...new Set([...person.possibleDuplicateOf, ...others])].slice(0, MOST_DUPLICATES);
  const more = named.length > person.possibleDuplicateOf.length;
  if (!more || person.mergedInto !== null || person.events.length >= MOST_EVENTS) return person;
  const event = chained(
    person.events,
    { ...said(recorder), kind: 'flagged-possible-duplicate', fields: ['possibleDuplicateOf'] },
    recorder,
  );
  return { ...person, version: person.version + 1, possibleDuplicateOf: named, events: [...person.events, event] };
}

/** The hash that an event of a person ought to carry, given everything else in it. */
export function personEventHash(event: PersonEvent, hash: (text: string) => string): string {
  return hash(hashed(event));
}

function sameDetail(field: keyof PersonDetails, before: PersonDetails, after: PersonDetails): boolean {
  return JSON.stringify(before[field]) === JSON.stringify(after[field]);
}

function said({ eventId, recordedAt, by, importId, requestHash }: PersonRecorder) {
  return {
    id: eventId,
    recordedAt,
    by,
    ...(importId === undefined ? {} : { importId }),
    ...(requestHash === undefined ? {} : { requestHash }),
  };
}

function chained(
  before: Person['events'],
  event: Omit<PersonEvent, 'hash' | 'previousHash'>,
  recorder: PersonRecorder,
): PersonEvent {
  const linked = { ...event, previousHash: before.at(-1)?.hash ?? CHAIN_START };
  return { ...linked, hash: recorder.hash(hashed(linked)) };
}

/** The text that an event's hash is of. As a list: the order of an object's keys would be a matter of luck. */
function hashed(event: Omit<PersonEvent, 'hash'>): string {
  const { previousHash, id, kind, recordedAt, by, fields, reason, importId, requestHash } = event;
  return JSON.stringify([
    previousHash,
    id,
    kind,
    recordedAt,
    by.actor,
    by.role,
    fields,
    reason ?? null,
    importId ?? null,
    requestHash ?? null,
  ]);
}

function checkDetails(details: PersonDetails, today: LocalDate): void {
  const issues: Issue[] = [];
  const fault = (field: keyof PersonDetails, code: string, message: string) =>
    issues.push({ pointer: `/${field}`, code, message });
  if (details.birthDate > today) fault('birthDate', 'date-in-future', 'The date of birth must be in the past');
  else if (ageOn(details.birthDate, today) > 120) fault('birthDate', 'date-too-early', 'Check the year of birth');
  if (details.diedOn !== null && details.diedOn > today)
    fault('diedOn', 'date-in-future', 'This date is in the future');
  if (details.diedOn !== null && details.diedOn < details.birthDate)
    fault('diedOn', 'before-birth', 'This is before the date of birth');
  if (details.nhsNumber === null && details.noNhsNumberReason === null)
    fault('noNhsNumberReason', 'required', 'Say why there is no NHS number');
  if (details.nhsNumber !== null && details.noNhsNumberReason !== null)
    fault('noNhsNumberReason', 'not-wanted', 'There is an NHS number, so there is no reason for having none');
  if (new Set(details.flags).size !== details.flags.length) fault('flags', 'listed-twice', 'A flag is listed twice');
  if (issues.length > 0) throw invalid('person-details', 'Check the details of this person', issues);
}
