/**
 * The smallest whole type of case: somebody is to be visited within 20 working days, and is. What every duty is written like,
 * and what the machinery that is the same for all of them is tested with.
 */
import * as z from 'zod';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { type LocalDate, localDate, localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import type { Case, CaseEvent, CaseFacts } from '../../../shared/domain/case/case.ts';
import type { CaseContext, CaseType } from '../../../shared/domain/case/case-type.ts';
import { openCase, recordOnCase } from '../../../shared/domain/case/record-case.ts';
import { deadlineFrom, ladders } from '../../../shared/domain/deadline/ladder.ts';
import { conflict, invalid } from '../../../shared/domain/error.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';

const factsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asked'), practice: z.string().max(20).optional() }),
  z.strictObject({ kind: z.literal('booked'), visitOn: localDateSchema }),
  z.strictObject({ kind: z.literal('visited') }),
]);
type Facts = Readonly<z.output<typeof factsSchema>>;

interface State {
  readonly askedOn: LocalDate;
  readonly practice: string | null;
  readonly bookedFor: LocalDate | null;
  readonly visitedOn: LocalDate | null;
}

export const toyType: CaseType<Facts, State> = {
  kind: 'care-assessment',
  facts: factsSchema,
  opens: ['asked'],
  fold(events, _context) {
    const first = events.find(({ facts }) => facts.kind === 'asked');
    if (first === undefined) throw new RangeError('A case is folded from its opening on');
    let state: State = { askedOn: first.on, practice: null, bookedFor: null, visitedOn: null };
    for (const event of events) state = taken(state, event);
    return state;
  },
  judge(state, { facts, on }) {
    if (state !== undefined && facts.kind === 'asked')
      throw conflict('already-open', 'The visit was asked for already');
    if ((state?.visitedOn ?? null) !== null) throw conflict('already-visited', 'The visit has been made');
    if (facts.kind === 'booked' && facts.visitOn < on) {
      const message = 'The visit is before the day it was booked';
      throw invalid('date-order', message, [{ pointer: '/facts/visitOn', code: 'date-order', message }]);
    }
  },
  deadlines: (state, context) => (state.visitedOn === null ? [visitDeadline(state, context)] : []),
  service: () => 'children-in-care-health',
  summary: (state, context) => ({
    status: state.visitedOn !== null ? 'visited' : state.bookedFor === null ? 'asked' : 'booked',
    due: state.visitedOn === null ? { on: visitDeadline(state, context).due, what: 'care-assessment' } : null,
    waitingOn: state.visitedOn === null ? (state.bookedFor === null ? 'us' : 'family') : null,
    group: state.practice,
  }),
  isOpen: ({ visitedOn }) => visitedOn === null,
};

function taken(state: State, { facts, on }: CaseEvent<Facts>): State {
  switch (facts.kind) {
    case 'asked':
      return { ...state, practice: facts.practice ?? null };
    case 'booked':
      return { ...state, bookedFor: facts.visitOn };
    case 'visited':
      return { ...state, visitedOn: on };
  }
}

function visitDeadline({ askedOn }: State, { holidays }: CaseContext) {
  return deadlineFrom(ladders.initialHealthAssessment, { kind: 'care-assessment', start: askedOn, holidays });
}

export const day = localDate;

export function contextOn(asAt: string, more: Partial<CaseContext> = {}): CaseContext {
  const person = { birthDate: day('2015-03-10'), flags: [], diedOn: null, gpPractice: null };
  return { policy: liverpool, person, holidays: englandAndWales, asAt: day(asAt), ...more };
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

const identity = { id: 'case-0000000001', place: 'liverpool', personId: 'person-00000001' };

/** A case with what happened to it, each on its day; all of it recorded on one day. */
export function toyCase(
  asAt: string,
  first: readonly [CaseFacts, string],
  ...rest: readonly (readonly [CaseFacts, string])[]
): Case {
  const context = contextOn(asAt);
  const opened = openCase(toyType, identity, { facts: first[0], on: day(first[1]) }, recorder(), context);
  return rest.reduce((kept, [facts, on]) => afterwards(kept, facts, on, asAt), opened);
}

/** The case with one thing more that happened to it. */
export function afterwards(kept: Case, facts: CaseFacts, on: string, asAt = on): Case {
  return recordOnCase(toyType, kept, { facts, on: day(on) }, recorder(), contextOn(asAt));
}
