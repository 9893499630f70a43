import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseEvent } from '../../../shared/domain/case/case.ts';
import type { CaseContext } from '../../../shared/domain/case/case-type.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import type { HealthGoalsFacts } from '../../../shared/domain/health-goals/facts.ts';
import { healthGoalsType } from '../../../shared/domain/health-goals/health-goals-type.ts';
import { changeOf, goalOutcomes } from '../../../shared/domain/health-goals/outcome.ts';
import { roundHalfUp } from '../../../shared/domain/number/fraction.ts';

const context = {} as CaseContext;
const goal = (n: number, target = 7): HealthGoalsFacts => ({
  kind: 'agreed',
  goal: n,
  text: 'Asks for what she wants at lunch',
  target,
  service: 'salt',
});
const rated = (n: number, rating: number): HealthGoalsFacts => ({ kind: 'rated', goal: n, rating, ratedBy: 'child' });

function folded(facts: readonly HealthGoalsFacts[]) {
  const events = facts.map((one) => ({ facts: one, on: localDate('2026-05-11') }) as CaseEvent<HealthGoalsFacts>);
  return healthGoalsType.fold(events, context);
}

function refused(before: readonly HealthGoalsFacts[], facts: HealthGoalsFacts): string | undefined {
  try {
    const state = before.length === 0 ? undefined : folded(before);
    healthGoalsType.judge(state, { facts, on: localDate('2026-05-12') }, context);
    return undefined;
  } catch (caught) {
    if (!isDomainError(caught)) throw caught;
    return caught.code;
  }
}

describe('Health goals', () => {
  it('I2-11 changes, meaningful change and goals met', () => {
    const three = [
      { target: 7, ratings: [2, 6] },
      { target: 6, ratings: [3, 4] },
      { target: 8, ratings: [5, 8] },
    ];
    expect(three.map(changeOf)).toEqual([4, 1, 3]);
    const { meanChange, meaningful, met, goals } = goalOutcomes(three);
    expect(goals).toBe(3);
    expect(meanChange === null ? null : roundHalfUp(meanChange, 2)).toBe(2.67);
    expect(meaningful).toEqual({ count: 2, percent: 66.7 });
    expect(met).toEqual({ count: 1, percent: 33.3 });
  });

  it('count no goal that was rated once, and say nothing of none', () => {
    expect(goalOutcomes([{ target: 7, ratings: [9] }])).toEqual({
      goals: 0,
      meanChange: null,
      meaningful: { count: 0, percent: null },
      met: { count: 0, percent: null },
    });
  });

  it('are worked on until they are met or ended, three at a time', () => {
    const state = folded([goal(1), rated(1, 2), goal(2, 5), rated(2, 6), rated(1, 7)]);
    expect(healthGoalsType.summary(state, context)).toMatchObject({ status: 'met', more: ['2'] });
    const after = folded([goal(1), { kind: 'ended', goal: 1, why: 'changed' }]);
    expect(healthGoalsType.isOpen(after)).toBe(false);
    expect(healthGoalsType.summary(after, context).status).toBe('ended');
    expect(refused([goal(1)], goal(1))).toBe('goal-taken');
    expect(refused([goal(1), { kind: 'ended', goal: 1, why: 'met' }], goal(1))).toBeUndefined();
    expect(refused([goal(1)], rated(2, 5))).toBe('goal-unknown');
    expect(refused([], rated(1, 5))).toBe('goal-unknown');
  });

  it('take a rating from 0 to 10 and no other', () => {
    expect(healthGoalsType.facts.safeParse(rated(1, 11)).success).toBe(false);
    expect(healthGoalsType.facts.safeParse(rated(1, 2.5)).success).toBe(false);
    expect(healthGoalsType.facts.safeParse(goal(4)).success).toBe(false);
  });
});
