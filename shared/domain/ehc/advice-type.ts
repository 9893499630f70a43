/** The advice of one service for one assessment, as a case: owed until it is answered, whatever exception applies. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseSummary, CaseType } from '../case/case-type.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlineFrom, ladders } from '../deadline/ladder.ts';
import { type AdviceFacts, adviceFactsSchema } from './advice-facts.ts';
import { adviceRowFacts, packAdviceRow } from './advice-row.ts';
import { judgeAdvice } from './advice-rules.ts';
import { type AdviceState, foldAdvice } from './advice-state.ts';

export const ehcAdvice: CaseType<AdviceFacts, AdviceState> = {
  kind: 'ehc-advice',
  facts: adviceFactsSchema,
  opens: ['asked'],
  reserved: ['asked', 'withdrawn'],
  fold: foldAdvice,
  judge: judgeAdvice,
  deadlines: adviceDeadlines,
  service: ({ service }) => service,
  summary: adviceSummary,
  isOpen,
  statusOn: passedStatus,
};

function isOpen({ reply, withdrawnOn }: AdviceState): boolean {
  return reply === null && withdrawnOn === null;
}

/** An exception lifts the limit, so nobody is told that it was missed. The advice is owed all the same. */
function adviceDeadlines(state: AdviceState): readonly Deadline[] {
  if (!isOpen(state) || state.exceptions.length > 0) return [];
  const ladder = { ...ladders.ehcAdvice, limit: state.rules.adviceDays };
  return [deadlineFrom(ladder, { kind: 'ehc-advice', start: state.receivedOn })];
}

function adviceSummary(state: AdviceState): CaseSummary {
  const { timeliness, assessmentId } = state;
  const open = isOpen(state);
  return {
    status: timeliness.standing,
    due: open ? { on: timeliness.due, what: 'ehc-advice' } : null,
    waitingOn: open ? 'us' : null,
    group: assessmentId,
    more: packAdviceRow(state),
  };
}

/** Past its day, advice that is still owed is overdue, though nobody has written since. */
function passedStatus(row: CaseSummary, asAt: LocalDate): string {
  const { status, due } = row;
  if (due === null || asAt <= due.on) return status;
  return adviceRowFacts(row)?.excepted ? 'overdue-exception' : 'overdue';
}
