/** A child in care, by what happened to them: short to write in a table of examples. */
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { careAssessment } from '../../../shared/domain/care-assessment/care-type.ts';
import type { CareFacts } from '../../../shared/domain/care-assessment/facts.ts';
import type { CareState } from '../../../shared/domain/care-assessment/state.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { CaseContext } from '../../../shared/domain/case/case-type.ts';
import { openCase, recordOnCase, stateOfCase } from '../../../shared/domain/case/record-case.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';

export const day = localDate;
export const entered = {
  kind: 'became-looked-after',
  legalStatus: 'section-20',
  authority: 'Liverpool',
  outOfArea: false,
} as const;
export const consent = { kind: 'consent-given', by: 'local-authority' } as const;
export const seen = { kind: 'seen', by: 'medical-practitioner' } as const;
export const returned = { kind: 'plan-returned' } as const;

export function contextOn(asAt: string, birthDate = '2015-03-10'): CaseContext {
  const person = { birthDate: day(birthDate), flags: [], diedOn: null, gpPractice: null };
  return { policy: liverpool, person, holidays: englandAndWales, asAt: day(asAt) };
}

let count = 0;
function recorder() {
  count += 1;
  const recordedAt = parseInstant('2025-06-02T09:00:00.000Z');
  return {
    eventId: `event-${String(count).padStart(10, '0')}`,
    recordedAt,
    by: { actor: 'somebody-1', role: 'clinician' },
    hash: sha256,
  };
}

const identity = { id: 'care-00000000001', place: 'liverpool', personId: 'person-00000001' };

/** The case of a child who became looked after on a day, with what happened after, each on its day. */
export function careFrom(
  on: string,
  happened: readonly (readonly [CareFacts, string])[],
  asAt: string,
  birthDate?: string,
): Case {
  const context = contextOn(asAt, birthDate);
  const opened = openCase(careAssessment, identity, { facts: entered, on: day(on) }, recorder(), context);
  return happened.reduce(
    (kept, [facts, eventOn]) => recordOnCase(careAssessment, kept, { facts, on: day(eventOn) }, recorder(), context),
    opened,
  );
}

export function stateOn(record: Case, asAt: string, birthDate?: string): CareState {
  const state = stateOfCase(careAssessment, record, contextOn(asAt, birthDate));
  if (state === undefined) throw new Error('nothing stands');
  return state;
}
