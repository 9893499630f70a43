import { describe, expect, it } from 'vitest';
import { financialYearOf } from '../../../shared/domain/calendar/financial-year.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { healthCheckDeadline } from '../../../shared/domain/health-check/deadline.ts';
import { healthCheckCounts } from '../../../shared/domain/health-check/indicator.ts';
import { healthCheckStanding } from '../../../shared/domain/health-check/standing.ts';
import type { Tracked } from '../../../shared/domain/health-check/tracked.ts';
import { tracked } from './tracked.ts';

const standing = (person: Tracked, asAt: string) => healthCheckStanding(person, localDate(asAt));
const told = (person: Tracked, asAt: string) => {
  const deadline = healthCheckDeadline(person, localDate(asAt));
  return deadline && [deadline.start, deadline.due, ...deadline.warnOn.map(({ on }) => on)];
};
const adult = (more: Parameters<typeof tracked>[2]) => tracked('2005-06-10', '2020-01-01', more);

describe('Readings of the health check rules', () => {
  it('29: any check of the year with a plan makes the plan complete, and the check shown is the latest', () => {
    const person = adult({ checks: ['2025-05-20', '2025-11-03'], plans: ['2025-06-01'] });
    expect(standing(person, '2025-12-01')).toMatchObject({
      plan: 'complete',
      lastCheck: '2025-11-03',
      due: '2026-11-03',
    });
  });

  it('29: a plan agreed after the day, or in the next year, is not there yet', () => {
    const person = adult({ checks: ['2026-03-20'], plans: ['2026-03-28', '2026-04-02'] });
    expect(standing(person, '2026-03-27').plan).toBe('missing');
    expect(standing(person, '2026-03-28').plan).toBe('complete');
    expect(standing(adult({ checks: ['2026-03-20'], plans: ['2026-04-02'] }), '2026-03-31').plan).toBe('missing');
  });

  it('30: a decline before eligibility counts in its year, and only a check of that year outranks it', () => {
    const person = tracked('2011-11-05', '2018-04-01', { declines: ['2025-10-01'] });
    expect(standing(person, '2025-11-05').status).toBe('DECLINED_THIS_FY');
    expect(standing({ ...person, checks: [localDate('2025-12-01')] }, '2025-12-01').status).toBe('COMPLETED_THIS_FY');
    expect(standing({ ...person, checks: [localDate('2025-12-01')] }, '2025-11-30').status).toBe('DECLINED_THIS_FY');
  });

  it('35: from 1 January to 31 March everybody not overdue is due soon, whatever the due date', () => {
    const person = adult({ checks: ['2025-03-31'] });
    expect(standing(person, '2025-12-31').status).toBe('UP_TO_DATE');
    expect(standing(person, '2026-01-01').status).toBe('DUE_SOON');
    expect(standing(adult({ checks: ['2025-01-15'] }), '2026-01-16').status).toBe('OVERDUE');
  });

  it('45: somebody who has left keeps the day they were eligible from', () => {
    const person = adult({ registerTo: '2025-09-01', checks: ['2025-05-20'] });
    expect(standing(person, '2025-08-31').status).toBe('COMPLETED_THIS_FY');
    expect(standing(person, '2025-09-01')).toMatchObject({
      status: 'NOT_ELIGIBLE',
      eligibleFrom: '2020-01-01',
      plan: null,
    });
  });
});

describe('Due dates', () => {
  it.each([
    ['2025-12-31', '2026-03-31', '90 days are left'],
    ['2026-01-01', '2026-04-01', '89 days are left'],
    ['2026-03-31', '2026-06-29', 'the last day of the year'],
    ['2026-04-01', '2027-03-31', 'the first day of the next'],
  ])('on the register from %s: first check by %s (%s)', (from, due) => {
    expect(standing(tracked('2005-06-10', from), from).due).toBe(due);
  });

  it('a check on 29 February is due on 28 February', () => {
    expect(standing(adult({ checks: ['2024-02-29'] }), '2024-03-01').due).toBe('2025-02-28');
  });

  it('56 days before are soon, 57 are not', () => {
    const person = adult({ checks: ['2024-09-12'] });
    expect(standing(person, '2025-07-17').status).toBe('UP_TO_DATE');
    expect(standing(person, '2025-07-18').status).toBe('DUE_SOON');
  });

  it('checks before eligibility or after the day are ignored', () => {
    const person = tracked('2011-11-05', '2018-04-01', { checks: ['2025-10-20', '2026-02-01'] });
    expect(standing(person, '2025-12-01')).toMatchObject({ lastCheck: null, due: '2026-03-31', status: 'UP_TO_DATE' });
  });
});

describe('Overdue and missed are two facts', () => {
  it('overdue with no year missed', () => {
    expect(
      standing(adult({ checks: ['2021-05-01', '2022-05-01', '2023-05-01', '2024-05-01'] }), '2025-05-02'),
    ).toMatchObject({
      status: 'OVERDUE',
      missedYears: ['2020-21'],
    });
  });

  it('a year missed and not overdue: a check in March 2024 and the next in April 2025', () => {
    const person = tracked('2005-06-10', '2023-04-01', { checks: ['2024-03-30', '2025-04-02'] });
    expect(standing(person, '2025-09-01')).toMatchObject({ status: 'COMPLETED_THIS_FY', missedYears: ['2024-25'] });
  });

  it('a year is missed when it is over, not on its last day, and only if all of it was eligible', () => {
    const person = tracked('2005-06-10', '2024-04-02');
    expect(standing(person, '2026-03-31').missedYears).toEqual([]);
    expect(standing(person, '2026-04-01').missedYears).toEqual(['2025-26']);
    expect(standing({ ...person, registerTo: localDate('2026-03-31') }, '2026-04-01').missedYears).toEqual([]);
    expect(standing({ ...person, registerTo: localDate('2026-04-01') }, '2026-04-01').missedYears).toEqual(['2025-26']);
  });
});

describe('The deadline of the next check', () => {
  it('warns 56 and 14 days before, and the day after', () => {
    expect(told(adult({ checks: ['2024-09-12'] }), '2025-01-01')).toEqual([
      '2024-09-12',
      '2025-09-12',
      '2025-07-18',
      '2025-08-29',
      '2025-09-13',
    ]);
  });

  it('is told anew from the day a declined check is offered again, and not before', () => {
    const person = adult({ checks: ['2024-11-20'], declines: ['2025-10-02'] });
    expect(told(person, '2025-10-01')?.[0]).toBe('2024-11-20');
    expect(told(person, '2025-10-02')).toEqual(['2026-04-01', '2025-11-20', '2026-04-01', '2026-04-01', '2026-04-01']);
  });

  it('goes on from the check when one was done after all', () => {
    const person = adult({ checks: ['2024-11-20', '2026-01-10'], declines: ['2025-10-02'] });
    expect(told(person, '2026-01-10')?.slice(0, 2)).toEqual(['2026-01-10', '2027-01-10']);
  });

  it('is there before somebody is eligible, and gone when they have left', () => {
    expect(told(tracked('2011-11-05', '2018-04-01'), '2020-01-01')?.slice(0, 2)).toEqual(['2025-11-05', '2026-03-31']);
    expect(told(adult({ registerTo: '2025-09-01' }), '2025-08-31')).toBeDefined();
    expect(told(adult({ registerTo: '2025-09-01' }), '2025-09-01')).toBeUndefined();
  });
});

describe('Raw counts of a year', () => {
  const list = [
    adult({ checks: ['2025-05-20', '2025-11-03'], plans: ['2025-05-20'] }),
    adult({ checks: ['2025-06-01'] }),
    adult({ declines: ['2025-07-01'] }),
    adult({ declines: ['2025-07-01'], checks: ['2025-08-01'], plans: ['2025-08-01'] }),
    adult({}),
    adult({ checks: ['2025-05-20'], plans: ['2025-05-20'], registerTo: '2026-03-31' }),
    tracked('2012-06-10', '2020-01-01'),
  ];
  const counted = list.map((one, index) => ({ tracked: one, ethnicityRecorded: index !== 0 }));
  const counts = (asAt: string) =>
    healthCheckCounts(counted, financialYearOf(localDate('2025-04-01')), localDate(asAt));

  it('counts people once, at the end of the year, with and without declines', () => {
    expect(counts('2026-06-30')).toEqual({
      year: '2025-26',
      to: '2026-03-31',
      checked: 3,
      withPlan: 2,
      withPlanAndEthnicity: 1,
      eligible: 5,
      declined: 1,
      eligibleWithoutDeclined: 4,
    });
  });

  it('counts to the day asked for while the year runs', () => {
    expect(counts('2025-05-31')).toMatchObject({ to: '2025-05-31', checked: 2, withPlan: 2, eligible: 6, declined: 0 });
    expect(counts('2025-03-31')).toMatchObject({ checked: 0, eligible: 0, eligibleWithoutDeclined: 0 });
  });
});
