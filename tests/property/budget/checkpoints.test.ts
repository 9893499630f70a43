/**
 * A budget with a checkpoint is told and judged as the whole history is: the same life is lived twice, with everything at hand and
 * with early events left out at random moments.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { budgetCase, budgetContextOf } from '../../../shared/domain/budget/budget-case.ts';
import { budgetDeadlines, firstPayment } from '../../../shared/domain/budget/budget-deadlines.ts';
import { budgetCheckpoints } from '../../../shared/domain/budget/checkpoint.ts';
import {
  allocationPence,
  paidInYear,
  plannedPayments,
  pocketSurplus,
  pocketsOf,
  spendByCategory,
} from '../../../shared/domain/budget/money.ts';
import { type BudgetState, nothingYet } from '../../../shared/domain/budget/state.ts';
import { statementOf } from '../../../shared/domain/budget/statement.ts';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { financialYearOf } from '../../../shared/domain/calendar/financial-year.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { addDays, type LocalDate, latest, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { type Case, type CaseFacts, eventCount } from '../../../shared/domain/case/case.ts';
import { caseRowOf } from '../../../shared/domain/case/case-row.ts';
import type { CaseContext } from '../../../shared/domain/case/case-type.ts';
import { needsWhole, withoutEarly } from '../../../shared/domain/case/checkpoint.ts';
import {
  caseChainHolds,
  type HappenedToCase,
  openCase,
  recordEachOnCase,
  recordOnCase,
  stateOfCase,
} from '../../../shared/domain/case/record-case.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { planOf, type Told, untilLive } from '../../unit/budget/budgets.ts';
import { factsOf, type Step, start, step } from './steps.ts';

const identity = { id: 'case-0000000001', place: 'liverpool', personId: 'person-00000001' };
const LAST_DAY = localDate('2090-01-01');
const person = { birthDate: localDate('2014-02-11'), flags: [], diedOn: null, gpPractice: null };
const contextOn = (asAt: LocalDate): CaseContext => ({ policy: liverpool, person, holidays: englandAndWales, asAt });
const who = { ...person, familyName: 'A', givenName: 'B', hasAdjustments: false, needsInterpreter: false };

function recorderAt(seq: number) {
  return {
    eventId: `event-${String(seq).padStart(10, '0')}`,
    recordedAt: parseInstant('2030-01-01T09:00:00.000Z'),
    by: { actor: 'somebody-1', role: 'data-manager' },
    hash: sha256,
  };
}

function live(): Case {
  const plan = planOf({ 'direct-payment': 1_234_567, 'third-party': 250_001, notional: 99_999 }, start);
  const [first, ...rest] = untilLive(plan).map(([on, facts]: Told) => ({ on: localDate(on), facts }));
  if (first === undefined) throw new Error('there is a request');
  const opened = openCase(budgetCase, identity, first, recorderAt(0), contextOn(LAST_DAY));
  return rest.reduce(
    (kept, next) => recordOnCase(budgetCase, kept, next, recorderAt(eventCount(kept)), contextOn(LAST_DAY)),
    opened,
  );
}

const stateOn = (kept: Case, day: LocalDate): BudgetState =>
  stateOfCase(budgetCase, kept, contextOn(day)) ?? nothingYet;

/** Everything that is ever said of a budget as at a day. */
function toldOn(kept: Case, day: LocalDate) {
  const { entries: _oneByOne, ...state } = stateOn(kept, day);
  const whole = stateOn(kept, day);
  const context = budgetContextOf(contextOn(day));
  const year = financialYearOf(day);
  return {
    state,
    pockets: pocketsOf(whole),
    surplus: pocketsOf(whole).map(({ type }) => pocketSurplus(whole, type, context.policy)),
    paid: pocketsOf(whole).map(({ type }) => [paidInYear(whole, type, year), allocationPence(whole, type, year)]),
    spent: spendByCategory(whole, year),
    firstPayment: firstPayment(whole),
    planned: plannedPayments(whole, day),
    deadlines: budgetDeadlines(whole, context),
    row: caseRowOf(budgetCase, kept, who, contextOn(day)),
    statement: statementOf(whole.entries, 'direct-payment', { from: addDays(day, 1), to: addDays(day, 400) }),
  };
}

/** What recording comes to: the record, or why it was refused. */
function attempt(kept: Case, happened: HappenedToCase): Case | string {
  try {
    return recordOnCase(budgetCase, kept, happened, recorderAt(eventCount(kept)), contextOn(LAST_DAY));
  } catch (refused) {
    if (!isDomainError(refused)) throw refused;
    return `${refused.code} ${refused.message} ${refused.issues.map(({ pointer }) => pointer).join()}`;
  }
}

/** A correction now and then; otherwise what the step says, on a day that may lie far back. */
function happenedOf({ one, back, correct }: Move, whole: Case, on: LocalDate): HappenedToCase {
  const day = latest(localDate(start), addDays(on, -back));
  const event = whole.events[1 + (one.pick % (whole.events.length - 1))];
  const correction: CaseFacts & Readonly<Record<string, unknown>> = {
    kind: 'recorded-in-error',
    eventId: event?.id,
    reason: 'Not so',
  };
  return correct ? { facts: correction, on } : { facts: factsOf(one, stateOn(whole, on), day), on: day };
}

interface Move {
  readonly one: Step;
  /** Days before the last. */
  readonly back: number;
  readonly correct: boolean;
  /** How much of what is at hand is left out after it, in tenths; none where more. */
  readonly leave: number;
}
const move: fc.Arbitrary<Move> = fc.record({
  one: step,
  back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 300 })),
  correct: fc.nat({ max: 9 }).map((n) => n === 0),
  leave: fc.integer({ min: 0, max: 30 }),
});

describe('a budget whose early events are left out', () => {
  it('is told and judged as the whole history is', () => {
    const met = { accepted: 0, refused: 0, whole: 0, checkpoints: 0 };
    fc.assert(
      fc.property(fc.array(move, { minLength: 10, maxLength: 60 }), (moves) => {
        let whole = live();
        let light = whole;
        let on = localDate(start);
        for (const one of moves) {
          on = addDays(on, one.one.days);
          const happened = happenedOf(one, whole, on);
          const reachesBack = needsWhole(budgetCase, light, happened);
          const grown = attempt(whole, happened);
          if (reachesBack) met.whole += 1;
          else {
            const lightly = attempt(light, happened);
            if (typeof grown === 'string') expect(lightly).toBe(grown);
            else if (typeof lightly !== 'string') light = lightly;
            else expect(lightly).toBe(grown);
          }
          if (typeof grown === 'string') met.refused += 1;
          else {
            met.accepted += 1;
            whole = grown;
            // As whoever saves the whole history does.
            if (reachesBack) light = kept({ ...whole, archived: light.archived ?? 0 }, light.archived ?? 0, whole);
          }
          const leave = Math.floor((light.events.length * one.leave) / 10);
          if (leave > 0 && leave < light.events.length) light = kept(light, (light.events[0]?.seq ?? 0) + leave, whole);
          if (light.checkpoint !== undefined) met.checkpoints += 1;
          expect(light.version).toBe(whole.version);
          expect([...whole.events.slice(0, light.events[0]?.seq ?? 0), ...light.events]).toEqual(whole.events);
          for (const day of new Set([latest(on, light.checkpoint?.on ?? on), addDays(on, 500)]))
            expect(toldOn(light, day)).toEqual(toldOn(whole, day));
          expect(caseChainHolds(whole, sha256)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
    // Otherwise the property would hold for want of anything that it is about.
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(100);
  });

  it('takes many entries at once as it takes them one by one', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 2, maxLength: 40 }),
        fc.array(fc.nat({ max: 200 }), { minLength: 40, maxLength: 40 }),
        (steps, days) => {
          const before = live();
          const state = stateOn(before, localDate(start));
          const all = steps
            .map((one, at) => ({ on: addDays(localDate(start), days[at] ?? 0), one }))
            .toSorted((a, b) => (a.on < b.on ? -1 : 1))
            .map(({ on, one }, at) => ({
              happened: { facts: factsOf(one, state, on), on },
              recorder: recorderAt(1000 + at),
            }));
          const { record, refused } = recordEachOnCase(budgetCase, before, all, contextOn(LAST_DAY));
          const codes: string[] = [];
          let inTurn = before;
          for (const { happened, recorder } of all) {
            try {
              inTurn = recordOnCase(budgetCase, inTurn, happened, recorder, contextOn(LAST_DAY));
            } catch (why) {
              if (!isDomainError(why)) throw why;
              codes.push(why.code);
            }
          }
          expect(record).toEqual(inTurn);
          expect([...refused.values()].map(({ code }) => code)).toEqual(codes);
          compared += codes.length;
        },
      ),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});

/** As it is saved and read again: with a checkpoint, or whole where none can stand for what is left out. */
function kept(record: Case, archived: number, whole: Case): Case {
  const { checkpoint, ...light } = withoutEarly(budgetCase, record, Math.max(archived, record.archived ?? 0));
  if (checkpoint === undefined) return archived === 0 ? whole : { ...whole, archived };
  const content = budgetCheckpoints.schema.parse(JSON.parse(JSON.stringify(checkpoint.content)));
  return { ...light, checkpoint: { ...checkpoint, content } };
}
