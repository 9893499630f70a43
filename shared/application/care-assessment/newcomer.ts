/** A child whom a notification names and nobody here knows: added with it, unless somebody here may be the same child. */
import type { ReadNotification } from '../../domain/care-assessment/notification-file/read-notification.ts';
import type { NotificationReview } from '../../domain/care-assessment/notification-file/row-outcome.ts';
import { isDomainError } from '../../domain/error.ts';
import { can } from '../../domain/permission/can.ts';
import { foldName } from '../../domain/person/name-match.ts';
import type { Person } from '../../domain/person/person.ts';
import { placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { createPerson, draftedPerson } from '../person/create-person.ts';
import { type NewPerson, newPersonSchema } from '../person/person-input.ts';

/** Somebody who would be added, and how: only once the row is known to be taken. */
export interface Newcomer {
  readonly draft: Person;
  /** The person as they are kept; or why they are not, when somebody else was first. */
  admit(): Promise<{ readonly person: Person } | { readonly review: NotificationReview }>;
}

/** @param earlier those whom earlier rows of the file added, or would. */
export async function newcomer(
  deps: Deps,
  call: Call,
  row: ReadNotification,
  earlier: readonly Person[],
): Promise<Newcomer | { readonly review: NotificationReview }> {
  const field = row.nhsNumber === null ? 'localId' : 'nhsNumber';
  if (row.givenName === null || can(call.actor, 'person.create', placeSubject(call.actor.place)) !== 'allowed')
    return { review: { code: 'person-unknown', field, fix: unknownFix } };
  const input = newPersonSchema.parse({
    familyName: row.familyName,
    givenName: row.givenName,
    birthDate: row.birthDate,
    nhsNumber: row.nhsNumber,
    localId: row.localId,
  });
  const key = deps.ids.derived('care-newcomer', call.actor.place, row.nhsNumber ?? '', row.localId ?? '');
  try {
    const { draft } = await draftedPerson(deps, call, input, key);
    const isNamesake = ({ details: { familyName, givenName, birthDate } }: Person) =>
      birthDate === row.birthDate &&
      foldName(familyName) === foldName(row.familyName) &&
      foldName(givenName) === foldName(row.givenName ?? '');
    if (draft.possibleDuplicateOf.length > 0 || earlier.some(isNamesake)) return { review: mayBeKnown(field) };
    return { draft, admit: () => admitted(deps, call, input, key, field) };
  } catch (refused) {
    if (isDomainError(refused, 'invalid')) return { review: { code: 'does-not-fit', field, fix: refused.message } };
    throw refused;
  }
}

async function admitted(
  deps: Deps,
  call: Call,
  input: NewPerson,
  key: string,
  field: 'nhsNumber' | 'localId',
): ReturnType<Newcomer['admit']> {
  try {
    return { person: await createPerson(deps, call, input, key) };
  } catch (refused) {
    // The number became somebody's at this moment.
    if (isDomainError(refused, 'conflict')) return { review: mayBeKnown(field) };
    throw refused;
  }
}

/** The answer for a namesake born that day, and for somebody whom the caller may not know of. */
export function mayBeKnown(field: 'nhsNumber' | 'localId'): NotificationReview {
  const fix =
    'Somebody here may be this child. Find them and give their number in the file, or have them added by hand';
  return { code: 'may-be-known', field, fix };
}

const unknownFix =
  'Nobody here has this number. Check it; if it is right, give the forename too, or add the child, and send the file again';
