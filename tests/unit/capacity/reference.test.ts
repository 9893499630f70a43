/** Held against figures of the NHS-R package NHSRwaitinglist to 1e-12; where the package is wrong, held to differ, and by how much. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { epochDayOf, localDate } from '../../../shared/domain/calendar/local-date.ts';
import {
  type DatedList,
  listStatistics,
  queueSizes,
  STILL_WAITING,
} from '../../../shared/domain/capacity/list-statistics.ts';
import { positionOf } from '../../../shared/domain/capacity/position.ts';
import {
  loadOf,
  pressure,
  reliefCapacity,
  targetCapacity,
  targetMeanWait,
  targetQueueSize,
} from '../../../shared/domain/capacity/queue-mathematics.ts';
import { type Fraction, fraction, toNumber } from '../../../shared/domain/number/fraction.ts';

const caseSchema = z.object({
  id: z.string(),
  input: z.union([z.record(z.string(), z.number()), z.tuple([])]),
  output: z.unknown(),
  waiting_list: z.array(z.object({ referral: z.string(), removal: z.string().nullable() })).optional(),
});
const file = new URL('../../fixtures/capacity/queueing-reference.json', import.meta.url);
const cases = z.object({ cases: z.array(caseSchema) }).parse(JSON.parse(readFileSync(file, 'utf8'))).cases;

function reference(id: string) {
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The reference has no ${id}`);
  const input = Array.isArray(found.input) ? {} : found.input;
  return {
    output: found.output,
    given: (name: string) => input[name] ?? Number.NaN,
    list: datedList(found.waiting_list ?? []),
  };
}

function datedList(rows: readonly { referral: string; removal: string | null }[]): DatedList {
  const day = (date: string) => epochDayOf(localDate(date));
  return {
    referred: Int32Array.from(rows, ({ referral }) => day(referral)),
    removed: Int32Array.from(rows, ({ removal }) => (removal === null ? STILL_WAITING : day(removal))),
  };
}

function expectEqual(ours: number | Fraction | null | undefined, theirs: unknown): void {
  const number = typeof ours === 'object' && ours !== null ? toNumber(ours) : ours;
  expect(Math.abs(Number(number) - Number(theirs)) / Math.abs(Number(theirs) || 1)).toBeLessThan(1e-12);
}

describe('The reference', () => {
  it('agrees on load, target wait, target list, relief, target capacity and pressure', () => {
    const load = reference('load-1');
    expectEqual(loadOf(load.given('demand'), load.given('capacity')), load.output);
    const wait = reference('tmw-1');
    expectEqual(targetMeanWait(wait.given('target_wait')), wait.output);
    const size = reference('tqs-1');
    expectEqual(targetQueueSize(size.given('demand'), size.given('target_wait')), size.output);
    const relief = reference('relief-1');
    const target = fraction(relief.given('target_queue_size'));
    expectEqual(reliefCapacity(relief.given('demand'), relief.given('queue_size'), target), relief.output);
    const capacity = reference('tcap-1');
    const variation = { arrivals: capacity.given('cv_demand'), removals: capacity.given('cv_capacity') };
    expectEqual(
      targetCapacity(capacity.given('demand'), capacity.given('target_wait'), capacity.given('factor'), variation),
      capacity.output,
    );
    const under = reference('pressure-1');
    expectEqual(pressure(under.given('mean_wait'), under.given('target_wait')), under.output);
  });

  it('agrees on the size of a list day by day', () => {
    const { list, output } = reference('queue-A');
    const days = z.array(z.object({ dates: z.string(), queue_size: z.number() })).parse(output);
    const { first, sizes } = queueSizes(list);
    expect(first).toBe(epochDayOf(localDate(days[0]?.dates ?? '')));
    expect([...sizes]).toEqual(days.map((day) => day.queue_size));
  });

  it('agrees on demand, capacity and their variation', () => {
    const demand = z.record(z.string(), z.number()).parse(reference('refstats-A').output);
    const capacity = z.record(z.string(), z.number()).parse(reference('remstats-A').output);
    const ours = listStatistics(reference('refstats-A').list);
    expectEqual(ours.demand?.weekly, demand['demand_weekly']);
    expectEqual(ours.demand?.variation, demand['demand_cov']);
    expect(ours.demand?.count).toBe(demand['demand_count']);
    expectEqual(ours.capacity?.weekly, capacity['capacity_weekly']);
    expect(ours.capacity?.variation).toBe(capacity['capacity_cov']);
    expect(ours.capacity?.count).toBe(capacity['removal_count']);
  });

  it('agrees on all that follows from a list, and differs by seven where the package divides days by weeks', () => {
    const { list, output, given } = reference('wlstats-A');
    const theirs = z.record(z.string(), z.union([z.number(), z.boolean(), z.null()])).parse(output);
    const measured = listStatistics(list);
    const position = positionOf({
      demand: measured.demand?.weekly ?? Number.NaN,
      capacity: measured.capacity?.weekly ?? Number.NaN,
      queue: measured.queue,
      targetWeeks: given('target_wait'),
      meanWaitWeeks: measured.meanWaitWeeks,
      variation: { arrivals: measured.demand?.variation ?? 0, removals: measured.capacity?.variation ?? 0 },
    });
    expectEqual(position.load, theirs['load']);
    expect(measured.queue).toBe(theirs['queue_size']);
    expectEqual(position.targetQueue, theirs['target_queue_size']);
    expect(position.flags.includes('too-big')).toBe(theirs['queue_too_big']);
    expect(position.reliefCapacity).toBe(theirs['relief_capacity']);
    expectEqual((measured.meanWaitWeeks ?? 0) * 7, theirs['mean_wait']);
    expectEqual(7 * toNumber(position.pressure ?? fraction(0)), theirs['pressure']);
    // The package goes on to a target capacity at a load of 2.3, where no steady state is in sight: we do not.
    expect(position.targetCapacity).toBeNull();
    expectEqual(
      targetCapacity(measured.demand?.weekly ?? 0, given('target_wait'), 4, { arrivals: 1, removals: 0 }),
      theirs['target_capacity'],
    );
  });

  it('sees nobody who was referred after the last day, where the package lets some in', () => {
    const list = datedList([
      { referral: '2024-01-01', removal: '2024-01-08' },
      { referral: '2024-01-04', removal: null },
      { referral: '2024-02-01', removal: null },
    ]);
    expect(listStatistics(list, epochDayOf(localDate('2024-01-16')))).toMatchObject({
      queue: 1,
      meanWaitWeeks: 12 / 7,
    });
  });

  it('says nothing of a list nobody was ever on', () => {
    expect(listStatistics(datedList([]))).toEqual({ demand: null, capacity: null, queue: 0, meanWaitWeeks: null });
  });

  it('does not take an idle service for a slow one', () => {
    const list = datedList([
      { referral: '2024-01-01', removal: '2024-01-03' },
      { referral: '2024-01-01', removal: '2024-01-05' },
      { referral: '2024-03-01', removal: '2024-03-03' },
      { referral: '2024-03-01', removal: '2024-03-05' },
    ]);
    // Gaps of 2 and 3 days, not of two months; a removal that empties the list follows the empty day, as in the package.
    expectEqual(listStatistics(list, epochDayOf(localDate('2024-03-10'))).capacity?.weekly, 5.6);
  });
});
