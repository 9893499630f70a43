/** How goals came out (domain.md 2.1, I2-11): exact, for one child and for many. */
import { type Fraction, fraction } from '../number/fraction.ts';
import { percentage } from '../number/proportion.ts';

/** From this change on it is meaningful. */
export const MEANINGFUL_CHANGE = 3;

/** A goal with the ratings it was given, in order. */
export interface RatedGoal {
  readonly target: number;
  readonly ratings: readonly number[];
}

/** The latest rating less the first; null while it was not rated twice. */
export function changeOf({ ratings }: RatedGoal): number | null {
  const [first, ...others] = ratings;
  const latest = others.at(-1);
  return first === undefined || latest === undefined ? null : latest - first;
}

export function isMet({ ratings, target }: RatedGoal): boolean {
  return (ratings.at(-1) ?? -1) >= target;
}

export interface GoalOutcomes {
  /** Goals rated at least twice: what all the rest is out of. */
  readonly goals: number;
  readonly meanChange: Fraction | null;
  readonly meaningful: { readonly count: number; readonly percent: number | null };
  readonly met: { readonly count: number; readonly percent: number | null };
}

export function goalOutcomes(all: readonly RatedGoal[]): GoalOutcomes {
  const rated = all.flatMap((goal) => {
    const change = changeOf(goal);
    return change === null ? [] : [{ goal, change }];
  });
  const sum = rated.reduce((total, { change }) => total + change, 0);
  const meaningful = rated.filter(({ change }) => change >= MEANINGFUL_CHANGE).length;
  const met = rated.filter(({ goal }) => isMet(goal)).length;
  return {
    goals: rated.length,
    meanChange: rated.length === 0 ? null : fraction(sum, rated.length),
    meaningful: { count: meaningful, percent: percentage(meaningful, rated.length) },
    met: { count: met, percent: percentage(met, rated.length) },
  };
}
