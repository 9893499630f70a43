import * as z from 'zod';
import { conflict } from '../../domain/error.ts';
import { feedbackAnswers, feedbackOccasions } from '../../domain/feedback/facts.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { queueOf } from '../policy/place-policy.ts';
import type { FamilyCall } from './family-call.ts';
import { readChild } from './read-children.ts';
import { type SayingDeps, sayAnew } from './say.ts';

export const feedbackInputSchema = z.strictObject({
  referralId: opaqueIdSchema,
  occasion: z.enum(feedbackOccasions),
  answer: z.enum(feedbackAnswers),
  comment: z.string().trim().min(1).max(1000).nullable(),
});
export type FeedbackInput = z.output<typeof feedbackInputSchema>;

/**
 * An answer to "Overall, how was your experience of our service?". Each question is answered once by each person.
 * @throws `conflict` `not-asked`, `said-already`; `not-found` `child-not-found`; `forbidden` `access-changed`.
 */
export async function giveFeedback(
  deps: SayingDeps,
  call: FamilyCall,
  personId: string,
  { referralId, occasion, answer, comment }: FeedbackInput,
  key: string,
): Promise<void> {
  const child = await readChild(deps, call, personId, 'family.messages');
  const asked = child.view.heard.asked.find((one) => one.referralId === referralId && one.occasion === occasion);
  const wait = child.view.waits.find((one) => one.referralId === referralId);
  if (asked === undefined || wait === undefined) throw conflict('not-asked', 'This question is not open any more');
  const facts = {
    kind: 'answered' as const,
    referralId,
    occasion,
    answer,
    comment,
    version: asked.version,
    service: queueOf(child.policy, wait.queue).service,
    grantId: child.context.grant.id,
    year: asked.year,
  };
  await sayAnew(deps, call, child, { kind: 'feedback', facts }, key);
}
