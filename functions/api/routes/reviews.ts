import * as z from 'zod';
import { decideReview, newDecisionSchema } from '../../../shared/application/review/decide-review.ts';
import { listReviews, MOST_REVIEWS } from '../../../shared/application/review/list-reviews.ts';
import { readReview } from '../../../shared/application/review/read-review.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import { reviewPageSchema, reviewViewSchema, reviewViewWire, reviewWire, reviewWireSchema } from '../wire/import.ts';

const tag = 'Reviews';
const params = z.strictObject({ reviewId: opaqueIdSchema });

export const reviewRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/reviews',
    id: 'listReviews',
    tag,
    summary: 'Rows of imports that wait for a decision, oldest first',
    action: 'review.read',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(MOST_REVIEWS).default(50),
      cursor: z.string().max(1000).optional(),
    }),
    response: reviewPageSchema,
    async handle({ query, call }, deps) {
      const { reviews, total, next } = await listReviews(deps, call, query);
      return { body: { reviews: [...reviews], total, next } };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/reviews/{reviewId}',
    id: 'readReview',
    tag,
    summary: 'A row that waits, beside what it was compared with',
    action: 'review.read',
    params,
    response: reviewViewSchema,
    async handle({ params: { reviewId }, call }, deps) {
      const view = await readReview(deps, call, reviewId);
      return { body: reviewViewWire(view), version: view.review.version };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/reviews/{reviewId}/decision',
    id: 'decideReview',
    tag,
    summary: 'Decide about a row: link it, create its referral, or dismiss it',
    description: 'Linked, the referral that is open keeps the earlier of the two starts.',
    action: 'review.decide',
    precondition: 'idempotency-key-and-if-match',
    params,
    body: newDecisionSchema,
    response: reviewWireSchema,
    async handle({ params: { reviewId }, body, key, seen, call }, deps) {
      const decided = await decideReview(deps, call, reviewId, body, seen, key);
      return { body: reviewWire(decided), version: decided.version };
    },
  }),
];
