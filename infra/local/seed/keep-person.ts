/** Keeps an invented person as if somebody had added them on a day, with what their numbers lead to. */
import type { Deps } from '../../../shared/application/deps.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Person, PersonDetails } from '../../../shared/domain/person/person.ts';
import { newPerson } from '../../../shared/domain/person/record-person.ts';

export async function keepPerson(
  deps: Pick<Deps, 'people' | 'personNumbers' | 'ids' | 'hash'>,
  { id, place, details }: { readonly id: string; readonly place: string; readonly details: PersonDetails },
  { on, by }: { readonly on: LocalDate; readonly by: { readonly actor: string; readonly role: string } },
): Promise<Person> {
  const recordedAt = parseInstant(`${on}T08:30:00Z`);
  const recorder = { eventId: deps.ids.derived('seed-person-event', id), recordedAt, by, hash: deps.hash };
  const person = newPerson({ id, place, details, possibleDuplicateOf: [] }, recorder, on);
  const claim = { personId: id, claimedAt: recordedAt };
  if (details.nhsNumber !== null) await deps.personNumbers.claim(place, 'nhs-number', details.nhsNumber, claim);
  if (details.localId !== null) await deps.personNumbers.claim(place, 'local-id', details.localId, claim);
  await deps.people.create(person);
  return person;
}
