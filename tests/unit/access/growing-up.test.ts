/** What changes as a child grows up: the timelines of domain.md 9 by their ids, and from when on families are told. */
import { describe, expect, it } from 'vitest';
import { growingUp } from '../../../shared/domain/access/growing-up.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';

const steps = (born: string, asAt: string, planningMonths = 6) =>
  growingUp({ birthDate: localDate(born) }, planningMonths, localDate(asAt));
const told = (born: string, asAt: string) =>
  steps(born, asAt)
    .filter(({ near }) => near)
    .map(({ step, passed }) => `${step}${passed ? ' now' : ''}`);

describe('growing up', () => {
  it.each([
    ['F9-01', '2010-03-15', ['health-choices 2026-03-15', 'plan-choices 2026-06-27', 'adult-team 2028-03-15']],
    ['F9-02', '2009-08-15', ['plan-choices 2025-06-28', 'health-choices 2025-08-15', 'adult-team 2027-08-15']],
    ['F9-03', '2009-09-01', ['health-choices 2025-09-01', 'plan-choices 2026-06-27', 'adult-team 2027-09-01']],
  ])('%s: born %s, health and plan pass on two days, whichever is first', (_, born, expected) => {
    const days = steps(born, '2025-03-20').filter(({ step }) => /-choices$|-team$/.test(step));
    expect(days.map(({ step, on }) => `${step} ${on}`)).toEqual(expected);
  });

  it('F9-12: the move at 18 is planned from six months before, or as the place plans it', () => {
    const plan = (months: number) =>
      steps('2007-07-20', '2025-01-20', months).find(({ step }) => step === 'adult-plan');
    expect(plan(6)).toEqual({ step: 'adult-plan', on: '2025-01-20', passed: true, near: true });
    expect(plan(9)?.on).toBe('2024-10-20');
  });

  it('is told from the 10th birthday until a year after the 18th', () => {
    expect(steps('2010-03-15', '2020-03-14')).toEqual([]);
    expect(steps('2010-03-15', '2020-03-15')).toHaveLength(6);
    expect(steps('2010-03-15', '2029-03-14')).toHaveLength(6);
    expect(steps('2010-03-15', '2029-03-15')).toEqual([]);
  });

  it('is said on the first page in the year before, and for three months after', () => {
    expect(told('2010-03-15', '2020-03-15')).toEqual(['talk-at-11']);
    expect(told('2010-03-15', '2022-01-01')).toEqual([]);
    expect(told('2010-03-15', '2025-03-15')).toEqual(['own-access', 'health-choices']);
    expect(told('2010-03-15', '2026-03-15')).toEqual(['health-choices now', 'plan-choices']);
    expect(told('2010-03-15', '2026-06-27')).toEqual(['plan-choices now']);
    expect(told('2010-03-15', '2027-09-15')).toEqual(['adult-plan now', 'adult-team']);
    expect(told('2010-03-15', '2028-06-14')).toEqual(['adult-team now']);
  });

  it('of somebody born on a leap day comes on 1 March', () => {
    expect(steps('2008-02-29', '2020-01-01').find(({ step }) => step === 'adult-team')?.on).toBe('2026-03-01');
  });
});
