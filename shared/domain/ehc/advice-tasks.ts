/**
 * The advice that follows from an assessment: one task for each service it asks. What each task ought to have recorded is
 * worked out from the assessment alone, so that doing it again changes nothing and whoever finds it half done completes it.
 */
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseEvent, CaseFacts } from '../case/case.ts';
import { mistakenIn } from '../case/generic-facts.ts';
import type { HappenedToCase } from '../case/record-case.ts';
import type { AdviceFacts } from './advice-facts.ts';
import type { AdviceState } from './advice-state.ts';
import type { AskedService } from './assessment-state.ts';

/** A task as it is kept. The state is undefined when its asking was recorded in error. */
export interface KeptAdvice {
  readonly state: AdviceState | undefined;
  readonly events: readonly CaseEvent[];
}

/**
 * What is to be recorded on a task so that it says what the assessment does, in order; nothing when it does.
 * @param asked null when the assessment does not ask: that it did was recorded in error.
 */
export function missingOnAdvice(
  assessmentId: string,
  asked: AskedService | null,
  kept: KeptAdvice | undefined,
  today: LocalDate,
): readonly HappenedToCase[] {
  const state = kept?.state;
  if (asked === null) return state === undefined ? [] : mistake(kept, 'asked', today);
  const isRight = state?.requestEventId === asked.eventId;
  const wrong = state === undefined || isRight ? [] : mistake(kept, 'asked', today);
  return [...wrong, ...(isRight ? [] : [asking(assessmentId, asked)]), ...ending(asked, kept, today)];
}

function asking(
  assessmentId: string,
  { service, round, receivedOn, familyAsked, eventId }: AskedService,
): HappenedToCase {
  const facts: AdviceFacts = { kind: 'asked', assessmentId, requestEventId: eventId, service, round, familyAsked };
  return { on: receivedOn, facts };
}

/** Advice that came is never taken back; what is still owed ends with the assessment, and is owed again if that was a mistake. */
function ending({ endedOn }: AskedService, kept: KeptAdvice | undefined, today: LocalDate): readonly HappenedToCase[] {
  const withdrawnOn = kept?.state?.withdrawnOn ?? null;
  if (withdrawnOn === endedOn || (kept?.state?.reply ?? null) !== null) return [];
  const facts: AdviceFacts = { kind: 'withdrawn', reason: 'assessment-ended' };
  return [
    ...(withdrawnOn === null ? [] : mistake(kept, 'withdrawn', today)),
    ...(endedOn === null ? [] : [{ on: endedOn, facts }]),
  ];
}

function mistake(kept: KeptAdvice | undefined, kind: AdviceFacts['kind'], today: LocalDate): readonly HappenedToCase[] {
  const events = kept?.events ?? [];
  const mistaken = mistakenIn(events);
  const event = events.findLast(({ id, facts }) => facts.kind === kind && !mistaken.has(id));
  if (event === undefined) return [];
  const reason = 'It was recorded in error on the assessment';
  const facts: CaseFacts & Record<'eventId' | 'reason', string> = {
    kind: 'recorded-in-error',
    eventId: event.id,
    reason,
  };
  return [{ on: today, facts }];
}

/** The id of a task: it follows from the assessment, the service and the round, so that whoever makes it makes the same one. */
export function adviceIdOf(
  assessmentId: string,
  { service, round }: Pick<AskedService, 'service' | 'round'>,
  hash: (text: string) => string,
): string {
  return hash(JSON.stringify(['ehc-advice', assessmentId, service, round])).slice(0, 16);
}
