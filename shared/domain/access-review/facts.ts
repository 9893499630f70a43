/** What a record of reviews says: how a child's access stood, each time it stood otherwise. The service itself writes it. */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';

const stoodSchema = z.strictObject({
  kind: z.literal('stood'),
  /** Some adult sees the record. */
  adults: z.boolean(),
  /** The young person has access of their own, or an invitation to it. */
  invited: z.boolean(),
  /** The last assessment of whether the child can decide for themself. */
  competence: z.strictObject({ on: localDateSchema, competent: z.boolean() }).nullable(),
  /** The last day staff looked at all of it. */
  reviewedOn: localDateSchema.nullable(),
  /** Since when somebody of the family is not reached; absent where all are. */
  unreachedSince: localDateSchema.optional(),
});

/** One kind, told apart by `kind` as those of every case are. */
export const accessReviewFactsSchema = z.discriminatedUnion('kind', [stoodSchema]);
export type AccessReviewFacts = Readonly<z.output<typeof accessReviewFactsSchema>>;
