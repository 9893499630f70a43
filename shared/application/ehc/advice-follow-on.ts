import { ehcAssessment } from '../../domain/ehc/assessment-type.ts';
import { conflict, invalid, isDomainError } from '../../domain/error.ts';
import type { FollowOn } from '../case/follow-on.ts';
import { settleAdvice, settledTasks } from './settle-advice.ts';

/**
 * What follows from a change of an assessment: its tasks say what it says. A change that would contradict what a service has
 * answered is refused, and so is a second assessment of somebody who has one.
 */
export const adviceFollowOn: FollowOn = {
  refuse(rules, record, changed, at, hash) {
    const other = record.cases.find(
      ({ record: { id, kind }, entry }) => kind === ehcAssessment.kind && entry.row.open && id !== changed.id,
    );
    if (changed.version === 1 && other !== undefined)
      throw conflict('assessment-open', 'This person has an assessment or a plan already', { caseId: other.record.id });
    try {
      settledTasks(rules, record, changed, at, hash);
    } catch (refused) {
      if (!isDomainError(refused, 'invalid')) throw refused;
      const code = 'contradicts-advice';
      const message = 'What a service has recorded on its advice would no longer fit. Record that in error first';
      const pointer = changed.events.at(-1)?.facts.kind === 'recorded-in-error' ? '/facts/eventId' : '/on';
      throw invalid(code, message, [{ pointer, code, message }]);
    }
  },
  follow: settleAdvice,
};
