import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { type Deadline, isMissed } from '../../../shared/domain/deadline/deadline.ts';
import {
  amberDay,
  approachingDay,
  type DeadlineStart,
  deadlineFrom,
  ladderSchema,
  ladders,
} from '../../../shared/domain/deadline/ladder.ts';

const from = (start: string, due?: string): DeadlineStart => ({
  kind: 'test-duty',
  start: localDate(start),
  ...(due === undefined ? {} : { due: localDate(due) }),
});
const days = (deadline: Deadline) => deadline.warnOn.map(({ severity, on }) => `${severity} ${on}`);

describe('Alert ladders', () => {
  it.each([
    [126, 95, 114],
    [91, 69, 82],
    [28, 21, 26],
    [42, 32, 38],
    [1, 1, 1],
    [2, 2, 2],
    [5, 4, 5],
    [7, 6, 7],
    [14, 11, 13],
    [84, 63, 76],
    [364, 273, 328],
  ])('a limit of %i days warns on day %i and day %i', (limit, amber, approaching) => {
    expect([amberDay(limit), approachingDay(limit)]).toEqual([amber, approaching]);
  });

  it.each([
    ['18 weeks', ladders.eighteenWeeks, '2025-01-01', '2025-05-07', ['2025-04-06', '2025-04-25', '2025-05-08']],
    ['13 weeks', ladders.thirteenWeeks, '2024-09-13', '2024-12-13', ['2024-11-21', '2024-12-04', '2024-12-14']],
    ['EHC advice', ladders.ehcAdvice, '2025-03-03', '2025-04-14', ['2025-04-04', '2025-04-10', '2025-04-15']],
    ['four weeks', ladders.fourWeeks, '2025-09-01', '2025-09-29', ['2025-09-22', '2025-09-27', '2025-09-30']],
    [
      '20 working days',
      ladders.initialHealthAssessment,
      '2025-06-02',
      '2025-06-30',
      ['2025-06-16', '2025-06-23', '2025-07-01'],
    ],
    [
      '20 working days',
      ladders.initialHealthAssessment,
      '2025-09-26',
      '2025-10-24',
      ['2025-10-10', '2025-10-17', '2025-10-25'],
    ],
  ])('%s: from its start to its due date and the three warnings', (_name, ladder, start, due, expected) => {
    const deadline = deadlineFrom(ladder, from(start));
    expect([deadline.kind, deadline.start, deadline.due]).toEqual(['test-duty', start, due]);
    expect(days(deadline)).toEqual([`amber ${expected[0]}`, `approaching ${expected[1]}`, `breach ${expected[2]}`]);
    expect(isMissed(deadline, localDate(due))).toBe(false);
    expect(isMissed(deadline, localDate(expected[2] ?? ''))).toBe(true);
  });

  it('a duty due on a Friday is late on the Saturday, though its working-day number has not moved', () => {
    const deadline = deadlineFrom(ladders.initialHealthAssessment, from('2025-09-26'));
    expect(isMissed(deadline, localDate('2025-10-25'))).toBe(true);
  });

  it('working days without days of their own take 75% and 90% in working days', () => {
    const deadline = deadlineFrom({ count: 'working-days', limit: 5 }, from('2025-12-23'));
    expect(days(deadline)).toEqual(['amber 2025-12-31', 'approaching 2026-01-02', 'breach 2026-01-03']);
  });

  it('health checks and budget reviews warn back from their due date', () => {
    const check = deadlineFrom(ladders.healthCheck, from('2024-09-12', '2025-09-12'));
    expect(days(check)).toEqual(['amber 2025-07-18', 'approaching 2025-08-29', 'breach 2025-09-13']);
    const review = deadlineFrom(ladders.budgetReview, from('2025-01-31', '2025-04-30'));
    expect(days(review)).toEqual(['amber 2025-04-02', 'approaching 2025-04-23', 'breach 2025-05-01']);
    expect(() => deadlineFrom(ladders.healthCheck, from('2024-09-12'))).toThrow(RangeError);
  });

  it('long waits are told of on days 365, 456, 547 and 729, each under its own name', () => {
    const deadline = deadlineFrom(ladders.longWaits, from('2024-04-01'));
    expect(deadline.due).toBe('2025-03-31');
    expect(deadline.warnOn).toEqual([
      { threshold: 'over-52-weeks', severity: 'breach', on: '2025-04-01' },
      { threshold: 'over-65-weeks', severity: 'breach', on: '2025-07-01' },
      { threshold: 'over-78-weeks', severity: 'breach', on: '2025-09-30' },
      { threshold: 'over-104-weeks', severity: 'breach', on: '2026-03-31' },
    ]);
  });

  it('milestones in any order come out in the order of their days', () => {
    const milestones = [
      { threshold: 'late', day: 9 },
      { threshold: 'early', day: 3 },
    ];
    const deadline = deadlineFrom({ count: 'milestones', days: milestones }, from('2025-01-01'));
    expect(deadline.warnOn.map(({ threshold }) => threshold)).toEqual(['early', 'late']);
    expect(deadline.due).toBe('2025-01-03');
  });

  it('says so when working days leave the years that are known', () => {
    expect(() => deadlineFrom(ladders.initialHealthAssessment, from('2028-12-20'))).toThrow(
      expect.objectContaining({ code: 'bank-holidays-unknown' }),
    );
  });

  it('ladders are data: the known ones pass the schema, and nonsense does not', () => {
    for (const ladder of Object.values(ladders)) expect(ladderSchema.safeParse(ladder).success).toBe(true);
    const nonsense = [
      { count: 'days' },
      { count: 'days', limit: -1 },
      { count: 'months', limit: 3 },
      { count: 'milestones', days: [] },
    ];
    for (const ladder of nonsense) expect(ladderSchema.safeParse(ladder).success).toBe(false);
  });
});
