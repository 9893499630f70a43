/** The counts of assessments in care, against a plain count of the same children by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { addDays, compareDates, type LocalDate, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { addWorkingDays } from '../../../shared/domain/calendar/working-days.ts';
import { initialCounts, reviewCounts } from '../../../shared/domain/care-assessment/counts.ts';
import { careFactsSchema, type DelayOwner, delayOwners } from '../../../shared/domain/care-assessment/facts.ts';
import { type CareState, foldCare, reviewsDue } from '../../../shared/domain/care-assessment/state.ts';
import type { CaseEvent } from '../../../shared/domain/case/case.ts';
import { contextAt } from '../case/lives.ts';

/** One child, in days after they became looked after; null for what did not happen. */
interface Child {
  readonly enteredOn: LocalDate;
  readonly birthDate: LocalDate;
  readonly seen: number | null;
  /** After the child was seen. */
  readonly returned: number | null;
  readonly refused: number | null;
  readonly ended: number | null;
  readonly shortBreaks: boolean;
  readonly assessedBefore: boolean;
  readonly delay: DelayOwner | null;
  /** A second assessment, a month or more after the first. */
  readonly reviewed: number | null;
}

const days = (max: number) => fc.option(fc.nat({ max }), { nil: null });
const child: fc.Arbitrary<Child> = fc.record({
  enteredOn: fc.nat({ max: 240 }).map((after) => addDays(localDate('2025-01-01'), after)),
  birthDate: fc.nat({ max: 5000 }).map((before) => addDays(localDate('2024-12-01'), -before)),
  seen: days(45),
  returned: days(30),
  refused: days(40),
  ended: days(60),
  // Few of each, so that most are counted.
  shortBreaks: fc.nat({ max: 7 }).map((at) => at === 0),
  assessedBefore: fc.nat({ max: 5 }).map((at) => at === 0),
  delay: fc.option(fc.constantFrom(...delayOwners), { nil: null }),
  reviewed: days(420),
});
const children = fc.array(child, { maxLength: 15 });
const day = fc.nat({ max: 700 }).map((after) => addDays(localDate('2025-01-01'), after));

function daysOf(one: Child) {
  const after = (count: number | null) => (count === null ? null : addDays(one.enteredOn, count));
  const seenOn = one.assessedBefore ? null : after(one.seen);
  const returnedOn = seenOn === null || one.returned === null ? null : addDays(seenOn, one.returned);
  return { seenOn, returnedOn, refusedOn: after(one.refused), endedOn: after(one.ended) };
}

function stateOf(one: Child): CareState {
  const { seenOn, returnedOn, refusedOn, endedOn } = daysOf(one);
  const said: [LocalDate | null, unknown][] = [
    [one.shortBreaks ? one.enteredOn : null, { kind: 'short-breaks', longestStayDays: 4, daysInYear: 20 }],
    [one.assessedBefore ? one.enteredOn : null, { kind: 'already-assessed', assessedOn: addDays(one.enteredOn, -30) }],
    [one.delay === null ? null : one.enteredOn, { kind: 'delay-recorded', owner: one.delay, reason: 'Late paperwork' }],
    [seenOn, { kind: 'seen', by: 'medical-practitioner' }],
    [returnedOn, { kind: 'plan-returned' }],
    [refusedOn, { kind: 'consent-refused', by: 'young-person', competent: true }],
    [endedOn, { kind: 'care-ended', why: 'returned-home' }],
  ];
  const opening = { kind: 'became-looked-after', legalStatus: 'section-20', authority: 'Liverpool', outOfArea: false };
  if (seenOn !== null && one.reviewed !== null) {
    said.push([addDays(seenOn, one.reviewed + 31), { kind: 'seen', by: 'nurse' }]);
  }
  const happened = said
    .flatMap(([on, facts]) => (on === null ? [] : [[on, facts] as const]))
    .toSorted(([a], [b]) => compareDates(a, b));
  const events = [[one.enteredOn, opening] as const, ...happened].map(
    ([on, facts], seq) => ({ id: `event-${seq}`, seq, on, facts: careFactsSchema.parse(facts) }) as CaseEvent<never>,
  );
  return foldCare(events, contextAt(one.birthDate, localDate('2028-01-01')));
}

/** Children counted one by one, as somebody with the paper records would. */
function byHand(list: readonly Child[], from: LocalDate, until: LocalDate) {
  const told = { denominator: 0, seen: 0, returned: 0, seenStretch: 0, returnedStretch: 0, refused: 0 };
  const excluded = { 'short-breaks': 0, 'assessed-before': 0, 'care-ended': 0 };
  const lateBy = { 'local-authority': 0, provider: 0, placement: 0, family: 0, 'not-recorded': 0 };
  for (const one of list) {
    const due = addWorkingDays(one.enteredOn, 20, englandAndWales);
    if (due < from || due > until) continue;
    const { seenOn, returnedOn, refusedOn, endedOn } = daysOf(one);
    if (one.shortBreaks) excluded['short-breaks'] += 1;
    else if (one.assessedBefore) excluded['assessed-before'] += 1;
    else if (endedOn !== null && endedOn < due) excluded['care-ended'] += 1;
    else if (refusedOn !== null && seenOn === null) told.refused += 1;
    else {
      told.denominator += 1;
      if (seenOn !== null && seenOn <= due) told.seen += 1;
      if (returnedOn !== null && returnedOn <= due) told.returned += 1;
      else lateBy[one.delay ?? 'not-recorded'] += 1;
      if (seenOn !== null && seenOn <= addDays(one.enteredOn, 20)) told.seenStretch += 1;
      if (returnedOn !== null && returnedOn <= addDays(one.enteredOn, 20)) told.returnedStretch += 1;
    }
  }
  return { ...told, excluded, lateBy };
}

describe('The counts of assessments in care', () => {
  it('of initial assessments are those of a plain count', () => {
    fc.assert(
      fc.property(children, day, day, (list, one, other) => {
        const [from = one, until = other] = [one, other].toSorted();
        expect(initialCounts(list.map(stateOf), { from, to: until })).toEqual(byHand(list, from, until));
      }),
    );
  });

  it('of two periods that follow each other add up to those of both', () => {
    fc.assert(
      fc.property(children, fc.uniqueArray(day, { minLength: 3, maxLength: 3 }), (list, days) => {
        const [from, middle, until] = days.toSorted();
        if (from === undefined || middle === undefined || until === undefined) throw new Error('three days');
        const states = list.map(stateOf);
        const periods = [
          { from, to: middle },
          { from: addDays(middle, 1), to: until },
        ];
        const sum = (of: readonly object[]) => added(of.map((each) => numbersOf(each)));
        expect(sum(periods.map((period) => initialCounts(states, period)))).toEqual(
          numbersOf(initialCounts(states, { from, to: until })),
        );
        expect(sum(periods.map((period) => reviewCounts(states, period)))).toEqual(
          numbersOf(reviewCounts(states, { from, to: until })),
        );
      }),
    );
  });

  it('of reviews put each that was due in the period in one place', () => {
    fc.assert(
      fc.property(children, (list) => {
        const states = list.map(stateOf);
        const period = { from: localDate('2024-01-01'), to: localDate('2030-12-31') };
        const { denominator, careEnded, refused, ...parts } = reviewCounts(states, period);
        expect(parts.seen + parts.seenLate + parts.notSeen).toBe(denominator);
        expect(denominator + careEnded + refused).toBe(states.flatMap((state) => reviewsDue(state)).length);
      }),
    );
  });
});

/** Every number of counts, by where it stands in them. */
function numbersOf(counts: object): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(counts).flatMap(([name, value]): [string, number][] =>
      typeof value === 'number'
        ? [[name, value]]
        : [...numbersOf(value as object)].map(([inner, number]) => [`${name} ${inner}`, number]),
    ),
  );
}

function added(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const one of all) for (const [name, number] of one) sum.set(name, (sum.get(name) ?? 0) + number);
  return sum;
}
