/** What families say of a service when asked: the Friends and Family question in three versions (domain.md 2.1, 9.3). */
import * as z from 'zod';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';

/** When somebody is asked. */
export const feedbackOccasions = ['first-contact', 'discharge', 'a-year-waited'] as const;

/** Who answers; each has its own wording. */
export const feedbackVersions = ['parent', 'young-person', 'child'] as const;

/** "Overall, how was your experience of our service?" */
export const feedbackAnswers = ['very-good', 'good', 'neither', 'poor', 'very-poor', 'do-not-know'] as const;
export type FeedbackAnswer = (typeof feedbackAnswers)[number];

export const feedbackFactsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answered'),
    occasion: z.enum(feedbackOccasions),
    version: z.enum(feedbackVersions),
    answer: z.enum(feedbackAnswers),
    /** Seen inside the service only. */
    comment: z.string().trim().min(1).max(1000).nullable(),
    referralId: opaqueIdSchema,
    service: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
    grantId: opaqueIdSchema,
    /** For a yearly question, which year of the wait it is about: 1 is the first. */
    year: z.int().min(0).max(25),
  }),
]);
export type FeedbackFacts = Readonly<z.output<typeof feedbackFactsSchema>>;
