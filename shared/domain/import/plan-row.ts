/**
 * Decides what a row of an extract does, given what is known of its referral and its person. Pure: the caller looks things
 * up, and writes what is planned. Nothing here ever removes a child from a list or overwrites what a person recorded.
 */
import type { Person } from '../person/person.ts';
import type { ReferralEvent } from '../referral/event.ts';
import type { Referral } from '../referral/referral.ts';
import type { ParsedRow } from './row.ts';
import { factsOf, type RowFact, slotOf } from './row-events.ts';

/** Why a row waits for a person to decide. */
export const reviewReasons = [
  'open-referral-in-queue',
  'nhs-number-two-birth-dates',
  'local-id-two-nhs-numbers',
  'contradicts-record',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export const rowOutcomes = ['created', 'updated', 'unchanged', 'review', 'rejected'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What is known before a row is planned. */
export interface KnownOfRow {
  /** The referral that has this source system and source id, with its events. */
  readonly sameOrigin: Referral | null;
  /** The person with the row's NHS number, and the one with its local id. */
  readonly byNhsNumber: Person | null;
  readonly byLocalId: Person | null;
  /** The queues in which a matched person has an open referral. */
  readonly openQueues: readonly string[];
}

export type RowPlan =
  | { readonly outcome: 'created'; readonly person: Person | null; readonly facts: readonly RowFact[] }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'updated'; readonly append: readonly RowFact[]; readonly inError: readonly ReferralEvent[] }
  | { readonly outcome: 'review'; readonly reason: ReviewReason };

/**
 * @param contentHash hash of the row's parsed content: equal to the referral's own means that the row says nothing new.
 */
export function planRow(row: ParsedRow, known: KnownOfRow, contentHash: string): RowPlan {
  if (known.sameOrigin?.origin?.contentHash === contentHash) return { outcome: 'unchanged' };
  const clash = identityClash(row, known);
  if (clash) return { outcome: 'review', reason: clash };
  if (known.sameOrigin) return planUpdate(row, known.sameOrigin);
  if (known.openQueues.includes(row.queue)) return { outcome: 'review', reason: 'open-referral-in-queue' };
  return { outcome: 'created', person: known.byNhsNumber ?? known.byLocalId, facts: factsOf(row) };
}

/** One NHS number with two birth dates, or one local id with two numbers: nobody but a person can tell which is right. */
function identityClash(row: ParsedRow, known: KnownOfRow): ReviewReason | undefined {
  const { nhsNumber, birthDate } = row.person;
  if (known.byNhsNumber && known.byNhsNumber.details.birthDate !== birthDate) return 'nhs-number-two-birth-dates';
  const local = known.byLocalId;
  if (!local || local.id === known.byNhsNumber?.id) return undefined;
  // The local id's person has another number, or the number is already another person's.
  if (nhsNumber !== null && (local.details.nhsNumber !== null || known.byNhsNumber)) return 'local-id-two-nhs-numbers';
  if (local.details.birthDate !== birthDate) return 'contradicts-record';
  return undefined;
}

/**
 * New facts are appended. A fact that differs from what an import wrote is corrected (recorded in error, then recorded
 * again); one that differs from what a person recorded, or that touches a referral people have worked, goes to review.
 */
function planUpdate(row: ParsedRow, referral: Referral): RowPlan {
  if (row.queue !== referral.queue) return { outcome: 'review', reason: 'contradicts-record' };
  const standing = standingEvents(referral);
  const worked = standing.some((event) => event.importId === undefined);
  const wanted = factsOf(row);
  const append: RowFact[] = [];
  const inError: ReferralEvent[] = [];
  for (const fact of wanted) {
    const there = standing.filter((event) => slotOf(event) === fact.slot);
    if (there.some((event) => sameFact(event, fact))) continue;
    const imported = there.filter((event) => event.importId !== undefined);
    // Notes and contacts may be many: one more beside people's own contradicts nothing, unless it would come first.
    if (there.length > 0 && fact.slot !== 'note' && (worked || imported.length < there.length))
      return { outcome: 'review', reason: 'contradicts-record' };
    inError.push(...imported);
    append.push(fact);
  }
  for (const event of standing) {
    const slot = slotOf(event);
    if (slot === undefined || event.importId === undefined || wanted.some((fact) => fact.slot === slot)) continue;
    if (worked) return { outcome: 'review', reason: 'contradicts-record' };
    inError.push(event);
  }
  return { outcome: 'updated', append, inError };
}

/** Events that have not been recorded in error. */
function standingEvents(referral: Referral): readonly ReferralEvent[] {
  const mistaken = new Set(
    referral.events.flatMap((event) => (event.facts.kind === 'recorded-in-error' ? [event.facts.eventId] : [])),
  );
  return referral.events.filter((event) => event.facts.kind !== 'recorded-in-error' && !mistaken.has(event.id));
}

function sameFact(event: ReferralEvent, fact: RowFact): boolean {
  if (event.on !== fact.on || event.facts.kind !== fact.facts.kind) return false;
  const facts = event.facts as Record<string, unknown>;
  return Object.entries(fact.facts).every(([name, value]) => facts[name] === value);
}
