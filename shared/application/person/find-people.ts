import * as z from 'zod';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { invalid } from '../../domain/error.ts';
import { nhsNumberFaultText, parseNhsNumber } from '../../domain/identifiers/nhs-number.ts';
import { can } from '../../domain/permission/can.ts';
import { nameFit } from '../../domain/person/name-match.ts';
import { nameSchema, type Person } from '../../domain/person/person.ts';
import { authorise, placeSubject, subjectOfRecord } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { PersonNumberKind } from '../ports/person-numbers.ts';
import { recordView } from '../record-view.ts';
import { numberOf } from './claim-numbers.ts';
import { personNotFound } from './read-person.ts';
import { reservedPersonId } from './reserved-person-id.ts';

/** What to find somebody by: one number, or a name with the date of birth. */
export const personSearchSchema = z.union([
  z.strictObject({ nhsNumber: z.string().trim().min(1).max(30) }),
  z.strictObject({ localId: z.string().trim().min(1).max(40) }),
  z.strictObject({
    familyName: nameSchema,
    givenName: z.string().trim().min(1).max(200).optional(),
    birthDate: localDateSchema,
  }),
]);
export type PersonSearch = z.output<typeof personSearchSchema>;

/** The most people one search shows. */
export const MOST_FOUND = 20;

/** Who was found; `more` when there were too many to show. */
export interface PeopleFound {
  readonly people: readonly Person[];
  readonly more: boolean;
}

type FindingDeps = Pick<Deps, 'people' | 'personNumbers' | 'policies' | 'audit' | 'ids' | 'stage'>;

/**
 * Finds people of the place; exact matches of the name come first. People whom the caller may not know of are not found.
 * The search is recorded with whom it showed, nobody included.
 * @throws `invalid` for a number that cannot be one; `forbidden`.
 */
export async function findPeople(deps: FindingDeps, call: Call, search: PersonSearch): Promise<PeopleFound> {
  const { place } = call.actor;
  authorise(call, 'person.find', placeSubject(place), personNotFound);
  const ids = await matches(deps, place, search);
  const policy = await placePolicy(deps.policies, place);
  const records = await Promise.all(ids.slice(0, MOST_FOUND).map((id) => deps.people.record(place, id)));
  const people = records.flatMap((record) => {
    if (record === undefined || !stillMatches(record.person, search, deps.stage)) return [];
    return can(call.actor, 'person.find', subjectOfRecord(record, policy)) === 'allowed' ? [record.person] : [];
  });
  await recordView(
    deps,
    call,
    'person.find',
    people.map(({ id }) => id),
    null,
    { marks: 'nhsNumber' in search ? ['nhs-number'] : [] },
  );
  return { people, more: ids.length > MOST_FOUND };
}

async function matches(deps: FindingDeps, place: string, search: PersonSearch): Promise<readonly string[]> {
  if ('nhsNumber' in search) return holder(deps, place, 'nhs-number', nhsNumberIn(search.nhsNumber, deps.stage));
  if ('localId' in search) return holder(deps, place, 'local-id', search.localId);
  const born = await deps.people.bornOn(place, search.birthDate);
  return born
    .map((person) => ({ id: person.personId, fit: nameFit(person, search) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

async function holder(deps: FindingDeps, place: string, kind: PersonNumberKind, number: string): Promise<string[]> {
  const claim = await deps.personNumbers.find(place, kind, number);
  if (claim !== undefined) return [claim.personId];
  // Held without a pointer, or by nobody: the person is read before they are shown.
  return kind === 'local-id' ? [reservedPersonId(deps.ids, place, number)] : [];
}

/** A pointer may be left over from a number that was changed, and an index entry may lag behind its person. */
function stillMatches(person: Person, search: PersonSearch, stage: string): boolean {
  if ('nhsNumber' in search) return numberOf(person.details, 'nhs-number') === nhsNumberIn(search.nhsNumber, stage);
  if ('localId' in search) return person.details.localId === search.localId;
  return person.details.birthDate === search.birthDate && nameFit(person.details, search) > 0;
}

/** An NHS number as somebody typed it. @throws `invalid` `nhs-number` when it cannot be one. */
export function nhsNumberIn(text: string, stage: string): string {
  const parsed = parseNhsNumber(text, stage);
  if ('number' in parsed) return parsed.number;
  const message = nhsNumberFaultText[parsed.fault];
  throw invalid('nhs-number', 'Check the NHS number', [
    { pointer: '/nhsNumber', code: `nhs-number-${parsed.fault}`, message },
  ]);
}
