import { epochMillisecondsOf, type Instant } from '../../domain/calendar/instant.ts';
import { conflict } from '../../domain/error.ts';
import type { Person, PersonDetails } from '../../domain/person/person.ts';
import type { Deps } from '../deps.ts';
import type { PersonNumberKind } from '../ports/person-numbers.ts';
import { reservedPersonId } from './reserved-person-id.ts';

/**
 * How long a claim is respected although nobody carries the number yet: longer than any call may run, so whoever made it
 * has either put the person or will never do so.
 */
const CLAIM_HOLDS_MILLISECONDS = 60_000;

type Numbers = Pick<PersonDetails, 'nhsNumber' | 'localId'>;
type ClaimingDeps = Pick<Deps, 'people' | 'personNumbers' | 'ids'>;

/** The number of a kind that somebody carries. */
export function numberOf(details: Numbers, kind: PersonNumberKind): string | null {
  return kind === 'nhs-number' ? details.nhsNumber : details.localId;
}

/**
 * Claims the numbers of a new person, before the person is put, and answers the id that the person must get: the one
 * proposed, or the one reserved by a call that claimed the number and never came to put its person.
 * @throws `conflict` `nhs-number-taken`, `local-id-taken` or `number-being-claimed`.
 */
export async function claimNumbers(
  deps: ClaimingDeps,
  place: string,
  numbers: Numbers,
  proposedId: string,
  now: Instant,
): Promise<string> {
  const { nhsNumber, localId } = numbers;
  let id = proposedId;
  if (nhsNumber !== null) id = await claimOne(deps, place, 'nhs-number', nhsNumber, id, now, true);
  if (localId !== null) id = await claimOne(deps, place, 'local-id', localId, id, now, nhsNumber === null);
  return id;
}

/** Claims numbers that somebody who is already kept is about to carry. @throws as {@link claimNumbers}. */
export async function claimChangedNumbers(
  deps: ClaimingDeps,
  person: Person,
  changes: Partial<Numbers>,
  now: Instant,
): Promise<void> {
  const { place, id, details } = person;
  const { nhsNumber, localId } = changes;
  if (typeof nhsNumber === 'string' && nhsNumber !== details.nhsNumber)
    await claimOne(deps, place, 'nhs-number', nhsNumber, id, now, false);
  if (typeof localId === 'string' && localId !== details.localId)
    await claimOne(deps, place, 'local-id', localId, id, now, false);
}

async function claimOne(
  deps: ClaimingDeps,
  place: string,
  kind: PersonNumberKind,
  number: string,
  personId: string,
  now: Instant,
  mayAdopt: boolean,
): Promise<string> {
  if (kind === 'local-id') await refuseHeld(deps, place, number, personId);
  const claim = { personId, claimedAt: now };
  const held = await deps.personNumbers.claim(place, kind, number, claim);
  if (held.personId === personId) return personId;
  const holder = await deps.people.get(place, held.personId);
  // The new person gets the id that was reserved, and so completes what another call began.
  if (holder === undefined && mayAdopt) return held.personId;
  if (holder !== undefined && numberOf(holder.details, kind) === number) throw taken(kind, holder);
  if (epochMillisecondsOf(now) - epochMillisecondsOf(held.claimedAt) < CLAIM_HOLDS_MILLISECONDS) throw beingClaimed();
  const after = await deps.personNumbers.claim(place, kind, number, claim, held);
  if (after.personId !== personId) throw beingClaimed();
  return personId;
}

/** A local id may be held without a pointer, by the person whose id is reserved for it. */
async function refuseHeld(deps: ClaimingDeps, place: string, localId: string, personId: string): Promise<void> {
  const reserved = reservedPersonId(deps.ids, place, localId);
  if (reserved === personId) return;
  const holder = await deps.people.get(place, reserved);
  if (holder?.details.localId === localId) throw taken('local-id', holder);
}

function taken(kind: PersonNumberKind, holder: Person) {
  // Who may not know of a restricted record learns that the number is in use, which keeps it from being used twice, and not whose it is.
  const facts = holder.details.flags.includes('restricted') ? {} : { personId: holder.id };
  return kind === 'nhs-number'
    ? conflict('nhs-number-taken', 'There is already a record with this NHS number', facts)
    : conflict('local-id-taken', 'There is already a record with this local id', facts);
}

function beingClaimed() {
  return conflict('number-being-claimed', 'Another record with this number is being made: try again in a minute');
}
