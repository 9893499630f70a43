import { notFound } from '../domain/error.ts';
import { authorise, personSubject } from './authorise.ts';
import { type Call, todayOf } from './call.ts';
import type { Deps } from './deps.ts';
import { type PersonView, referralView } from './person-view.ts';
import { placePolicy } from './place-policy.ts';
import { recordView } from './record-view.ts';

/**
 * Everything about a person, in one request to the store, recorded as a view before it is given.
 * @throws `not-found` `person-not-found`, also for whoever may not know of them; `forbidden`.
 */
export async function readPerson(
  deps: Pick<Deps, 'people' | 'policies' | 'audit'>,
  call: Call,
  personId: string,
): Promise<PersonView> {
  const { place } = call.actor;
  const [record, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  if (record === undefined) throw personNotFound();
  const referrals = record.referrals.map(({ referral }) => referral);
  authorise(call, 'person.read', personSubject(record.person, referrals, policy), personNotFound);
  await recordView(deps, call, 'person.read', [personId]);
  const today = todayOf(call);
  return {
    person: record.person,
    referrals: referrals.map((referral) => referralView(referral, record.person, policy, today)),
  };
}

/** The answer for a person who is not there, and for one whom the caller may not know of. */
export function personNotFound() {
  return notFound('person-not-found', 'There is no such person');
}
