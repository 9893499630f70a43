import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../../shared/domain/calendar/bank-holidays.ts';
import { addDays, type LocalDate, weekdayOf } from '../../shared/domain/calendar/local-date.ts';
import { addWorkingDays, isWorkingDay, workingDayNumber } from '../../shared/domain/calendar/working-days.ts';
import { alertKey, crossed, nextAlert } from '../../shared/domain/deadline/deadline.ts';
import { amberDay, approachingDay, deadlineFrom } from '../../shared/domain/deadline/ladder.ts';
import { dateIn } from './arbitrary-date.ts';

const start = dateIn(2024, 2027);
const count = fc.integer({ min: 0, max: 200 });
const holidays = new Set<string>(englandAndWales.dates);

/** The plain reading of the rule: one day after another. */
function stepByStep(from: LocalDate, working: number): LocalDate {
  let day = from;
  for (let left = working; left > 0; ) {
    day = addDays(day, 1);
    if (weekdayOf(day) <= 5 && !holidays.has(day)) left -= 1;
  }
  return day;
}

describe('Working days', () => {
  it('are what counting one day after another gives', () => {
    fc.assert(
      fc.property(start, count, (from, days) => {
        expect(addWorkingDays(from, days)).toBe(stepByStep(from, days));
      }),
    );
  });

  it('never run backwards: a later start or one more day is never earlier', () => {
    fc.assert(
      fc.property(start, fc.nat(30), count, (from, later, days) => {
        expect(addWorkingDays(addDays(from, later), days) >= addWorkingDays(from, days)).toBe(true);
        expect(addWorkingDays(from, days + 1) > addWorkingDays(from, days)).toBe(true);
      }),
    );
  });

  it('the number of the Nth working day is N, and that day is one', () => {
    fc.assert(
      fc.property(start, count, (from, days) => {
        const day = addWorkingDays(from, days);
        expect(workingDayNumber(from, day)).toBe(days);
        if (days > 0) expect(isWorkingDay(day)).toBe(true);
      }),
    );
  });
});

describe('Alerts of a deadline', () => {
  const limit = fc.integer({ min: 1, max: 800 });

  it('are at the least whole day not under 75% and 90% of a limit', () => {
    fc.assert(
      fc.property(limit, (days) => {
        const [amber, approaching] = [amberDay(days), approachingDay(days)];
        expect(4 * amber >= 3 * days && 4 * (amber - 1) < 3 * days).toBe(true);
        expect(10 * approaching >= 9 * days && 10 * (approaching - 1) < 9 * days).toBe(true);
      }),
    );
  });

  it('are each raised once, whichever days the watch happens to run on', () => {
    const runs = fc.array(fc.nat(900), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(start, limit, runs, (from, days, ranOn) => {
        const deadline = deadlineFrom({ count: 'days', limit: days }, { kind: 'wait', start: from });
        const raised: string[] = [];
        for (const day of [...ranOn].sort((a, b) => a - b)) {
          const asAt = addDays(from, day);
          for (const warning of crossed(deadline, asAt, new Set(raised))) raised.push(alertKey(deadline, warning));
          const next = nextAlert(deadline, new Set(raised));
          expect(next === undefined || next.on > asAt).toBe(true);
        }
        const last = addDays(from, Math.max(...ranOn));
        const expected = deadline.warnOn.filter(({ on }) => on <= last).map((warning) => alertKey(deadline, warning));
        expect(raised).toEqual(expected);
      }),
    );
  });
});
