/** Whom the numbers of a file's rows lead to: the NHS number first, the local id where it leads to nobody, as for referrals. */
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Deps } from '../deps.ts';
import { reservedPersonId } from '../person/reserved-person-id.ts';
import type { PersonNumber } from '../ports/person-numbers.ts';

export interface RowNumbers {
  readonly nhsNumber: string | null;
  readonly localId: string | null;
}

/** The person of each number; null where it leads to nobody. */
export interface PeopleOfRow {
  readonly byNhsNumber: Person | null;
  readonly byLocalId: Person | null;
}

/** Looked up for all rows at once, in a few batch reads; answers stand where the rows did. */
export async function matchPeople(
  deps: Pick<Deps, 'people' | 'personNumbers' | 'ids'>,
  place: string,
  rows: readonly RowNumbers[],
): Promise<readonly PeopleOfRow[]> {
  const asked = rows.flatMap(({ nhsNumber, localId }): PersonNumber[] => [
    ...(nhsNumber === null ? [] : [{ kind: 'nhs-number' as const, number: nhsNumber }]),
    ...(localId === null ? [] : [{ kind: 'local-id' as const, number: localId }]),
  ]);
  const claims = await deps.personNumbers.findMany(place, asked);
  const led = new Map(asked.map(({ kind, number }, at) => [`${kind} ${number}`, claims[at]?.personId] as const));
  const localIds = rows.flatMap(({ localId }) => (localId === null ? [] : [localId]));
  const reserved = new Map(localIds.map((localId) => [localId, reservedPersonId(deps.ids, place, localId)] as const));
  // A file that was exported from here names people without a local id by our own id.
  const own = localIds.filter((localId) => opaqueIdSchema.safeParse(localId).success);
  const wanted = new Set([...[...led.values()].flatMap((id) => id ?? []), ...reserved.values(), ...own]);
  const people = new Map((await deps.people.many(place, [...wanted])).map((person) => [person.id, person] as const));
  const personOf = (id: string | undefined) => (id === undefined ? undefined : people.get(id));
  return rows.map(({ nhsNumber, localId }) => {
    // A pointer may be left over from a number that was changed: it holds only while its person carries the number.
    const byNumber = nhsNumber === null ? undefined : personOf(led.get(`nhs-number ${nhsNumber}`));
    const carriers =
      localId === null ? [] : [personOf(led.get(`local-id ${localId}`)), personOf(reserved.get(localId))];
    return {
      byNhsNumber: byNumber?.details.nhsNumber === nhsNumber ? (byNumber ?? null) : null,
      byLocalId:
        carriers.find((person) => person?.details.localId === localId) ?? personOf(localId ?? undefined) ?? null,
    };
  });
}
