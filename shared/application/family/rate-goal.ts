import * as z from 'zod';
import { notFound } from '../../domain/error.ts';
import { goalRatingSchema, type HealthGoalsFacts } from '../../domain/health-goals/facts.ts';
import type { FamilyCall } from './family-call.ts';
import { readChild } from './read-children.ts';
import { type SayingDeps, sayOn } from './say.ts';

export const goalRatingInputSchema = z.strictObject({ goal: z.int().min(1).max(3), rating: goalRatingSchema });
export type GoalRatingInput = z.output<typeof goalRatingInputSchema>;

/**
 * How near a goal is, as the family or the young person rates it.
 * @throws `not-found` `goals-not-found`, `child-not-found`; `invalid` `goal-unknown`; `forbidden` `access-changed`.
 */
export async function rateHealthGoal(
  deps: SayingDeps,
  call: FamilyCall,
  personId: string,
  { goal, rating }: GoalRatingInput,
  key: string,
): Promise<void> {
  const child = await readChild(deps, call, personId, 'family.health');
  const kept = child.record.cases.find(({ record }) => record.kind === 'health-goals');
  if (kept === undefined) throw notFound('goals-not-found', 'There are no goals yet');
  const ratedBy = child.view.own ? 'child' : 'parent-or-carer';
  const facts: HealthGoalsFacts = { kind: 'rated', goal, rating, ratedBy };
  await sayOn(deps, call, child, kept, facts, key);
}
