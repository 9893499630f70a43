/** The health goals of a child, as a case: one record, up to three goals at a time, each rated as often as they like. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import type { CaseSummary, CaseType } from '../case/case-type.ts';
import { type DomainError, invalid } from '../error.ts';
import { type HealthGoalsFacts, healthGoalsFactsSchema, MOST_GOALS } from './facts.ts';
import { isMet, type RatedGoal } from './outcome.ts';

export interface HealthGoal extends RatedGoal {
  readonly goal: number;
  readonly text: string;
  readonly service: string;
  readonly agreedOn: LocalDate;
  readonly ratedOn: readonly LocalDate[];
  readonly ended: { readonly on: LocalDate; readonly why: 'met' | 'no-longer-wanted' | 'changed' } | null;
}

export interface HealthGoalsState {
  /** In the order they were agreed, ended ones included. */
  readonly goals: readonly HealthGoal[];
}

export const healthGoalsType: CaseType<HealthGoalsFacts, HealthGoalsState> = {
  kind: 'health-goals',
  facts: healthGoalsFactsSchema,
  opens: ['agreed'],
  fold: foldHealthGoals,
  judge: (state, { facts }) => judge(state, facts),
  // Goals are nobody's deadline.
  deadlines: () => [],
  service: ({ goals }) => goals.findLast(({ ended }) => ended === null)?.service ?? goals.at(-1)?.service ?? '',
  summary,
  isOpen: ({ goals }) => goals.some(({ ended }) => ended === null),
  // One record for each person.
  identity: () => [],
};

function foldHealthGoals(events: readonly CaseEvent<HealthGoalsFacts>[]): HealthGoalsState {
  const goals: HealthGoal[] = [];
  for (const { facts, on } of events) {
    if (facts.kind === 'agreed') {
      const { goal, text, target, service } = facts;
      goals.push({ goal, text, target, service, agreedOn: on, ratings: [], ratedOn: [], ended: null });
      continue;
    }
    const at = goals.findLastIndex(({ goal, ended }) => goal === facts.goal && ended === null);
    const found = goals[at];
    if (found === undefined) continue;
    goals[at] =
      facts.kind === 'rated'
        ? { ...found, ratings: [...found.ratings, facts.rating], ratedOn: [...found.ratedOn, on] }
        : { ...found, ended: { on, why: facts.why } };
  }
  return { goals };
}

function judge(state: HealthGoalsState | undefined, facts: HealthGoalsFacts): void {
  const standing = state?.goals.some(({ goal, ended }) => goal === facts.goal && ended === null) ?? false;
  if (facts.kind === 'agreed' && standing)
    throw refusal('goal-taken', `This goal is being worked on. End it first, or use another of the ${MOST_GOALS}`);
  if (facts.kind !== 'agreed' && !standing) throw refusal('goal-unknown', 'There is no such goal at the moment');
}

function summary({ goals }: HealthGoalsState): CaseSummary {
  const standing = goals.filter(({ ended }) => ended === null);
  const met = standing.length > 0 && standing.every(isMet);
  return {
    status: standing.length === 0 ? 'ended' : met ? 'met' : 'worked-on',
    due: null,
    waitingOn: null,
    group: null,
    more: [String(standing.length)],
  };
}

function refusal(code: string, message: string): DomainError {
  return invalid(code, message, [{ pointer: '/facts/goal', code, message }]);
}
