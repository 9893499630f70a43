/** What the service itself records on a case because it follows from another one: no caller records it or takes it back. */
import { invalid } from '../error.ts';
import type { CaseEvent, CaseFacts } from './case.ts';
import type { CaseType } from './case-type.ts';
import { isRecordedInError } from './generic-facts.ts';

/** @throws `invalid` `follows-from-another` for an event that is the service's own, and for a correction of one. */
export function refuseReserved(
  { reserved = [] }: Pick<CaseType, 'reserved'>,
  facts: CaseFacts,
  events: readonly CaseEvent[] = [],
): void {
  const target = isRecordedInError(facts) ? events.find(({ id }) => id === facts.eventId)?.facts : facts;
  if (target === undefined || !reserved.includes(target.kind)) return;
  const [code, message] = ['follows-from-another', 'This follows from another record. Record or correct it there'];
  const pointer = target === facts ? '/facts/kind' : '/facts/eventId';
  throw invalid(code, message, [{ pointer, code, message }]);
}
