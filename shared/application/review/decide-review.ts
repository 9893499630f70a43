import * as z from 'zod';
import { conflict, invalid, isDomainError, stale } from '../../domain/error.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { decisionsFor, type Review, type ReviewDecision, reviewDecisions } from '../../domain/import/review.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import { commandIdentity } from '../command.ts';
import type { ImportDeps } from '../import/import-context.ts';
import { createFromReview } from './create-from-review.ts';
import { linkToReferral } from './link-to-referral.ts';
import { reviewNotFound } from './read-review.ts';

/** What somebody decides about a row. */
export const newDecisionSchema = z.strictObject({
  decision: z.enum(reviewDecisions),
  /** For `create`: whose referral it is, one of the people of the review; a new person when it is left out. */
  personId: opaqueIdSchema.optional(),
  reason: z.string().trim().min(1).max(500).optional(),
});
export type NewDecision = z.output<typeof newDecisionSchema>;

const stateAfter = { link: 'linked', create: 'created', dismiss: 'dismissed' } as const;

/**
 * Decides about a row that waits. What follows from it is done first and is done once, however often it is sent.
 * @param seen the version that the caller decided on.
 * @throws `stale` `changed-since`; `conflict` `review-decided`, `referral-closed` or a number taken; `invalid`; `not-found`; `forbidden`.
 */
export async function decideReview(
  deps: ImportDeps,
  call: Call,
  reviewId: string,
  input: NewDecision,
  seen: number,
  key: string,
): Promise<Review> {
  const { place } = call.actor;
  authorise(call, 'review.decide', placeSubject(place), reviewNotFound);
  const { eventId } = commandIdentity(deps, call, ['decide-review', reviewId], key, input);
  const review = await deps.reviews.get(place, reviewId);
  if (review === undefined) throw reviewNotFound();
  if (review.decided?.eventId === eventId) return sameDecision(review, input.decision);
  if (review.version !== seen) throw changed(review);
  if (review.state !== 'open') throw conflict('review-decided', 'Somebody has decided about this row already');
  check(review, input);

  if (input.decision === 'link') await linkToReferral(deps, call, review);
  if (input.decision === 'create') await createFromReview(deps, call, review, input.personId);
  const by = { actor: call.actor.id, role: call.actor.role };
  const decided: Review = {
    ...review,
    version: review.version + 1,
    state: stateAfter[input.decision],
    decided: { eventId, at: call.now, by, decision: input.decision, reason: input.reason ?? null },
  };
  try {
    await deps.reviews.save(decided);
    return decided;
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    const current = await deps.reviews.get(place, reviewId);
    if (current?.decided?.eventId === eventId) return current;
    throw changed(current ?? review);
  }
}

function check({ reason, personIds }: Review, { decision, personId }: NewDecision): void {
  const fault = (field: string, code: string, message: string) =>
    invalid('decision', 'Check the decision', [{ pointer: `/${field}`, code, message }]);
  if (!decisionsFor[reason].includes(decision)) {
    const choices = decisionsFor[reason].join(', ');
    throw fault('decision', 'decision-not-possible', `For this row you can choose: ${choices}`);
  }
  if (personId === undefined) return;
  if (decision !== 'create') throw fault('personId', 'not-wanted', 'A person is chosen only for a new referral');
  if (!personIds.includes(personId)) throw fault('personId', 'person-unknown', 'Choose one of the people of this row');
}

function sameDecision(review: Review, decision: ReviewDecision): Review {
  if (review.decided?.decision === decision) return review;
  throw invalid('idempotency-key-reused', 'This Idempotency-Key was used for another request', [
    { pointer: '/idempotency-key', code: 'idempotency-key-reused', message: 'Send a new key with a new request' },
  ]);
}

function changed({ version }: Review) {
  return stale('changed-since', 'This review has changed since you read it', { currentVersion: version });
}
