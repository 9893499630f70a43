/**
 * Decides what a row of an extract does, given what is known of its referral and its person. Pure: the caller looks things
 * up, and writes what is planned. Nothing here ever removes a child from a list or overwrites what a person recorded.
 */
import type { Person, PersonDetails } from '../person/person.ts';
import type { Tier } from '../policy/tier.ts';
import type { ReferralEvent } from '../referral/event.ts';
import type { Referral } from '../referral/referral.ts';
import { standingEvents } from '../referral/standing-events.ts';
import { personChangesOf } from './person-facts.ts';
import type { ParsedRow } from './row.ts';
import { factsOf, type RowFact, saysTheSame, slotOf } from './row-events.ts';

/** Why a row waits for a person to decide. The order is that of stored reports: it may only grow at its end. */
export const reviewReasons = [
  'open-referral-in-queue',
  'nhs-number-two-birth-dates',
  'local-id-two-nhs-numbers',
  'contradicts-record',
  'does-not-fit',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export const rowOutcomes = ['created', 'updated', 'unchanged', 'review', 'rejected'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What is known before a row is planned. */
export interface KnownOfRow {
  /** The referral that has this source system and source id, with its events, and whose it is. */
  readonly sameOrigin: { readonly referral: Referral; readonly person: Person } | null;
  /** The person with the row's NHS number, and the one with its local id. */
  readonly byNhsNumber: Person | null;
  readonly byLocalId: Person | null;
  /** The queues in which {@link matchedPerson} has an open referral. Only looked at when there is no referral of this origin. */
  readonly openQueues: readonly string[];
}

/** The person a row is about, as far as its numbers tell. */
export function matchedPerson({
  byNhsNumber,
  byLocalId,
}: Pick<KnownOfRow, 'byNhsNumber' | 'byLocalId'>): Person | null {
  return byNhsNumber ?? byLocalId;
}

export type RowPlan =
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'review'; readonly reason: ReviewReason }
  /** A new referral; of a person who is kept, unless `person` is null, with what the row changes of them. */
  | {
      readonly outcome: 'created';
      readonly person: Person | null;
      readonly changes: Partial<PersonDetails>;
      readonly facts: readonly RowFact[];
    }
  /** Events on a referral that is kept. A referral that was void, because its import was undone, counts as created. */
  | {
      readonly outcome: 'created' | 'updated';
      readonly kept: NonNullable<KnownOfRow['sameOrigin']>;
      readonly changes: Partial<PersonDetails>;
      readonly append: readonly RowFact[];
      readonly inError: readonly ReferralEvent[];
    };

/** @param contentHash hash of the row's parsed content: equal to the referral's own means that the row says nothing new. */
export function planRow(row: ParsedRow, known: KnownOfRow, contentHash: string): RowPlan {
  const { sameOrigin } = known;
  if (sameOrigin?.referral.origin?.contentHash === contentHash) return { outcome: 'unchanged' };
  const clash = identityClash(row, known);
  if (clash !== undefined) return { outcome: 'review', reason: clash };
  if (sameOrigin !== null) return planUpdate(row, sameOrigin);
  const person = matchedPerson(known);
  if (person !== null && known.openQueues.includes(row.queue))
    return { outcome: 'review', reason: 'open-referral-in-queue' };
  const changes = person === null ? {} : personChangesOf(row.person, person);
  return { outcome: 'created', person, changes, facts: factsOf(row) };
}

/** One NHS number with two birth dates, or one local id with two numbers: nobody but a person can tell which is right. */
function identityClash(row: ParsedRow, { byNhsNumber, byLocalId, sameOrigin }: KnownOfRow): ReviewReason | undefined {
  const { nhsNumber, birthDate } = row.person;
  if (byNhsNumber !== null && byNhsNumber.details.birthDate !== birthDate) return 'nhs-number-two-birth-dates';
  const theirs = [byNhsNumber, byLocalId, sameOrigin?.person ?? null].filter((person) => person !== null);
  const [one] = theirs;
  if (one === undefined) return undefined;
  // Somebody found that this record was another's: whether the row means that other is for them to say.
  if (theirs.some(({ mergedInto }) => mergedInto !== null)) return 'contradicts-record';
  // The local id's person, or the referral's, has another number; or the number is already another person's.
  if (nhsNumber !== null) {
    if (theirs.some(({ details }) => details.nhsNumber !== null && details.nhsNumber !== nhsNumber))
      return 'local-id-two-nhs-numbers';
  }
  if (theirs.some(({ id }) => id !== one.id)) return 'local-id-two-nhs-numbers';
  return one.details.birthDate === birthDate ? undefined : 'contradicts-record';
}

/**
 * New facts are appended. A fact that differs from what an import wrote is corrected (recorded in error, then recorded
 * again); one that differs from what a person recorded, or that touches a referral people have worked, goes to review.
 */
function planUpdate(row: ParsedRow, kept: NonNullable<KnownOfRow['sameOrigin']>): RowPlan {
  const { referral, person } = kept;
  if (row.queue !== referral.queue) return { outcome: 'review', reason: 'contradicts-record' };
  const standing = standingEvents(referral.events).filter(({ facts }) => facts.kind !== 'recorded-in-error');
  const isVoid = !standing.some(({ facts }) => facts.kind === 'received');
  const worked = standing.some((event) => event.importId === undefined);
  const wanted = factsOf(row);
  const tiers = tiersOf(standing);
  const append: RowFact[] = [];
  const inError: ReferralEvent[] = [];
  for (const fact of wanted) {
    const there = standing.filter((event) => slotOf(event) === fact.slot);
    if (there.some((event) => saysTheSame(event, fact, tiers))) continue;
    const imported = there.filter((event) => event.importId !== undefined);
    // A note beside people's own contradicts nothing.
    if (there.length > 0 && fact.slot !== 'note' && (worked || imported.length < there.length))
      return { outcome: 'review', reason: 'contradicts-record' };
    inError.push(...imported);
    append.push(fact);
  }
  for (const event of standing) {
    const slot = slotOf(event);
    if (slot === undefined || event.importId === undefined || wanted.some((fact) => fact.slot === slot)) continue;
    // The file no longer says what it said. On a referral that people work, that is for them to judge.
    if (worked) return { outcome: 'review', reason: 'contradicts-record' };
    inError.push(event);
  }
  const changes = personChangesOf(row.person, person);
  if (append.length === 0 && inError.length === 0 && Object.keys(changes).length === 0) return { outcome: 'unchanged' };
  return { outcome: isVoid ? 'created' : 'updated', kept, changes, append, inError };
}

/** The priorities a referral has had: a clinician's change of it stands, whatever the file still says. */
function tiersOf(standing: readonly ReferralEvent[]): ReadonlySet<Tier> {
  return new Set(standing.flatMap(({ facts }) => ('tier' in facts ? [facts.tier] : [])));
}
