import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import { ehcAdviceChases, nextChase } from '../../../shared/domain/deadline/chase.ts';
import { adviceStandings, adviceTimeliness } from '../../../shared/domain/ehc/advice-limit.ts';
import { amendedPlanBy, reviewConcludedBy } from '../../../shared/domain/ehc/annual-review.ts';
import { asksIntoClosure } from '../../../shared/domain/ehc/closure-window.ts';
import { draftWindow } from '../../../shared/domain/ehc/draft-plan.ts';
import { absentDays } from '../../../shared/domain/ehc/long-absence.ts';
import { adviceTogether, countAdvice, onTimeRates } from '../../../shared/domain/ehc/on-time.ts';
import { type EhcLimit, ehcLimits, ehcRulesOn } from '../../../shared/domain/ehc/rule-set.ts';
import { limitSteps } from '../../../shared/domain/ehc/timetable.ts';
import { dateIn } from '../arbitrary-date.ts';

const start = dateIn(2015, 2040);
const later = fc.nat(400);
const rules = (on: LocalDate) => ehcRulesOn(on);

describe('EHC limits', () => {
  it('an exception never changes what is due or how many days have passed, only what lateness is called', () => {
    fc.assert(
      fc.property(start, later, fc.option(fc.nat(400), { nil: null }), (receivedOn, after, reply) => {
        const asAt = addDays(receivedOn, after);
        const repliedOn = reply === null ? null : addDays(receivedOn, reply);
        const of = (excepted: boolean) =>
          adviceTimeliness({ receivedOn, repliedOn, withdrawnOn: null, excepted }, asAt, rules(receivedOn));
        const [without, under] = [of(false), of(true)];
        expect({ ...under, standing: null }).toEqual({ ...without, standing: null });
        expect(under.standing.replace('-exception', '')).toBe(without.standing);
      }),
    );
  });

  it('lifting limits moves no date and turns no step from late to in time', () => {
    const some = fc.subarray([...ehcLimits]).map((limits) => new Set<EhcLimit>(limits));
    fc.assert(
      fc.property(start, later, fc.nat(400), some, (requestedOn, after, decided, lifted) => {
        const course = {
          requestedOn,
          done: { decision: addDays(requestedOn, decided) },
          notNeeded: new Set<EhcLimit>(),
        };
        const steps = (limits: ReadonlySet<EhcLimit>) =>
          limitSteps({ ...course, lifted: limits }, addDays(requestedOn, after), rules(requestedOn));
        const plain = steps(new Set());
        for (const [index, step] of steps(lifted).entries()) {
          expect([step.due, step.day, step.of]).toEqual([plain[index]?.due, plain[index]?.day, plain[index]?.of]);
          expect(step.standing.replace('-lifted', '')).toBe(plain[index]?.standing);
        }
      }),
    );
  });

  it('an absence counts for no more days than it has, nor than the span has', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: -200, max: 200 }), later, later, (from, offset, length, after) => {
        const leftOn = addDays(from, offset);
        const span = { from, to: addDays(from, 42) };
        const days = absentDays({ leftOn, returnedOn: addDays(leftOn, length) }, span, addDays(from, after));
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThanOrEqual(Math.min(length, 42));
      }),
    );
  });

  it('a closure window is as long as the closure, and none is shorter than four weeks', () => {
    fc.assert(
      fc.property(start, fc.nat(80), (closedOn, length) => {
        const closure = { closedOn, reopensOn: addDays(closedOn, length) };
        const asked = Array.from({ length: 120 }, (_, day) => addDays(closedOn, day - 20));
        const inside = asked.filter((day) => asksIntoClosure(day, closure, rules(closedOn)));
        expect(inside.length).toBe(length < 28 ? 0 : length + 1);
      }),
    );
  });

  it('both rates come from the same cases: the one without exceptions is never the lower', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...adviceStandings), { maxLength: 60 }), (standings) => {
        const counts = countAdvice(standings);
        const { withExceptions, withoutExceptions } = onTimeRates(counts);
        if (withExceptions !== null && withoutExceptions !== null)
          expect(withoutExceptions).toBeGreaterThanOrEqual(withExceptions);
        if (adviceTogether(standings) === 'on-time') expect([counts.late, counts.lateException]).toEqual([0, 0]);
      }),
    );
  });

  it('a chase is due on each day of the ladder and never twice on one day', () => {
    fc.assert(
      fc.property(start, fc.array(fc.nat(20), { maxLength: 20 }), (asked, waits) => {
        let last: LocalDate | undefined;
        for (const wait of waits) {
          const next = nextChase(ehcAdviceChases, asked, last);
          if (next === undefined) throw new Error('Advice that is owed is chased for ever');
          if (last !== undefined) expect(next > last).toBe(true);
          last = addDays(next, wait);
        }
        expect(last === undefined || daysBetween(asked, last) >= 14).toBe(true);
      }),
    );
  });

  it('a plan is never final while the family may still answer, and its review never waits more than a year', () => {
    fc.assert(
      fc.property(start, later, (on, after) => {
        const { closesOn, finalFrom } = draftWindow(on, rules(on));
        expect([daysBetween(on, closesOn), daysBetween(closesOn, finalFrom)]).toEqual([14, 1]);
        expect(daysBetween(on, reviewConcludedBy(on, rules(on)))).toBeLessThanOrEqual(366);
        const notice = addDays(on, after);
        const by = amendedPlanBy(on, notice, rules(on));
        expect(by <= addDays(notice, 56) && by <= addDays(on, 84)).toBe(true);
      }),
    );
  });
});
