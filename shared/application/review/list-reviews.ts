import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import type { ListPosition } from '../ports/queues.ts';
import type { ReviewEntry } from '../ports/reviews.ts';
import { recordView } from '../record-view.ts';
import { reviewNotFound } from './read-review.ts';

/** The reviews as a list whose views are recorded: it shows names. */
export const REVIEW_LIST = 'REVIEWS';

/** A page of the rows that wait for a decision. */
export interface ReviewPage {
  readonly reviews: readonly ReviewEntry[];
  readonly total: number;
  /** Leads to the next page; null on the last. */
  readonly next: string | null;
}

/** The most reviews on a page. */
export const MOST_REVIEWS = 100;

/** The rows that wait, oldest first. @throws `invalid` `cursor-unknown`; `forbidden`. */
export async function listReviews(
  deps: Pick<Deps, 'reviews' | 'cursors' | 'audit'>,
  call: Call,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<ReviewPage> {
  const { place } = call.actor;
  authorise(call, 'review.read', placeSubject(place), reviewNotFound);
  const scope = `reviews ${place}`;
  const after = page.cursor === undefined ? undefined : (deps.cursors.open(scope, page.cursor) as ListPosition);
  const [{ reviews, end }, total] = await Promise.all([
    deps.reviews.waiting(place, Math.min(page.limit, MOST_REVIEWS), after),
    deps.reviews.count(place),
  ]);
  await recordView(
    deps,
    call,
    'review.read',
    reviews.map(({ id }) => id),
    REVIEW_LIST,
  );
  return { reviews, total, next: end === undefined ? null : deps.cursors.seal(scope, end) };
}
