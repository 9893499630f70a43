import { describe, expect, it } from 'vitest';
import { daysBetween, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { type HealthCheckStanding, healthCheckStanding } from '../../../shared/domain/health-check/standing.ts';
import type { Tracked } from '../../../shared/domain/health-check/tracked.ts';
import { tracked } from './tracked.ts';

const checkedLastYear = tracked('2009-06-10', '2024-07-01', { checks: ['2024-09-12'], plans: ['2024-09-12'] });
const fourteenInNovember = tracked('2011-11-05', '2018-04-01');
const declined = tracked('2008-10-14', '2023-01-01', {
  checks: ['2024-11-20'],
  plans: ['2024-11-20'],
  declines: ['2025-10-02'],
});

const examples: readonly [string, Tracked, string, Partial<HealthCheckStanding>][] = [
  [
    'L3-01',
    tracked('2009-06-10', '2024-07-01', { checks: ['2025-05-20'], plans: ['2025-05-20'] }),
    '2025-09-30',
    {
      status: 'COMPLETED_THIS_FY',
      year: '2025-26',
      lastCheck: localDate('2025-05-20'),
      plan: 'complete',
      due: localDate('2026-05-20'),
    },
  ],
  [
    'L3-02',
    checkedLastYear,
    '2025-09-13',
    { status: 'OVERDUE', due: localDate('2025-09-12'), overdueSince: localDate('2025-09-13') },
  ],
  ['L3-03', checkedLastYear, '2025-07-10', { status: 'UP_TO_DATE', due: localDate('2025-09-12') }],
  ['L3-04', checkedLastYear, '2025-08-01', { status: 'DUE_SOON', due: localDate('2025-09-12') }],
  ['L3-05', fourteenInNovember, '2025-11-04', { status: 'NOT_ELIGIBLE', eligibleFrom: localDate('2025-11-05') }],
  ['L3-06', fourteenInNovember, '2025-11-05', { status: 'UP_TO_DATE', due: localDate('2026-03-31') }],
  ['L3-07', tracked('2012-02-20', '2020-01-01'), '2026-04-15', { status: 'DUE_SOON', due: localDate('2026-05-21') }],
  [
    'L3-08',
    tracked('2010-03-01', '2025-06-02', { checks: ['2025-12-11'] }),
    '2026-01-31',
    {
      status: 'COMPLETED_THIS_FY',
      year: '2025-26',
      lastCheck: localDate('2025-12-11'),
      plan: 'missing',
      due: localDate('2026-12-11'),
    },
  ],
  [
    'L3-09 a plan dated before the check is none',
    tracked('2010-03-01', '2025-06-02', { checks: ['2025-12-11'], plans: ['2025-12-01'] }),
    '2026-01-31',
    {
      status: 'COMPLETED_THIS_FY',
      year: '2025-26',
      lastCheck: localDate('2025-12-11'),
      plan: 'missing',
      due: localDate('2026-12-11'),
    },
  ],
  ['L3-10', declined, '2025-12-15', { status: 'DECLINED_THIS_FY', reofferFrom: localDate('2026-04-01') }],
  [
    'L3-11',
    declined,
    '2026-04-01',
    { status: 'OVERDUE', due: localDate('2025-11-20'), overdueSince: localDate('2025-11-21'), reofferFrom: null },
  ],
  [
    'L3-12 born on 29 February',
    tracked('2012-02-29', '2019-01-01'),
    '2026-02-28',
    { status: 'NOT_ELIGIBLE', eligibleFrom: localDate('2026-03-01') },
  ],
];

describe('Annual health checks: worked examples', () => {
  it.each(examples)('%s', (_id, person, asAt, expected) => {
    expect(healthCheckStanding(person, localDate(asAt))).toMatchObject(expected);
  });

  it.each([
    ['L3-02', checkedLastYear, '2025-09-13', 1],
    ['L3-11', declined, '2026-04-01', 132],
  ])('%s is so many days late', (_id, person, asAt, late) => {
    const day = localDate(asAt);
    expect(daysBetween(healthCheckStanding(person, day).due, day)).toBe(late);
  });

  it.each([
    ['L3-04', checkedLastYear, '2025-08-01', 42],
    ['L3-07', tracked('2012-02-20', '2020-01-01'), '2026-04-15', 36],
  ])('%s has so many days left', (_id, person, asAt, left) => {
    const day = localDate(asAt);
    expect(daysBetween(day, healthCheckStanding(person, day).due)).toBe(left);
  });
});
