/** The person that a row of a file of ours is about, by the same rules whatever the file: whom its numbers lead to, born that day. */
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { can } from '../../domain/permission/can.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { subjectOfRecord } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import type { PeopleOfRow, RowNumbers } from './match-people.ts';

/** Why a row is nobody's, and the field that says so. */
export interface PersonRefusal {
  readonly code: 'person-unknown' | 'two-people' | 'record-merged' | 'birth-date-differs';
  readonly field: 'nhsNumber' | 'localId' | 'birthDate';
  /** What to do about it, one plain sentence. */
  readonly fix: string;
}

export function personOfRow(
  row: RowNumbers & { readonly birthDate: LocalDate },
  { byNhsNumber, byLocalId }: PeopleOfRow,
): { readonly person: Person } | { readonly refusal: PersonRefusal } {
  const person = byNhsNumber ?? byLocalId;
  const field = row.nhsNumber === null ? 'localId' : 'nhsNumber';
  if (person === null) return { refusal: unknownPerson(field) };
  const another = [byNhsNumber, byLocalId].some((one) => one !== null && one.id !== person.id);
  const otherNumber = row.nhsNumber !== null && (person.details.nhsNumber ?? row.nhsNumber) !== row.nhsNumber;
  if (another || otherNumber)
    return {
      refusal: { code: 'two-people', field, fix: 'The NHS number and the local id are of two people. Check both' },
    };
  if (person.mergedInto !== null)
    return {
      refusal: { code: 'record-merged', field, fix: 'This record was merged into another. Use the number of that one' },
    };
  if (person.details.birthDate !== row.birthDate)
    return {
      refusal: {
        code: 'birth-date-differs',
        field: 'birthDate',
        fix: 'The record has another date of birth. Check the number, then put the file or the record right',
      },
    };
  return { person };
}

/** The answer for a person who is not there, and for one whom the caller may not know of. */
function unknownPerson(field: 'nhsNumber' | 'localId'): PersonRefusal {
  const fix = 'Nobody here has this number. Check it; if it is right, add the person and send the file again';
  return { code: 'person-unknown', field, fix };
}

/** Without those whom the caller may not know of: they are answered as people who are not there. */
export async function knownOnly(
  deps: Pick<Deps, 'people'>,
  call: Call,
  policy: Policy,
  { byNhsNumber, byLocalId }: PeopleOfRow,
): Promise<PeopleOfRow> {
  const known = (person: Person | null) => knownPerson(deps, call, policy, person);
  return { byNhsNumber: await known(byNhsNumber), byLocalId: await known(byLocalId) };
}

async function knownPerson(
  deps: Pick<Deps, 'people'>,
  call: Call,
  policy: Policy,
  person: Person | null,
): Promise<Person | null> {
  if (person === null || !person.details.flags.includes('restricted')) return person;
  const record = await deps.people.record(call.actor.place, person.id);
  const isKnown = record !== undefined && can(call.actor, 'person.read', subjectOfRecord(record, policy)) === 'allowed';
  return isKnown ? person : null;
}
