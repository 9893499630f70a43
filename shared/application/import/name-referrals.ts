import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { can } from '../../domain/permission/can.ts';
import { authorise, personSubject, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { ReferralKey } from '../ports/referrals.ts';
import { recordView } from '../record-view.ts';
import { importNotFound } from './start-import.ts';

/** The most referrals that are named at once: as many as one view may name person by person. */
export const MOST_NAMED = 20;

/** A referral of an import's report, with enough of the person to know them by. */
export interface NamedReferral {
  readonly key: ReferralKey;
  readonly queue: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: LocalDate;
}

/**
 * Names the people of some referrals that a report points at, in the order given; whoever is named is recorded as seen.
 * Referrals that the caller may not read are left out. @param keys at most {@link MOST_NAMED}. @throws `forbidden`.
 */
export async function nameReferrals(
  deps: Pick<Deps, 'people' | 'referrals' | 'policies' | 'audit'>,
  call: Call,
  keys: readonly ReferralKey[],
): Promise<readonly NamedReferral[]> {
  const { place } = call.actor;
  authorise(call, 'import.run', placeSubject(place), importNotFound);
  if (keys.length > MOST_NAMED) throw new RangeError(`At most ${MOST_NAMED} referrals are named at once`);
  if (keys.length === 0) return [];
  const [people, kept, policy] = await Promise.all([
    deps.people.many(
      place,
      keys.map(({ personId }) => personId),
    ),
    deps.referrals.many(place, keys),
    placePolicy(deps.policies, place),
  ]);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const referralOf = new Map(kept.map(({ referral }) => [referral.id, referral]));
  const named = keys.flatMap((key): readonly NamedReferral[] => {
    const person = personOf.get(key.personId);
    const referral = referralOf.get(key.referralId);
    if (person === undefined || referral === undefined) throw new Error(`A report points nowhere: ${key.referralId}`);
    if (can(call.actor, 'referral.read', personSubject(person, [referral], [], policy)) !== 'allowed') return [];
    const { familyName, givenName, birthDate } = person.details;
    return [{ key, queue: referral.queue, familyName, givenName, birthDate }];
  });
  if (named.length > 0)
    await recordView(
      deps,
      call,
      'referral.read',
      named.map(({ key }) => key.personId),
    );
  return named;
}
