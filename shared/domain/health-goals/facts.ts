/** Health goals that a family and its team agree: up to three, rated 0 to 10 over time (domain.md 2.1). */
import * as z from 'zod';

export const MOST_GOALS = 3;
const goal = z.int().min(1).max(MOST_GOALS);
/** As the child or family rates it: 0 is not at all met, 10 is fully met. */
export const goalRatingSchema = z.int().min(0).max(10);

export const healthGoalsFactsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('agreed'),
    goal,
    /** In the family's own words. */
    text: z.string().trim().min(1).max(300),
    /** The rating at which it is met. */
    target: goalRatingSchema,
    /** The service that works on it with them. */
    service: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  }),
  z.strictObject({
    kind: z.literal('rated'),
    goal,
    rating: goalRatingSchema,
    ratedBy: z.enum(['child', 'parent-or-carer']),
  }),
  z.strictObject({ kind: z.literal('ended'), goal, why: z.enum(['met', 'no-longer-wanted', 'changed']) }),
]);
export type HealthGoalsFacts = Readonly<z.output<typeof healthGoalsFactsSchema>>;
