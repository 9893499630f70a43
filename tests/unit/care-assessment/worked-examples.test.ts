/** The worked examples of domain.md 5, each by its id. */
import { describe, expect, it } from 'vitest';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { workingDayNumber } from '../../../shared/domain/calendar/working-days.ts';
import { initialCount } from '../../../shared/domain/care-assessment/counts.ts';
import { careSummary } from '../../../shared/domain/care-assessment/standing.ts';
import { nextReviewDue } from '../../../shared/domain/care-assessment/state.ts';
import { assessedSince, initialTimetable, reviewDue } from '../../../shared/domain/care-assessment/timetable.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import { careFrom, consent, day, returned, seen, stateOn } from './care.ts';

describe('an initial health assessment', () => {
  it.each([
    [
      'C5-01: a plain month',
      '2025-06-02',
      '2025-06-30',
      '2025-06-22',
      ['2025-06-04', '2025-06-09', '2025-06-16', '2025-06-23'],
    ],
    [
      'C5-02: over Easter and May',
      '2025-04-11',
      '2025-05-14',
      '2025-05-01',
      ['2025-04-15', '2025-04-22', '2025-04-29', '2025-05-07'],
    ],
    [
      'C5-03: over Christmas',
      '2025-12-12',
      '2026-01-14',
      '2026-01-01',
      ['2025-12-16', '2025-12-19', '2025-12-30', '2026-01-07'],
    ],
    [
      'C5-04: a weekend start',
      '2025-08-02',
      '2025-09-01',
      '2025-08-22',
      ['2025-08-05', '2025-08-08', '2025-08-15', '2025-08-22'],
    ],
    [
      'C5-05: a start on a bank holiday',
      '2025-05-05',
      '2025-06-03',
      '2025-05-25',
      ['2025-05-07', '2025-05-12', '2025-05-19', '2025-05-27'],
    ],
  ])('%s', (_name, entry, due, stretch, [notified, consented, booked, seenBy]) => {
    expect(initialTimetable(day(entry), englandAndWales)).toEqual({
      due,
      stretch,
      milestones: { notified, consent: consented, booked, seen: seenBy, returned: due },
    });
  });

  it('C5-06: done, seen in time and returned late', () => {
    const record = careFrom(
      '2025-06-02',
      [
        [consent, '2025-06-05'],
        [seen, '2025-06-27'],
        [returned, '2025-07-01'],
      ],
      '2025-07-02',
    );
    expect(workingDayNumber(day('2025-06-02'), day('2025-06-27'))).toBe(19);
    expect(workingDayNumber(day('2025-06-02'), day('2025-07-01'))).toBe(21);
    expect(initialCount(stateOn(record, '2025-07-02'))).toMatchObject({
      counted: true,
      seen: true,
      returned: false,
      seenStretch: false,
      returnedStretch: false,
    });
  });

  it('C5-07: not needed, because of a full assessment within the three months before entry', () => {
    expect(assessedSince(day('2025-09-15'))).toBe('2025-06-15');
    const before = { kind: 'already-assessed', assessedOn: day('2025-07-01') } as const;
    const state = stateOn(careFrom('2025-09-15', [[before, '2025-09-16']], '2025-09-16'), '2025-09-16');
    expect(initialCount(state)).toEqual({ counted: false, why: 'assessed-before' });
    expect(careSummary(state)).toMatchObject({ due: { on: '2026-07-01', what: 'care-review' } });
  });

  it('C5-08: needed, because the full assessment was before the window', () => {
    const before = { kind: 'already-assessed', assessedOn: day('2025-06-10') } as const;
    try {
      careFrom('2025-09-15', [[before, '2025-09-16']], '2025-09-16');
      expect.unreachable();
    } catch (refused) {
      if (!isDomainError(refused)) throw refused;
      expect([refused.code, refused.issues[0]?.pointer]).toEqual(['outside-three-months', '/facts/assessedOn']);
    }
    const state = stateOn(careFrom('2025-09-15', [], '2025-09-16'), '2025-09-16');
    expect(careSummary(state).due).toEqual({ on: '2025-10-13', what: 'care-assessment' });
  });

  it('C5-09: care ended before it was due', () => {
    const home = { kind: 'care-ended', why: 'returned-home' } as const;
    const record = careFrom('2025-10-06', [[home, '2025-10-24']], '2025-11-30');
    const state = stateOn(record, '2025-11-30');
    expect([state.timetable.due, workingDayNumber(day('2025-10-06'), day('2025-10-24'))]).toEqual(['2025-11-03', 14]);
    expect(initialCount(state)).toEqual({ counted: false, why: 'care-ended' });
    expect(careSummary(state)).toMatchObject({ status: 'care-ended', due: null });
  });

  it('C5-10: a series of short breaks starts no clock', () => {
    const breaks = { kind: 'short-breaks', longestStayDays: 5, daysInYear: 40 } as const;
    const state = stateOn(careFrom('2025-06-02', [[breaks, '2025-06-02']], '2025-07-02'), '2025-07-02');
    expect(initialCount(state)).toEqual({ counted: false, why: 'short-breaks' });
    expect(careSummary(state)).toMatchObject({ status: 'not-required', due: null });
  });
});

describe('a review health assessment', () => {
  it.each([
    ['C5-11: under five', '2022-03-10', '2025-06-27', '2025-12-27'],
    ['C5-12: turning five', '2020-11-20', '2025-06-02', '2026-06-02'],
    ['C5-13: five to seventeen', '2012-01-09', '2024-02-29', '2025-02-28'],
    ['C5-14: near eighteen', '2008-02-14', '2025-04-30', null],
  ])('%s', (_name, birthDate, last, due) => {
    expect(reviewDue(day(last), day(birthDate))).toBe(due);
  });

  it('runs from the day the child was seen, once the plan is returned, and again from each review', () => {
    const born = '2022-03-10';
    const record = careFrom(
      '2025-06-02',
      [
        [consent, '2025-06-05'],
        [seen, '2025-06-27'],
        [returned, '2025-06-30'],
        [{ kind: 'seen', by: 'nurse' }, '2025-12-20'],
      ],
      '2026-01-10',
      born,
    );
    expect(nextReviewDue(stateOn(record, '2025-06-29', born))).toBeNull();
    expect(nextReviewDue(stateOn(record, '2025-07-01', born))).toBe('2025-12-27');
    expect(nextReviewDue(stateOn(record, '2026-01-10', born))).toBe('2026-06-20');
  });
});
