/**
 * What a family writes, as a case: a task of the right team, which is told when nobody has read it in time, and which ends when it
 * is answered. What only confirms that the child is still waiting needs no answer.
 */
import { addMonths } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { CaseContext, CaseSummary, CaseType } from '../case/case-type.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlineFrom } from '../deadline/ladder.ts';
import { type DomainError, invalid } from '../error.ts';
import {
  type FamilyMessageFacts,
  familyMessageFactsSchema,
  isAboutAppointment,
  isAboutRights,
  needsNoWords,
} from './facts.ts';
import { type FamilyMessageState, foldFamilyMessage } from './state.ts';

/** In the order in which a team works them. */
export const familyMessageStatuses = ['unread', 'read', 'answered', 'closed'] as const;

export const familyMessageType: CaseType<FamilyMessageFacts, FamilyMessageState> = {
  kind: 'family-message',
  facts: familyMessageFactsSchema,
  opens: ['sent'],
  fold: foldFamilyMessage,
  judge: (state, { facts }) => judge(state, facts),
  deadlines: (state, context) => deadlines(state, context),
  service: ({ service }) => service,
  summary: (state, context) => summary(state, context),
  isOpen: ({ closedOn }) => closedOn === null,
};

function judge(state: FamilyMessageState | undefined, facts: FamilyMessageFacts): void {
  if (facts.kind === 'sent') {
    if (facts.text === null && !needsNoWords(facts.topic))
      throw refusal('/facts/text', 'text-needed', 'Write what you want to tell the team');
    if (isAboutAppointment(facts.topic) !== (facts.appointmentOn !== undefined))
      throw refusal('/facts/appointmentOn', 'appointment', 'Name the appointment, and only where it is about one');
    return;
  }
  if (state === undefined) return;
  if (state.closedOn !== null) throw refusal('/facts/kind', 'message-closed', 'This message is closed already');
  if (facts.kind === 'read' && state.readOn !== null)
    throw refusal('/facts/kind', 'already-read', 'Somebody of the team has read this already');
  if (facts.kind === 'passed-on' && facts.service === state.service)
    throw refusal('/facts/service', 'same-service', 'It lies with this team already. Choose another');
  if (facts.kind === 'closed' && state.answers.length === 0 && state.sent.topic !== 'still-needed')
    throw refusal('/facts/kind', 'not-answered', 'Answer the family before you close this');
}

function deadlines(state: FamilyMessageState, { policy, holidays }: CaseContext): readonly Deadline[] {
  const { familyMessages } = policy;
  const found: Deadline[] = [];
  if (state.readOn === null) {
    const due = addWorkingDays(state.withServiceSince, familyMessages.readWorkingDays, holidays);
    found.push(dutyBy('family-message-read', state.withServiceSince, due));
  }
  const answer = answerBy(state, { policy, holidays });
  if (answer !== null) found.push(dutyBy('family-message-answer', state.sentOn, answer));
  return found;
}

/** The last day for an answer, from the day it was sent whatever team it lies with; null when none is owed any more. */
function answerBy(
  { sent, sentOn, answers }: FamilyMessageState,
  { policy, holidays }: Pick<CaseContext, 'policy' | 'holidays'>,
) {
  if (answers.length > 0 || sent.topic === 'still-needed') return null;
  const { familyMessages: rules } = policy;
  if (sent.topic === 'complaint') return addWorkingDays(sentOn, rules.complaintWorkingDays, holidays);
  return isAboutRights(sent.topic)
    ? addMonths(sentOn, rules.rightsMonths)
    : addWorkingDays(sentOn, rules.answerWorkingDays, holidays);
}

function dutyBy(kind: string, start: Deadline['start'], due: Deadline['due']): Deadline {
  return deadlineFrom({ count: 'before-due', amber: 1, approaching: 0 }, { kind, start, due });
}

function summary(state: FamilyMessageState, context: CaseContext): CaseSummary {
  const open = state.closedOn === null;
  const [first] = [...deadlines(state, context)].sort((a, b) => (a.due < b.due ? -1 : 1));
  return {
    status: statusOf(state),
    due: open && first !== undefined ? { on: first.due, what: first.kind } : null,
    waitingOn: open && first !== undefined ? 'us' : null,
    group: null,
    more: [state.sent.topic],
  };
}

function statusOf({ closedOn, answers, readOn }: FamilyMessageState): (typeof familyMessageStatuses)[number] {
  if (closedOn !== null) return 'closed';
  if (answers.length > 0) return 'answered';
  return readOn === null ? 'unread' : 'read';
}

function refusal(pointer: string, code: string, message: string): DomainError {
  return invalid(code, message, [{ pointer, code, message }]);
}
