import { isDomainError } from '../../domain/error.ts';
import { foldName } from '../../domain/person/name-match.ts';
import type { Person, PersonDetails } from '../../domain/person/person.ts';
import { newPerson } from '../../domain/person/record-person.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { type CommandIdentity, commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { claimNumbers, numberOf } from './claim-numbers.ts';
import { detailsOf, type NewPerson } from './person-input.ts';
import { personNotFound } from './read-person.ts';

/** The most people that a new record is flagged against. */
const MOST_DUPLICATES = 20;

/**
 * Adds a person to the place. Namesakes born on the same day are flagged as possible duplicates for staff to look at.
 * Sent twice with one key, it adds one person and answers with that person as they are.
 * @throws `invalid`; `conflict` `nhs-number-taken` or `local-id-taken` (with `personId`), `number-being-claimed`; `forbidden`.
 */
export async function createPerson(deps: Deps, call: Call, input: NewPerson, key: string): Promise<Person> {
  const { draft, command } = await draftedPerson(deps, call, input, key);
  const { place, details } = draft;
  try {
    const id = await claimNumbers(deps, place, details, draft.id, call.now);
    const person = { ...draft, id };
    await deps.people.create(person);
    return person;
  } catch (refused) {
    if (!isDomainError(refused, 'conflict')) throw refused;
    const kept = await keptBefore(deps, place, details, draft.id, refused.facts['personId']);
    if (kept !== undefined && recordedBefore(kept.events, command) !== undefined) return kept;
    throw refused;
  }
}

/**
 * The person as they would be added: judged before anything is claimed, so that a refused person leaves no number taken.
 * @throws `invalid`; `forbidden`.
 */
export async function draftedPerson(
  deps: Pick<Deps, 'people' | 'ids' | 'hash' | 'stage'>,
  call: Call,
  input: NewPerson,
  key: string,
): Promise<{ readonly draft: Person; readonly command: CommandIdentity }> {
  const { place } = call.actor;
  authorise(call, 'person.create', placeSubject(place), personNotFound);
  const details = detailsOf(input, deps.stage);
  const command = commandIdentity(deps, call, ['create-person'], key, details);
  const id = deps.ids.derived('person', command.eventId);
  const recorder = {
    ...command,
    recordedAt: call.now,
    by: { actor: call.actor.id, role: call.actor.role },
    hash: deps.hash,
  };
  const possibleDuplicateOf = await namesakes(deps, place, details, id);
  return { draft: newPerson({ id, place, details, possibleDuplicateOf }, recorder, todayOf(call)), command };
}

/** The person whom an earlier sending of this command may have kept: under the proposed id, or under one it adopted. */
async function keptBefore(deps: Deps, place: string, details: PersonDetails, proposedId: string, named: unknown) {
  const proposed = await deps.people.get(place, proposedId);
  if (proposed !== undefined) return proposed;
  if (typeof named === 'string') return deps.people.get(place, named);
  for (const kind of ['nhs-number', 'local-id'] as const) {
    const number = numberOf(details, kind);
    const claim = number === null ? undefined : await deps.personNumbers.find(place, kind, number);
    if (claim !== undefined) return deps.people.get(place, claim.personId);
  }
  return undefined;
}

async function namesakes(
  deps: Pick<Deps, 'people'>,
  place: string,
  details: PersonDetails,
  ownId: string,
): Promise<string[]> {
  const family = foldName(details.familyName);
  const given = foldName(details.givenName);
  const sameDay = await deps.people.bornOn(place, details.birthDate);
  return sameDay
    .filter((other) => other.personId !== ownId)
    .filter((other) => foldName(other.familyName) === family && foldName(other.givenName) === given)
    .slice(0, MOST_DUPLICATES)
    .map((other) => other.personId);
}
