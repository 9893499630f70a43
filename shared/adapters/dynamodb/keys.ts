/**
 * The keys of `records` and `audit`, all in one place: short, because their bytes are counted in every index entry. No
 * key holds a fact about a person: ids are opaque, numbers and birth dates are keyed hashes.
 */
import type { CaseKey, CaseList } from '../../application/ports/cases.ts';
import type { PersonNumberKind } from '../../application/ports/person-numbers.ts';
import type { QueueList, ReferralKey } from '../../application/ports/referrals.ts';
import { type CaseKind, caseKinds } from '../../domain/case/case-kinds.ts';

/** The letter that a kind of case has in keys. */
const caseLetters: Readonly<Record<CaseKind, string>> = {
  'health-check': 'H',
  budget: 'B',
  'care-assessment': 'C',
  'ehc-assessment': 'E',
  'ehc-advice': 'A',
  'family-message': 'M',
  'health-goals': 'G',
  feedback: 'F',
  'access-review': 'R',
};

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export function personKey(place: string, personId: string): Key {
  return { pk: personCollection(place, personId), sk: 'P' };
}
export function personCollection(place: string, personId: string): string {
  return `${place}#P#${personId}`;
}
/** The sort keys of a person's collection that are the person (`P`), their cases (`PC#…`) and their referrals (`R#…`). */
export const PERSON_AND_RECORDS = { from: 'P', to: 'R$' } as const;

export function referralKey(place: string, { personId, referralId }: ReferralKey): Key {
  return { pk: personCollection(place, personId), sk: `R#${referralId}` };
}
/** Takes a referral's key apart; undefined when it is another kind of key. */
export function referralKeyOf({ pk, sk }: Key): (ReferralKey & { readonly place: string }) | undefined {
  const [place, kind, personId] = pk.split('#');
  if (place === undefined || kind !== 'P' || personId === undefined || !sk.startsWith('R#')) return undefined;
  return { place, personId, referralId: sk.slice(2) };
}

export function caseKey(place: string, { personId, kind, caseId }: CaseKey): Key {
  return { pk: personCollection(place, personId), sk: `PC#${caseLetters[kind]}#${caseId}` };
}
/** Takes a case's key apart; undefined when it is another kind of key. */
export function caseKeyOf({ pk, sk }: Key): (CaseKey & { readonly place: string }) | undefined {
  const [place, letter, personId] = pk.split('#');
  const [of, kindLetter, caseId] = sk.split('#');
  const kind = caseKinds.find((one) => caseLetters[one] === kindLetter);
  if (place === undefined || letter !== 'P' || personId === undefined) return undefined;
  if (of !== 'PC' || kind === undefined || caseId === undefined) return undefined;
  return { place, personId, kind, caseId };
}
/**
 * An event of a case that is kept apart from it, under its own id: `E` comes before `P`, so that whoever reads everything about
 * a person passes it by.
 */
export function archivedEventKey(place: string, key: CaseKey, eventId: string): Key {
  return { pk: personCollection(place, key.personId), sk: `${archivedPrefix(key)}#${eventId}` };
}
/** Every archived event of a case. `$` comes after `#`. */
export function archivedEventsOf(place: string, key: CaseKey) {
  const prefix = archivedPrefix(key);
  return { partition: personCollection(place, key.personId), between: { from: `${prefix}#`, to: `${prefix}$` } };
}
function archivedPrefix({ kind, caseId }: CaseKey): string {
  return `E#${caseLetters[kind]}#${caseId}`;
}
/** The cases of a kind in a place: what is open, or what has ended. */
export function caseListKey(place: string, kind: CaseKind, list: CaseList): string {
  return list === 'open' ? `${place}#C#${caseLetters[kind]}` : `${place}#C#${caseLetters[kind]}#done`;
}
/** What is due of a service. */
export function dueListKey(place: string, service: string): string {
  return `${place}#${service}`;
}

const numberLetters: Readonly<Record<PersonNumberKind, string>> = { 'nhs-number': 'N', 'local-id': 'L' };
/** @param hashed the keyed hash of the number. */
export function numberKey(place: string, kind: PersonNumberKind, hashed: string): Key {
  const letter = numberLetters[kind];
  return { pk: `${place}#${letter}#${hashed}`, sk: letter };
}

/** The list of everybody born on a day. @param hashed the keyed hash of the day. */
export function birthdayList(place: string, hashed: string): string {
  return `${place}#D#${hashed}`;
}
/** One of a queue's lists. The one that is read most has the shortest key. */
export function queueListKey(place: string, queue: string, list: QueueList): string {
  return list === 'waiting' ? `${place}#Q#${queue}` : `${place}#Q#${queue}#${list}`;
}
/** Which list a key of {@link queueListKey} is of; undefined for any other key. */
export function queueListOf(key: string): QueueList | undefined {
  const [, kind, , list = 'waiting'] = key.split('#');
  const known = kind === 'Q' && (list === 'waiting' || list === 'pathway' || list === 'closed');
  return known ? list : undefined;
}

export function policyCollection(place: string): string {
  return `${place}#POLICY`;
}
/** Versions sort as numbers do. */
export function policyKey(place: string, version: number): Key {
  return { pk: policyCollection(place), sk: `POLICY#${padded(version, 6)}` };
}
/** @param hashed hash of issuer and subject. */
export function staffKey(hashed: string): Key {
  return { pk: `STAFF#${hashed}`, sk: 'STAFF' };
}
/** The list of all staff, by id. */
export const STAFF_LIST = 'STAFF';
/** Whose sessions: those of staff and those of families are kept apart, so that neither's cookie opens the other's pages. */
export type SessionKind = 'SESSION' | 'FSESSION';
export function sessionKey(kind: SessionKind, idHash: string): Key {
  return { pk: `${kind}#${idHash}`, sk: 'SESSION' };
}

/** The pointers to the sessions that one session of the identity provider began. @param hashed hash of issuer and session. */
export function providerSessions(kind: SessionKind, hashed: string): string {
  return `${kind}#P#${hashed}`;
}

/** The items of an import: itself (`I`), its batches (`B#…`), what was found out about it (`F#…`). */
export function importCollection(place: string, importId: string): string {
  return `${place}#I#${importId}`;
}
export function importKey(place: string, importId: string): Key {
  return { pk: importCollection(place, importId), sk: 'I' };
}
/** The list of a place's imports, in the order they were started. */
export function importList(place: string): string {
  return `${place}#I`;
}
/** @param first the first record of the batch. */
export function batchKey(place: string, importId: string, first: number): Key {
  return { pk: importCollection(place, importId), sk: `B#${padded(first, 6)}` };
}
export function findingKey(place: string, importId: string, kind: string, part: number): Key {
  return { pk: importCollection(place, importId), sk: `F#${kind}#${padded(part, 4)}` };
}
/** How the columns of a source system's files are read. @param system its name, as it was typed. */
export function columnMappingKey(place: string, system: string): Key {
  return { pk: `${place}#M#${system}`, sk: 'M' };
}
/** `R` for review: `V` is taken by views in the other table, and a key says one thing wherever it stands. */
export function reviewKey(place: string, reviewId: string): Key {
  return { pk: `${place}#R#${reviewId}`, sk: 'R' };
}
/** The list of the reviews that wait, or of those that do not any more. */
export function reviewList(place: string, waiting: boolean): string {
  return waiting ? `${place}#R` : `${place}#R#done`;
}

/** What the watch reads of a service's referrals and cases. */
export function watchListKey(place: string, service: string): string {
  return `${place}#${service}`;
}
/** The service that a key of {@link watchListKey} is of. */
export function watchServiceOf(key: string): string {
  return key.slice(key.indexOf('#') + 1);
}
export function alertKey(place: string, alertId: string): Key {
  return { pk: `${place}#ALERT#${alertId}`, sk: 'ALERT' };
}
/** Takes an alert's key apart; undefined when it is another kind of key. */
export function alertKeyOf({ pk, sk }: Key): { readonly place: string; readonly alertId: string } | undefined {
  const [place, kind, alertId] = pk.split('#');
  if (place === undefined || kind !== 'ALERT' || alertId === undefined || sk !== 'ALERT') return undefined;
  return { place, alertId };
}
/** A team's alerts: those that are open, or those that have ended. */
export function alertList(place: string, team: string, open: boolean): string {
  return open ? `${place}#ALERTS#${team}` : `${place}#ALERTS#${team}#done`;
}
/** What the watch reads of a place's alerts. In capitals, as no service is. */
export function alertWatchList(place: string): string {
  return `${place}#ALERTS`;
}
export function messageKey(place: string, messageId: string): Key {
  return { pk: `${place}#MESSAGE#${messageId}`, sk: 'MESSAGE' };
}
/** Takes a message's key apart; undefined when it is another kind of key. */
export function messageKeyOf({ pk, sk }: Key): { readonly place: string; readonly id: string } | undefined {
  const [place, kind, id] = pk.split('#');
  if (place === undefined || kind !== 'MESSAGE' || id === undefined || sk !== 'MESSAGE') return undefined;
  return { place, id };
}
/** What waits to be sent in a place. In capitals, as no service is. */
export function messageWatchList(place: string): string {
  return `${place}#MESSAGES`;
}
/** The messages that could not be sent to people. */
export function failedMessages(place: string): string {
  return `${place}#MESSAGES#failed`;
}
/** The messages for a webhook. */
export function webhookMessages(place: string, webhookId: string): string {
  return `${place}#MESSAGES#${webhookId}`;
}
/** The webhooks of a place, by id. */
export function webhookCollection(place: string): string {
  return `${place}#HOOK`;
}
/** How a member of staff wants to be told of alerts. */
export function preferencesKey(staffId: string): Key {
  return { pk: `PREFERENCES#${staffId}`, sk: 'PREFERENCES' };
}
/** What a place writes for families, who may read all of it that is published: by id, notices by the day they were begun. */
export type CommunityKind = 'HELP' | 'NOTICE' | 'MEETING' | 'QUESTIONS';
export function communityCollection(place: string, kind: CommunityKind): string {
  return `${place}#COMMUNITY#${kind}`;
}
/** Who has places at a place's meetings, by meeting: families write it, and nothing else of the community. */
export function registerCollection(place: string): string {
  return `${place}#SEATS`;
}
/** Who is to be told when they have a place that they wait for, by token: families put it, and cannot read it. */
export function seekerKey(place: string, token: string): Key {
  return { pk: `${place}#SEEKER#${token}`, sk: 'S' };
}
/** What families answered to a questionnaire, by token: families put it, and cannot read it. */
export function answerCollection(place: string, questionnaireId: string): string {
  return `${place}#ANSWER#${questionnaireId}`;
}
/** What the deadlines of a place's open referrals were planned by. */
export function plannedRulesKey(place: string): Key {
  return { pk: `${place}#PLANNED`, sk: 'PLANNED' };
}
/** The runs of a schedule, by day and invocation. */
export function scheduleRuns(schedule: string): string {
  return `RUNS#${schedule}`;
}

/** The chain of what an actor saw in a place. */
export function viewChain(place: string, actor: string): string {
  return `${place}#A#${actor}`;
}
export function viewKey(place: string, actor: string, seq: number): Key {
  return { pk: viewChain(place, actor), sk: padded(seq, 10) };
}
/** The pointers to views of one person alone. */
export function personViews(place: string, personId: string): string {
  return `${place}#S#${personId}`;
}
/** The pointers to views of a queue's list. */
export function listViews(place: string, queue: string): string {
  return `${place}#V#${queue}`;
}
/** What was written about a person, sorted by aggregate and number. */
export function writtenCollection(place: string, personId: string): string {
  return `${place}#W#${personId}`;
}
export function writtenKey(place: string, personId: string, aggregateId: string, seq: number): Key {
  return { pk: writtenCollection(place, personId), sk: `${aggregateId}#${padded(seq, 4)}` };
}
/** The pointers to what an actor wrote. */
export function writerCollection(place: string, actor: string): string {
  return `${place}#X#${actor}`;
}

/** The list of those whose views are kept in a place. */
export function viewerList(place: string): string {
  return `${place}#A`;
}
/** The list of those who wrote in a place. */
export function writerList(place: string): string {
  return `${place}#X`;
}
/** The list of those about whom something was written in a place. */
export function writtenList(place: string): string {
  return `${place}#W`;
}
/** A view on a list: of a person, or of a queue. */
export function listedViewKey(list: string, at: string, actor: string, seq: number): Key {
  return { pk: list, sk: `${at}#${actor}#${padded(seq, 10)}` };
}
/** An event on the list of who wrote it. */
export function writerKey(place: string, actor: string, recordedAt: string, aggregateId: string, seq: number): Key {
  return { pk: writerCollection(place, actor), sk: `${recordedAt}#${aggregateId}#${padded(seq, 4)}` };
}
/** The daily heads of a place, by number. */
export function headList(place: string): string {
  return `${place}#H`;
}
/** A part of the links that a head is of: under their digest, so that parts of a run that was cut short mislead nobody. */
export function headPartKey(place: string, digest: string, part: number): Key {
  return { pk: `${place}#H#${digest}`, sk: padded(part, 4) };
}
/** The unusual hours of a place. */
export function unusualList(place: string): string {
  return `${place}#U`;
}

/** What a member of staff asked for in an emergency. */
export function breakGlassCollection(place: string, actor: string): string {
  return `${place}#G#${actor}`;
}
/** The list of the emergency accesses that wait for a review, or of those that had one. */
export function breakGlassList(place: string, waiting: boolean): string {
  return waiting ? `${place}#G` : `${place}#G#done`;
}

/** Who in a family may see a child's record: apart from the person's collection, so that families' functions can be held to it. */
export function familyAccessKey(place: string, personId: string): Key {
  return { pk: `${place}#F#${personId}`, sk: 'F' };
}
/** A sealed address of somebody in the family, beside their access. */
export function contactKey(place: string, personId: string, contactId: string): Key {
  return { pk: `${place}#F#${personId}`, sk: `D#${contactId}` };
}
/** The code that was last sent to show whose an address is, for a grant. */
export function oneTimeCodeKey(place: string, personId: string, grantId: string): Key {
  return { pk: `${place}#F#${personId}`, sk: `V#${grantId}` };
}
/** Whose access a key of {@link familyAccessKey} is. */
export function familyAccessKeyOf(pk: string): { readonly place: string; readonly personId: string } {
  const [place = '', , personId = ''] = pk.split('#');
  return { place, personId };
}
/** The items of an account of the families' directory. @param hashed hash of issuer and subject. */
export function familyAccountCollection(hashed: string): string {
  return `FAMILY#${hashed}`;
}
/** The account itself sorts before its children. */
export const FAMILY_ACCOUNT = 'A';
export function childLinkSort(place: string, personId: string): string {
  return `C#${place}#${personId}`;
}
/** Where a code leads. @param hashed keyed hash of the code, or hash of the secret of a link. */
export function invitationKey(hashed: string): Key {
  return { pk: `INVITE#${hashed}`, sk: 'I' };
}
/** Whose calendar a secret address opens. @param hashed hash of the secret. */
export function calendarKey(hashed: string): Key {
  return { pk: `CALENDAR#${hashed}`, sk: 'C' };
}
/** How often the link of an invitation was tried. @param hashed as of {@link invitationKey}. */
export function linkTriesKey(hashed: string): Key {
  return { pk: `INVITE#${hashed}`, sk: 'T' };
}

/** A number as text that sorts as the number does. */
export function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
