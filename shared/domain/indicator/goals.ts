/** Goals that a child or young person rates from 0 to 10: how far they have come, and how many are met. */
import { roundHalfUp } from '../number/fraction.ts';
import { mean, percentage } from '../number/proportion.ts';

export interface Goal {
  /** First and latest rating, 0 to 10. */
  readonly first: number;
  readonly latest: number;
  /** The rating that was agreed as enough. */
  readonly target: number;
}

/** A change of this many points is one that people notice. */
export const MEANINGFUL_POINTS = 3;

export interface GoalOutcomes {
  readonly goals: number;
  readonly changes: readonly number[];
  readonly meanChange: number | null;
  readonly meaningful: number;
  readonly percentMeaningful: number | null;
  readonly met: number;
  readonly percentMet: number | null;
}

export function goalOutcomes(goals: readonly Goal[]): GoalOutcomes {
  const changes = goals.map(({ first, latest }) => latest - first);
  const meaningful = changes.filter((change) => change >= MEANINGFUL_POINTS).length;
  const met = goals.filter(({ latest, target }) => latest >= target).length;
  const average = mean(changes);
  return {
    goals: goals.length,
    changes,
    meanChange: average === null ? null : roundHalfUp(average, 2),
    meaningful,
    percentMeaningful: percentage(meaningful, goals.length),
    met,
    percentMet: percentage(met, goals.length),
  };
}
