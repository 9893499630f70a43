import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { addDays, compareDates, type LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { CaseEvent } from '../../../shared/domain/case/case.ts';
import type { CaseContext } from '../../../shared/domain/case/case-type.ts';
import { type HealthCheckFacts, healthCheckFactsSchema } from '../../../shared/domain/health-check/facts.ts';
import { foldHealthCheck } from '../../../shared/domain/health-check/state.ts';
import { listStatusOn, missedYearOn, rowFactsOf, summaryOf } from '../../../shared/domain/health-check/summary.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { dateIn } from '../arbitrary-date.ts';

const said = fc.constantFrom<HealthCheckFacts>(
  { kind: 'checked', where: 'practice' },
  { kind: 'declined', by: 'young-person', capacityConsidered: true },
  { kind: 'plan-agreed', goals: [], actions: [] },
  { kind: 'invited', by: 'letter' },
  { kind: 'booked', appointmentOn: '2026-01-01' as LocalDate },
);
const registered = healthCheckFactsSchema.parse({ kind: 'registered', practice: 'N82001' });

const recordArbitrary = fc.record({
  birthDate: dateIn(2000, 2014),
  from: dateIn(2016, 2022),
  events: fc.array(fc.tuple(dateIn(2016, 2026), said), { maxLength: 8 }),
});

function eventsOf(from: LocalDate, events: readonly (readonly [LocalDate, HealthCheckFacts])[]) {
  const all = [[from, registered] as const, ...events.filter(([on]) => on >= from)];
  return all
    .toSorted(([a], [b]) => compareDates(a, b))
    .map(
      ([on, facts], seq): CaseEvent<HealthCheckFacts> => ({
        id: `event-${String(seq).padStart(12, '0')}`,
        seq,
        on,
        recordedAt: parseInstant('2026-01-02T09:00:00.000Z'),
        by: { actor: 'staff-0000000001', role: 'clinician' },
        facts,
        previousHash: '',
        hash: '',
      }),
    );
}

function contextAt(birthDate: LocalDate, asAt: LocalDate): CaseContext {
  const person = { birthDate, flags: [], diedOn: null, gpPractice: null };
  return { policy: liverpool, person, asAt, holidays: englandAndWales };
}

describe('The row of a health check record', () => {
  it('tells on every later day what the whole record would', () => {
    fc.assert(
      fc.property(recordArbitrary, fc.nat(900), ({ birthDate, from, events }, later) => {
        const all = eventsOf(from, events);
        const written = all.at(-1)?.on ?? from;
        const day = addDays(written, later);
        const row = summaryOf(foldHealthCheck(all, contextAt(birthDate, written)));
        const then = foldHealthCheck(all, contextAt(birthDate, day));
        expect(listStatusOn(row, day)).toBe(summaryOf(then).status);
        expect(missedYearOn(rowFactsOf(row), day)).toBe(then.standing.missedYears.at(-1) ?? null);
      }),
    );
  });

  it('holds no more than a row may', () => {
    fc.assert(
      fc.property(recordArbitrary, ({ birthDate, from, events }) => {
        const all = eventsOf(from, events);
        const { more = [] } = summaryOf(foldHealthCheck(all, contextAt(birthDate, all.at(-1)?.on ?? from)));
        expect(more.length <= 6 && more.every((fact) => fact.length <= 40)).toBe(true);
      }),
    );
  });
});
