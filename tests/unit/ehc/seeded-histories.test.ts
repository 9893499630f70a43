import { describe, expect, it } from 'vitest';
import { inventEhcHistory } from '../../../infra/local/seed/ehc-histories.ts';
import { chanceOf } from '../../../infra/local/seed/random.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { adviceStandings } from '../../../shared/domain/ehc/advice-limit.ts';
import { assessmentStages } from '../../../shared/domain/ehc/assessment-state.ts';
import { advice, asked, assessment } from './history.ts';

const today = '2026-09-14';

describe('The demonstration’s assessments', () => {
  it('each fit the rules, and together they stand in every state', () => {
    const chance = chanceOf(46);
    const stages = new Set<string>();
    const standings = new Set<string>();
    for (let n = 0; n < 80; n += 1) {
      const history = inventEhcHistory(chance, localDate(today));
      const { state } = assessment(
        history.assessment.map(({ on, facts }) => [on, facts]),
        today,
      );
      stages.add(state.stage);
      const withdrawn = { kind: 'withdrawn', reason: 'assessment-ended' };
      for (const { service, receivedOn, endedOn } of state.asked) {
        const events = history.advice.get(service) ?? [];
        const replied = events.some(({ facts }) =>
          ['returned', 'not-known', 'existing-advice-accepted'].includes(facts.kind),
        );
        const task = advice(
          [
            [receivedOn, asked(service)],
            ...events.map(({ on, facts }) => [on, facts] as const),
            ...(endedOn === null || replied ? [] : [[endedOn, withdrawn] as const]),
          ],
          today,
        );
        standings.add(task.state.timeliness.standing);
      }
    }
    expect(stages).toEqual(new Set(assessmentStages));
    expect(standings).toEqual(new Set(adviceStandings));
  });
});
