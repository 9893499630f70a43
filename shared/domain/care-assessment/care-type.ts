/** Health assessments of a child in care as a case: one for each period of care. */
import { addDays } from '../calendar/local-date.ts';
import { kindPolicyOf } from '../case/case-policy.ts';
import type { CaseType } from '../case/case-type.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlineFrom, ladders } from '../deadline/ladder.ts';
import { type CareFacts, careFactsSchema } from './facts.ts';
import { judgeCare } from './judge.ts';
import { careStatusOn, careSummary } from './standing.ts';
import { type CareState, foldCare, initialStands, lastSeenOn, nextReviewDue } from './state.ts';

/** Warned of on the days by which it is to be booked and seen; the breach is the day after the last in time. */
function initialDeadline({ enteredOn, timetable: { due, milestones } }: CareState): Deadline {
  return {
    kind: 'care-assessment',
    start: enteredOn,
    due,
    warnOn: [
      { threshold: 'amber', severity: 'amber', on: milestones.booked },
      { threshold: 'approaching', severity: 'approaching', on: milestones.seen },
      { threshold: 'breach', severity: 'breach', on: addDays(due, 1) },
    ],
  };
}

export const careAssessment: CaseType<CareFacts, CareState> = {
  kind: 'care-assessment',
  facts: careFactsSchema,
  opens: ['became-looked-after'],
  identity: (_facts, on) => [on],
  fold: foldCare,
  judge: judgeCare,
  deadlines(state): readonly Deadline[] {
    if (initialStands(state)) return [initialDeadline(state)];
    const due = nextReviewDue(state);
    const start = lastSeenOn(state);
    if (due === null || start === null || state.refusedOn !== null) return [];
    return [deadlineFrom(ladders.healthCheck, { kind: 'care-review', start, due })];
  },
  service: (_state, policy) => kindPolicyOf(policy, 'care-assessment').services[0] ?? '',
  summary: careSummary,
  isOpen: ({ careEndedOn, isShortBreaks }) => careEndedOn === null && !isShortBreaks,
  statusOn: careStatusOn,
};
