import { isDomainError } from '../../domain/error.ts';
import type { Person } from '../../domain/person/person.ts';
import { changedPerson } from '../../domain/person/record-person.ts';
import { authorise, subjectOfRecord } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { changedSince } from '../changed-since.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { claimChangedNumbers } from './claim-numbers.ts';
import { changesOf, type PersonChanges } from './person-input.ts';
import { personNotFound } from './read-person.ts';

/**
 * Changes details of a person. The rows that show them in queues follow a moment later, by the change stream.
 * @param seen the version that the caller decided on.
 * @throws `stale` `changed-since` with what changed; `conflict` `nothing-changed` or a number taken; `invalid`; `not-found`; `forbidden`.
 */
export async function changePerson(
  deps: Deps,
  call: Call,
  personId: string,
  input: PersonChanges,
  seen: number,
): Promise<Person> {
  const { place } = call.actor;
  const [record, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  if (record === undefined) throw personNotFound();
  const { person } = record;
  authorise(call, 'person.change', subjectOfRecord(record, policy), personNotFound);
  if (person.version !== seen) throw personChangedSince(person, seen);
  const changes = changesOf(input, deps.stage);
  const eventId = deps.ids.fresh();
  const changed = changedPerson(
    person,
    changes,
    { eventId, recordedAt: call.now, by: { actor: call.actor.id, role: call.actor.role }, hash: deps.hash },
    todayOf(call),
  );
  await claimChangedNumbers(deps, person, changes, call.now);
  try {
    await deps.people.save(changed);
    return changed;
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    const current = await deps.people.get(place, personId);
    // The store may have kept the change and its answer been lost: the client's own retry then finds it in the way.
    if (current?.events.some(({ id }) => id === eventId) === true) return changed;
    throw current === undefined ? personNotFound() : personChangedSince(current, seen);
  }
}

function personChangedSince(person: Person, seen: number) {
  return changedSince('This person has been changed since you read it', person, seen, ({ kind, fields }) => ({
    kind,
    fields,
  }));
}
