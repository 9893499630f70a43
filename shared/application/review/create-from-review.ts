import { isDomainError } from '../../domain/error.ts';
import type { Review } from '../../domain/import/review.ts';
import { factsOf } from '../../domain/import/row-events.ts';
import type { Person } from '../../domain/person/person.ts';
import { type Call, todayOf } from '../call.ts';
import { type DraftedRow, draftPerson, draftReferral } from '../import/draft.ts';
import { type ImportContext, type ImportDeps, referralIdOf } from '../import/import-context.ts';
import { keeping } from '../import/row-writer.ts';
import { personNotFound } from '../person/read-person.ts';
import { reservedPersonId } from '../person/reserved-person-id.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { PersonNumber } from '../ports/person-numbers.ts';
import { queueEntryOf } from '../queue/queue-entry.ts';

/**
 * Makes the referral that a row speaks of, as its import would have: of the person chosen, or of a new one. A new person
 * gets those of the row's numbers that nobody has; the others were why somebody had to decide.
 */
export async function createFromReview(
  deps: ImportDeps,
  call: Call,
  review: Review,
  personId: string | undefined,
): Promise<void> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const { importId, system, record, row, contentHash } = review;
  const context: ImportContext = { deps, call, policy, importId, system, asAt: todayOf(call) };
  const drafted: DraftedRow = { record, row, contentHash };
  // One who has an open referral in the queue already is the person meant, unless another is named.
  const chosen = personId ?? (review.reason === 'open-referral-in-queue' ? review.personIds[0] : undefined);
  const known = chosen === undefined ? undefined : await deps.people.get(place, chosen);
  if (chosen !== undefined && known === undefined) throw personNotFound();
  const id = referralIdOf(context, row.referralId);
  const newcomer = known === undefined ? await newcomerOf(context, drafted, review.id) : undefined;
  const person = known ?? newcomer ?? never();
  // Judged before anything is kept.
  const referral = draftReferral(context, drafted, person, id, factsOf(row));
  if (newcomer !== undefined) await admit(context, newcomer);
  try {
    await deps.referrals.create(referral, queueEntryOf(referral, person, policy, todayOf(call)));
  } catch (refused) {
    // Sent twice: the first sending made it.
    if (!isDomainError(refused, 'conflict') || refused.code !== 'already-there') throw refused;
  }
}

async function newcomerOf(context: ImportContext, drafted: DraftedRow, reviewId: string): Promise<Person> {
  const { deps, call } = context;
  const { place } = call.actor;
  const { nhsNumber, localId } = drafted.row.person;
  const id = deps.ids.derived('person', place, 'review', reviewId);
  const numbers: PersonNumber[] = [
    { kind: 'nhs-number', number: nhsNumber ?? '' },
    { kind: 'local-id', number: localId ?? '' },
  ];
  const [byNhsNumber, byLocalId] = await deps.personNumbers.findMany(place, numbers);
  const reserved =
    localId === null ? undefined : await deps.people.get(place, reservedPersonId(deps.ids, place, localId));
  const localIdHeld = byLocalId !== undefined || reserved?.details.localId === localId;
  const free = (held: boolean, number: string | null) => (held ? null : number);
  const person = {
    ...drafted.row.person,
    nhsNumber: free(byNhsNumber !== undefined && byNhsNumber.personId !== id, nhsNumber),
    localId: free(localIdHeld && byLocalId?.personId !== id, localId),
  };
  return draftPerson(context, { ...drafted, row: { ...drafted.row, person } }, id);
}

async function admit(context: ImportContext, newcomer: Person): Promise<void> {
  try {
    await keeping(context).admit(newcomer, true);
  } catch (refused) {
    if (!isDomainError(refused, 'conflict') || refused.code !== 'already-there') throw refused;
  }
}

function never(): never {
  throw new Error('There is either a person or a newcomer');
}
