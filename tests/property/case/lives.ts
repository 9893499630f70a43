/** Lives of cases for properties: what happened to a child in care, or with a health check, each thing on a day of its own. */
import fc from 'fast-check';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { addDays, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { careAssessment } from '../../../shared/domain/care-assessment/care-type.ts';
import type { Case, CaseFacts } from '../../../shared/domain/case/case.ts';
import type { CaseContext, CaseType } from '../../../shared/domain/case/case-type.ts';
import { type HappenedToCase, openCase, recordOnCase } from '../../../shared/domain/case/record-case.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import { healthCheckType } from '../../../shared/domain/health-check/health-check-type.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { dateIn } from '../arbitrary-date.ts';

export interface Life {
  readonly type: CaseType;
  readonly birthDate: LocalDate;
  /** What opens the case. */
  readonly opening: HappenedToCase;
  /** What happened after it, in the order of its days, of which no two are alike. */
  readonly rest: readonly HappenedToCase[];
  /** The day after the last of it. */
  readonly asAt: LocalDate;
}

type Facts = CaseFacts & Readonly<Record<string, unknown>>;

const inCare: readonly Facts[] = [
  { kind: 'notified' },
  { kind: 'consent-given', by: 'local-authority' },
  { kind: 'consent-given', by: 'young-person' },
  { kind: 'consent-refused', by: 'young-person', competent: true },
  { kind: 'consent-refused', by: 'parent', competent: false },
  { kind: 'booked', appointmentOn: '2099-01-01' },
  { kind: 'appointment-missed' },
  { kind: 'seen', by: 'medical-practitioner' },
  { kind: 'seen', by: 'nurse' },
  { kind: 'plan-returned' },
  { kind: 'chased', whom: 'local-authority', how: 'email' },
  { kind: 'delay-recorded', owner: 'placement', reason: 'Nobody answered' },
  { kind: 'placement-moved', outOfArea: true },
  { kind: 'short-breaks', longestStayDays: 4, daysInYear: 30 },
  { kind: 'care-ended', why: 'returned-home' },
];
const followed: readonly Facts[] = [
  { kind: 'practice-moved', practice: 'N82002' },
  { kind: 'invited', by: 'easy-read-letter' },
  { kind: 'chased', by: 'telephone' },
  { kind: 'booked', appointmentOn: '2099-01-01' },
  { kind: 'booking-ended', why: 'cancelled-by-family' },
  { kind: 'checked', where: 'practice' },
  { kind: 'plan-agreed', goals: ['Swim every week'], actions: [] },
  { kind: 'declined', by: 'young-person', capacityConsidered: true },
  { kind: 'left', why: 'moved-away', handedOverTo: 'Another practice' },
  { kind: 'registered', practice: 'N82001' },
];

const entered = { kind: 'became-looked-after', legalStatus: 'section-20', authority: 'Liverpool', outOfArea: false };

/** Things that happened one after another; what the rules refuse did not happen. */
function lifeOf(type: CaseType, opening: Facts, may: readonly Facts[], birth: fc.Arbitrary<LocalDate>) {
  const happened = fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.constantFrom(...may)), { maxLength: 9 });
  return fc.tuple(birth, dateIn(2022, 2024), happened).map(([birthDate, from, said]): Life => {
    const first = { on: from, facts: type.facts.parse(opening) };
    const fitting: HappenedToCase[] = [];
    let record = opened(type, birthDate, first);
    let on = from;
    for (const [days, facts] of said) {
      on = addDays(on, days);
      const next = { on, facts: type.facts.parse(facts) };
      const grown = recorded(type, birthDate, record, next);
      if (grown === undefined) continue;
      record = grown;
      fitting.push(next);
    }
    return { type, birthDate, opening: first, rest: fitting, asAt: addDays(on, 1) };
  });
}

export const careLife = lifeOf(careAssessment, entered, inCare, dateIn(2008, 2021));
export const healthCheckLife = lifeOf(
  healthCheckType,
  { kind: 'registered', practice: 'N82001' },
  followed,
  dateIn(2000, 2011),
);
export const anyLife = fc.oneof(careLife, healthCheckLife);

export function contextAt(birthDate: LocalDate, asAt: LocalDate): CaseContext {
  const person = { birthDate, flags: [], diedOn: null, gpPractice: null };
  return { policy: liverpool, person, holidays: englandAndWales, asAt };
}

const identity = { id: 'case-0000000001', place: 'liverpool', personId: 'person-00000001' };
const LAST_DAY = localDate('2090-01-01');

function recorderAt(seq: number) {
  return {
    eventId: `event-${String(seq).padStart(10, '0')}`,
    recordedAt: parseInstant('2030-01-01T09:00:00.000Z'),
    by: { actor: 'somebody-1', role: 'clinician' },
    hash: sha256,
  };
}

export function opened(type: CaseType, birthDate: LocalDate, opening: HappenedToCase): Case {
  return openCase(type, identity, opening, recorderAt(0), contextAt(birthDate, LAST_DAY));
}

/** The case with one thing more; undefined when the rules refuse it. */
export function recorded(type: CaseType, birthDate: LocalDate, before: Case, next: HappenedToCase): Case | undefined {
  try {
    return recordOnCase(type, before, next, recorderAt(before.events.length), contextAt(birthDate, LAST_DAY));
  } catch (refused) {
    if (isDomainError(refused)) return undefined;
    throw refused;
  }
}

/** The case as it is when everything was recorded on its day. */
export function lived({ type, birthDate, opening, rest }: Life): Case {
  return rest.reduce(
    (kept, next) => {
      const grown = recorded(type, birthDate, kept, next);
      if (grown === undefined) throw new Error('What happened fits in the order of its days');
      return grown;
    },
    opened(type, birthDate, opening),
  );
}
