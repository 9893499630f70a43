/** Histories of assessments and advice, as short tables of day and facts. */
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Case, CaseFacts } from '../../../shared/domain/case/case.ts';
import type { CaseContext, CaseType } from '../../../shared/domain/case/case-type.ts';
import { openCase, recordOnCase, stateOfCase } from '../../../shared/domain/case/record-case.ts';
import { ehcAdvice } from '../../../shared/domain/ehc/advice-type.ts';
import { ehcAssessment } from '../../../shared/domain/ehc/assessment-type.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';

type Line = readonly [on: string, facts: CaseFacts & Readonly<Record<string, unknown>>];

/** Somebody of ten, as at a day. */
export function contextAt(asAt: string, birthDate = '2015-02-11'): CaseContext {
  return {
    policy: liverpool,
    person: { birthDate: localDate(birthDate), flags: [], diedOn: null, gpPractice: null },
    asAt: localDate(asAt),
    holidays: englandAndWales,
  };
}

function recorded(type: CaseType, lines: readonly Line[], asAt: string, birthDate?: string): Case {
  const context = contextAt(asAt, birthDate);
  const identity = { id: 'case000000000001', place: 'liverpool', personId: 'person0000000001' };
  let made: Case | undefined;
  for (const [at, [on, facts]] of lines.entries()) {
    const recorder = {
      eventId: eventIdAt(at),
      recordedAt: parseInstant('2026-01-01T12:00:00Z'),
      by: { actor: 'someone', role: 'administrator' },
      hash: (text: string) => String(text.length),
    };
    const happened = { on: localDate(on), facts: type.facts.parse(facts) };
    made =
      made === undefined
        ? openCase(type, identity, happened, recorder, context)
        : recordOnCase(type, made, happened, recorder, context);
  }
  if (made === undefined) throw new Error('A history has at least its opening');
  return made;
}

/** Records the lines one after another, each judged; then what they make as at a day. */
export function assessment(lines: readonly Line[], asAt: string, birthDate?: string) {
  const kept = recorded(ehcAssessment as unknown as CaseType, lines, asAt, birthDate);
  const context = contextAt(asAt, birthDate);
  const state = stateOfCase(
    ehcAssessment as unknown as CaseType<CaseFacts, ReturnType<typeof ehcAssessment.fold>>,
    kept,
    context,
  );
  if (state === undefined) throw new Error('The assessment is void');
  return { state, context, kept };
}

export function advice(lines: readonly Line[], asAt: string) {
  const kept = recorded(ehcAdvice as unknown as CaseType, lines, asAt);
  const context = contextAt(asAt);
  const state = stateOfCase(
    ehcAdvice as unknown as CaseType<CaseFacts, ReturnType<typeof ehcAdvice.fold>>,
    kept,
    context,
  );
  if (state === undefined) throw new Error('The advice is void');
  return { state, context, kept };
}

export const request: CaseFacts & Record<string, unknown> = { kind: 'request-received', requestedBy: 'parent' };
export const asking = (...services: readonly string[]) => ({ kind: 'advice-asked', services });
export const asked = (service: string, requestEventId = eventIdAt(1)) => ({
  kind: 'asked',
  assessmentId: 'case000000000001',
  requestEventId,
  service,
  round: 0,
  familyAsked: false,
});
export const because = { evidence: 'Letter of 3 March on file', approver: 'Head of SEND' };

/** The id of the event recorded as the so-many-eth, from 0. */
export function eventIdAt(at: number): string {
  return `event00000000${String(at).padStart(3, '0')}`;
}
