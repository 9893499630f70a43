import { type AccessReview, accessReviews, reviewedAccess } from '../../domain/access/access-reviews.ts';
import { type AccessState, type FamilyAccess, foldAccess, type Grant } from '../../domain/access/family-access.ts';
import { openedParts } from '../../domain/access/opened-parts.ts';
import type { Part } from '../../domain/access/part.ts';
import { noAccess } from '../../domain/access/record-access.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Action } from '../../domain/permission/grants.ts';
import type { Person } from '../../domain/person/person.ts';
import { authorise, subjectOfRecord } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { personNotFound } from '../person/read-person.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { marksOf, recordView } from '../record-view.ts';

/** A child's access as staff see it. */
export interface FamilyAccessView {
  readonly person: Person;
  readonly access: FamilyAccess;
  readonly state: AccessState;
  /** Every grant, with what it opens today. */
  readonly grants: readonly (Grant & { readonly opens: readonly Part[] })[];
  readonly reviews: readonly AccessReview[];
  readonly today: LocalDate;
}

/**
 * Who in the family may see a child's record, recorded as a view before it is given.
 * @throws `not-found` `person-not-found`, also for whoever may not know of them; `forbidden`.
 */
export async function readFamilyAccess(
  deps: Pick<Deps, 'people' | 'policies' | 'familyAccesses' | 'audit'>,
  call: Call,
  personId: string,
): Promise<FamilyAccessView> {
  const { person, access, marks } = await accessOf(deps, call, personId, 'family-access.read');
  await recordView(deps, call, 'family-access.read', [personId], null, { marks });
  return familyAccessView(person, access, call);
}

/** A child's access and whom it is about, for whoever may do this with it. @throws `not-found`; `forbidden`. */
export async function accessOf(
  deps: Pick<Deps, 'people' | 'policies' | 'familyAccesses'>,
  call: Call,
  personId: string,
  action: Action,
) {
  const { place } = call.actor;
  const [record, access, policy] = await Promise.all([
    deps.people.record(place, personId),
    deps.familyAccesses.get(place, personId),
    placePolicy(deps.policies, place),
  ]);
  if (record === undefined) throw personNotFound();
  const subject = subjectOfRecord(record, policy);
  authorise(call, action, subject, personNotFound);
  return { person: record.person, access: access ?? noAccess(place, personId), marks: marksOf(call, subject) };
}

export function familyAccessView(person: Person, access: FamilyAccess, call: Call): FamilyAccessView {
  const today = todayOf(call);
  const state = foldAccess(access.events);
  const grants = state.grants.map((grant) => ({ ...grant, opens: openedParts(grant, state, person.details, today) }));
  return { person, access, state, grants, reviews: accessReviews(reviewedAccess(state), person.details, today), today };
}
