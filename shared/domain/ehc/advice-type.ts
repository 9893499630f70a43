/** The advice of one service for one assessment, as a case: owed until it is answered, whatever exception applies. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseSummary, CaseType } from '../case/case-type.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlineFrom, ladders } from '../deadline/ladder.ts';
import { type AdviceFacts, adviceFactsSchema } from './advice-facts.ts';
import { judgeAdvice } from './advice-rules.ts';
import { type AdviceState, foldAdvice } from './advice-state.ts';

/** What a row tells besides what every row does, by its place in `more`. */
export const adviceRow = { receivedOn: 0, chaseFrom: 1, exception: 2, reply: 3 } as const;

export const ehcAdvice: CaseType<AdviceFacts, AdviceState> = {
  kind: 'ehc-advice',
  facts: adviceFactsSchema,
  opens: ['asked'],
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
  const { timeliness, receivedOn, chaseFrom, exceptions, reply, assessmentId } = state;
  const open = isOpen(state);
  return {
    status: timeliness.standing,
    due: open ? { on: timeliness.due, what: 'ehc-advice' } : null,
    waitingOn: open ? 'us' : null,
    group: assessmentId,
    more: [receivedOn, chaseFrom ?? '', exceptions.at(-1)?.ground ?? '', reply?.how ?? ''],
  };
}

/** Past its day, advice that is still owed is overdue, though nobody has written since. */
function passedStatus({ status, due, more }: CaseSummary, asAt: LocalDate): string {
  if (due === null || asAt <= due.on) return status;
  return (more?.[adviceRow.exception] ?? '') === '' ? 'overdue' : 'overdue-exception';
}
