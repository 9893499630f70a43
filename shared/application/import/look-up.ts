import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import type { ParsedRow } from '../../domain/import/row.ts';
import type { PersonNumber } from '../ports/person-numbers.ts';
import { reservedPersonId } from '../reserved-person-id.ts';
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
    byOrigin: deps.ids.derived('person', place, 'origin', system, row.referralId),
    reviewId: reviewIdOf(context, row.referralId),
  };
}

/** A row with the ids it can lead to. */
export interface RowToLookUp {
  readonly row: ParsedRow;
  readonly ids: RowIds;
}

/**
 * Looks up whatever is kept about some rows, in a few batch reads however many rows there are: numbers and people first,
 * then the people that numbers lead to, then the referrals of all of them.
 */
export async function lookUp(context: ImportContext, known: Known, rows: readonly RowToLookUp[]): Promise<void> {
  const { deps, call } = context;
  const { place } = call.actor;
  const numbers = rows.flatMap(({ row: { person } }): PersonNumber[] => [
    ...(person.nhsNumber === null ? [] : [{ kind: 'nhs-number' as const, number: person.nhsNumber }]),
    ...(person.localId === null ? [] : [{ kind: 'local-id' as const, number: person.localId }]),
  ]);
  const possible = rows.flatMap(({ ids }) =>
    [ids.byLocalId, ids.byNhsNumber, ids.byOrigin].filter((id) => id !== null),
  );
  const reviewIds = rows.map(({ ids }) => ids.reviewId);
  const [claims, people, reviews] = await Promise.all([
    deps.personNumbers.findMany(place, numbers),
    deps.people.many(place, possible),
    deps.reviews.many(place, reviewIds),
  ]);
  for (const person of people) known.keepPerson(person);
  for (const review of reviews) known.keepReview(review);
  for (const [at, { kind, number }] of numbers.entries()) {
    const claim = claims[at];
    if (claim !== undefined) known.keepLead(`${kind} ${number}`, claim.personId);
  }
  const led = claims.flatMap((claim) =>
    claim !== undefined && known.person(claim.personId) === undefined ? [claim.personId] : [],
  );
  for (const person of await deps.people.many(place, led)) known.keepPerson(person);

  const keys = rows.flatMap(({ row, ids }) => {
    const { byNhsNumber, byLocalId, byOrigin } = known.peopleOf(row, ids);
    const ours = opaqueIdSchema.safeParse(row.referralId).success ? [row.referralId] : [];
    const owners = new Set([byNhsNumber, byLocalId, byOrigin].flatMap((person) => person?.id ?? []));
    return [...owners].flatMap((personId) => [ids.referralId, ...ours].map((referralId) => ({ personId, referralId })));
  });
  const unlike = new Map(keys.map((key) => [`${key.personId} ${key.referralId}`, key]));
  for (const kept of await deps.referrals.many(place, [...unlike.values()])) known.keepReferral(kept);
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
