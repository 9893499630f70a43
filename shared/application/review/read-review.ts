import { notFound } from '../../domain/error.ts';
import { decisionsFor, type Review, type ReviewDecision } from '../../domain/import/review.ts';
import type { Person } from '../../domain/person/person.ts';
import { authorise, placeSubject, subjectOfRecord } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { type ReferralView, referralView } from '../person/person-view.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { recordView } from '../record-view.ts';

/** A row that waits, beside what it was compared with. */
export interface ReviewView {
  readonly review: Review;
  /** The people it may be about. */
  readonly people: readonly Person[];
  /** The referral it was compared with, and what that is today. */
  readonly referral: ReferralView | null;
  /** What can be decided; nothing once it is decided. */
  readonly decisions: readonly ReviewDecision[];
}

/** A review with both sides of it, recorded as a view of the people before it is given. @throws `not-found`; `forbidden`. */
export async function readReview(
  deps: Pick<Deps, 'reviews' | 'people' | 'policies' | 'audit'>,
  call: Call,
  reviewId: string,
): Promise<ReviewView> {
  const { place } = call.actor;
  authorise(call, 'review.read', placeSubject(place), reviewNotFound);
  const [review, policy] = await Promise.all([deps.reviews.get(place, reviewId), placePolicy(deps.policies, place)]);
  if (review === undefined) throw reviewNotFound();
  const found = await Promise.all(review.personIds.map((personId) => deps.people.record(place, personId)));
  const records = found.filter((record) => record !== undefined);
  // Whoever may not know of a person learns nothing of them here either.
  for (const record of records) authorise(call, 'review.read', subjectOfRecord(record, policy), reviewNotFound);
  const people = records.map(({ person }) => person);
  const compared = records.find(({ person }) => person.id === review.referral?.personId);
  const kept = compared?.referrals.find(({ referral }) => referral.id === review.referral?.referralId);
  if (people.length > 0) await recordView(deps, call, 'review.read', review.personIds);
  const referral =
    kept === undefined || compared === undefined
      ? null
      : referralView(kept.referral, compared.person, policy, todayOf(call));
  return { review, people, referral, decisions: review.state === 'open' ? decisionsFor[review.reason] : [] };
}

/** The answer for a review that is not there. */
export function reviewNotFound() {
  return notFound('review-not-found', 'There is no such review');
}
