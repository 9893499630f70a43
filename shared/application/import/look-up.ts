import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import type { ParsedRow } from '../../domain/import/row.ts';
import { reservedPersonId } from '../person/reserved-person-id.ts';
import type { PersonNumber } from '../ports/person-numbers.ts';
import { type ImportContext, referralIdOf, reviewIdOf } from './import-context.ts';
import type { Known, RowIds } from './known.ts';

/** The ids that a row can lead to. */
export function rowIdsOf(context: ImportContext, row: ParsedRow): RowIds {
  const { deps, call, system } = context;
  const { place } = call.actor;
  const { nhsNumber, localId } = row.person;
  return {
    referralId: referralIdOf(context, row.referralId),
    byLocalId: localId === null ? null : reservedPersonId(deps.ids, place, localId),
    byNhsNumber: nhsNumber === null ? null : deps.ids.derived('person', place, 'nhs-number', nhsNumber),
    byOwnId: opaqueIdSchema.safeParse(localId).success ? localId : null,
    byOrigin: deps.ids.derived('person', place, 'origin', system, row.referralId),
    reviewId: reviewIdOf(context, row.referralId),
  };
}

/** A row with the ids it can lead to. */
export interface RowToLookUp {
  readonly row: ParsedRow;
  readonly contentHash: string;
  readonly ids: RowIds;
}

/**
 * Looks up whatever is kept about some rows, in a few batch reads however many rows there are: numbers and people, then
 * the people that those lead to, then their referrals, and reviews of rows that say something new.
 */
export async function lookUp(context: ImportContext, known: Known, rows: readonly RowToLookUp[]): Promise<void> {
  await lookUpNumbers(context, known, rows);
  await lookUpLed(context, known, rows);
  await lookUpReferrals(context, known, rows);
  const { deps, call } = context;
  const news = rows.filter(({ row, contentHash, ids }) => {
    return known.sameOrigin(row, ids)?.kept.referral.origin?.contentHash !== contentHash;
  });
  const reviewIds = news.map(({ ids }) => ids.reviewId);
  for (const review of await deps.reviews.many(call.actor.place, reviewIds)) known.keepReview(review);
}

async function lookUpNumbers({ deps, call }: ImportContext, known: Known, rows: readonly RowToLookUp[]) {
  const { place } = call.actor;
  const numbers = rows.flatMap(({ row: { person } }): PersonNumber[] => [
    ...(person.nhsNumber === null ? [] : [{ kind: 'nhs-number' as const, number: person.nhsNumber }]),
    ...(person.localId === null ? [] : [{ kind: 'local-id' as const, number: person.localId }]),
  ]);
  const reserved = rows.flatMap(({ ids }) => [ids.byLocalId, ids.byOwnId].filter((id) => id !== null));
  const [claims, people] = await Promise.all([
    deps.personNumbers.findMany(place, numbers),
    deps.people.many(place, reserved),
  ]);
  for (const person of people) known.keepPerson(person);
  for (const [at, { kind, number }] of numbers.entries()) {
    const claim = claims[at];
    if (claim !== undefined) known.keepLead(`${kind} ${number}`, claim.personId);
  }
}

/** The people that numbers lead to; and where none does, whoever is known by the referral alone. */
async function lookUpLed({ deps, call }: ImportContext, known: Known, rows: readonly RowToLookUp[]) {
  const led = rows.flatMap(({ row: { person }, ids }) => {
    const leads = [known.lead(`nhs-number ${person.nhsNumber}`), known.lead(`local-id ${person.localId}`)];
    const found = leads.filter((id) => id !== undefined);
    const held = [ids.byLocalId, ids.byOwnId].some((id) => id !== null && known.person(id) !== undefined);
    return found.length === 0 && !held ? [ids.byOrigin] : found;
  });
  const unknown = led.filter((id) => known.person(id) === undefined);
  for (const person of await deps.people.many(call.actor.place, unknown)) known.keepPerson(person);
}

async function lookUpReferrals({ deps, call }: ImportContext, known: Known, rows: readonly RowToLookUp[]) {
  const keys = rows.flatMap(({ row, ids }) => {
    const { byNhsNumber, byLocalId, byOrigin } = known.peopleOf(row, ids);
    const ours = opaqueIdSchema.safeParse(row.referralId).success ? [row.referralId] : [];
    const owners = new Set([byNhsNumber, byLocalId, byOrigin].flatMap((person) => person?.id ?? []));
    return [...owners].flatMap((personId) => [ids.referralId, ...ours].map((referralId) => ({ personId, referralId })));
  });
  const unlike = new Map(keys.map((key) => [`${key.personId} ${key.referralId}`, key]));
  for (const kept of await deps.referrals.many(call.actor.place, [...unlike.values()])) known.keepReferral(kept);
}

/** All referrals of a person, from what is known or, once, from the store. */
export async function lookUpWhole(context: ImportContext, known: Known, personId: string): Promise<void> {
  if (known.isWhole(personId)) return;
  const record = await context.deps.people.record(context.call.actor.place, personId);
  for (const kept of record?.referrals ?? []) {
    // What is known already may be newer: a dry run's own, for one.
    if (known.referral(personId, kept.referral.id) === undefined) known.keepReferral(kept);
  }
  known.keepWhole(personId);
}
