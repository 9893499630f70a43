import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { financialYearOf } from '../../../shared/domain/calendar/financial-year.ts';
import { addDays, addMonths, latest } from '../../../shared/domain/calendar/local-date.ts';
import { healthCheckDeadline } from '../../../shared/domain/health-check/deadline.ts';
import { healthCheckCounts } from '../../../shared/domain/health-check/indicator.ts';
import { healthCheckStanding, healthCheckStatuses } from '../../../shared/domain/health-check/standing.ts';
import type { Tracked } from '../../../shared/domain/health-check/tracked.ts';
import { dateIn } from '../arbitrary-date.ts';

const days = fc.array(dateIn(2018, 2028), { maxLength: 6 });
const anybody: fc.Arbitrary<Tracked> = fc.record({
  birthDate: dateIn(1998, 2014),
  registerFrom: dateIn(2012, 2026),
  registerTo: fc.option(dateIn(2020, 2029)),
  checks: days,
  plans: days,
  declines: days,
});
const asAt = dateIn(2018, 2029);

/** What is known on a day, and nothing later. */
function knownOn(person: Tracked, day: string): Tracked {
  const known = <D extends string>(dates: readonly D[]) => dates.filter((on) => on <= day);
  const left = person.registerTo !== null && person.registerTo <= day ? person.registerTo : null;
  return {
    ...person,
    registerTo: left,
    checks: known(person.checks),
    plans: known(person.plans),
    declines: known(person.declines),
  };
}

describe('Annual health checks, whoever it is and whenever one asks', () => {
  it('the next check is never due before somebody is eligible, nor within a year of the last', () => {
    fc.assert(
      fc.property(anybody, asAt, (person, day) => {
        const { due, eligibleFrom, lastCheck } = healthCheckStanding(person, day);
        expect(due >= (lastCheck === null ? addDays(eligibleFrom, 89) : addMonths(lastCheck, 12))).toBe(true);
      }),
    );
  });

  it('there is one status, and each says what it means', () => {
    fc.assert(
      fc.property(anybody, asAt, (person, day) => {
        const standing = healthCheckStanding(person, day);
        expect(healthCheckStatuses).toContain(standing.status);
        expect(standing.status === 'OVERDUE').toBe(standing.overdueSince !== null);
        expect(standing.status === 'COMPLETED_THIS_FY').toBe(standing.plan !== null);
        expect(standing.status === 'DECLINED_THIS_FY').toBe(standing.reofferFrom !== null);
        if (standing.status === 'DUE_SOON' || standing.status === 'UP_TO_DATE') expect(day <= standing.due).toBe(true);
      }),
    );
  });

  it('nothing that lies after the day changes the answer', () => {
    fc.assert(
      fc.property(anybody, asAt, (person, day) => {
        expect(healthCheckStanding(person, day)).toEqual(healthCheckStanding(knownOn(person, day), day));
        expect(healthCheckDeadline(person, day)).toEqual(healthCheckDeadline(knownOn(person, day), day));
      }),
    );
  });

  it('the order in which facts arrive does not matter', () => {
    fc.assert(
      fc.property(anybody, asAt, (person, day) => {
        const turned = {
          ...person,
          checks: person.checks.toReversed(),
          plans: person.plans.toReversed(),
          declines: person.declines.toReversed(),
        };
        expect(healthCheckStanding(turned, day)).toEqual(healthCheckStanding(person, day));
        expect(healthCheckDeadline(turned, day)).toEqual(healthCheckDeadline(person, day));
      }),
    );
  });

  it('a check done today leaves nobody late, and moves the due date a year on', () => {
    fc.assert(
      fc.property(anybody, asAt, (person, day) => {
        const before = healthCheckStanding(person, day);
        fc.pre(before.status !== 'NOT_ELIGIBLE');
        const after = healthCheckStanding({ ...person, checks: [...person.checks, day] }, day);
        expect(after).toMatchObject({ status: 'COMPLETED_THIS_FY', due: addMonths(day, 12) });
      }),
    );
  });

  it('the deadline warns in order, never before eligibility, and last of all on the day after it or once it is offered again', () => {
    fc.assert(
      fc.property(anybody, asAt, (person, day) => {
        const deadline = healthCheckDeadline(person, day);
        fc.pre(deadline !== undefined);
        const on = deadline.warnOn.map((warning) => warning.on);
        expect(on).toEqual(on.toSorted());
        expect(deadline.warnOn.map(({ severity }) => severity)).toEqual(['amber', 'approaching', 'breach']);
        expect((on[0] ?? '') >= healthCheckStanding(person, day).eligibleFrom).toBe(true);
        expect(on.at(-1)).toBe(latest(addDays(deadline.due, 1), deadline.start));
      }),
    );
  });

  it('counts add up: the checked, the declined and the rest are the eligible', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anybody, fc.boolean()), { maxLength: 12 }), asAt, asAt, (people, of, day) => {
        const list = people.map(([tracked, ethnicityRecorded]) => ({ tracked, ethnicityRecorded }));
        const counts = healthCheckCounts(list, financialYearOf(of), day);
        expect(counts.withPlanAndEthnicity <= counts.withPlan).toBe(true);
        expect(counts.withPlan <= counts.checked).toBe(true);
        expect(counts.checked + counts.declined <= counts.eligible).toBe(true);
        expect(counts.eligibleWithoutDeclined).toBe(counts.eligible - counts.declined);
        const statuses = list.map((one) => healthCheckStanding(one.tracked, counts.to).status);
        const ofTheYear = counts.to >= financialYearOf(of).first;
        const with_ = (status: string) => statuses.filter((one) => one === status).length;
        if (!ofTheYear) return;
        expect(counts.checked).toBe(with_('COMPLETED_THIS_FY'));
        expect(counts.declined).toBe(with_('DECLINED_THIS_FY'));
        expect(counts.eligible).toBe(statuses.length - with_('NOT_ELIGIBLE'));
      }),
    );
  });
});
