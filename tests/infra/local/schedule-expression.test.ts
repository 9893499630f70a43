import { describe, expect, it } from 'vitest';
import { LocalClock } from '../../../infra/local/clock.ts';
import { readExpression } from '../../../infra/local/schedule/expression.ts';
import { instantOfWallTime, wallTime } from '../../../infra/local/schedule/zoned-time.ts';

const LONDON = 'Europe/London';

/** The first runs after an instant, as UTC. */
function runs(expression: string, after: string, count: number, zone = LONDON): string[] {
  const next = readExpression(expression, zone, Date.parse(after));
  const found: string[] = [];
  let instant: number | undefined = Date.parse(after);
  while (found.length < count) {
    instant = next(instant);
    if (instant === undefined) break;
    found.push(new Date(instant).toISOString().replace(':00.000Z', 'Z'));
  }
  return found;
}

describe('a schedule in London', () => {
  it('runs at the same time of day before and after the clocks change', () => {
    expect(runs('cron(0 6 * * ? *)', '2026-03-27T12:00:00Z', 3)).toEqual([
      '2026-03-28T06:00Z',
      '2026-03-29T05:00Z',
      '2026-03-30T05:00Z',
    ]);
    expect(runs('cron(0 6 * * ? *)', '2026-10-24T12:00:00Z', 2)).toEqual(['2026-10-25T06:00Z', '2026-10-26T06:00Z']);
  });

  it('leaves out a time that the clocks skip, and runs one that they repeat once', () => {
    expect(runs('cron(30 1 * * ? *)', '2026-03-28T12:00:00Z', 1)).toEqual(['2026-03-30T00:30Z']);
    expect(runs('cron(30 1 * * ? *)', '2026-10-24T12:00:00Z', 2)).toEqual(['2026-10-25T00:30Z', '2026-10-26T01:30Z']);
  });

  it.each([
    ['working days', 'cron(30 6 ? * MON-FRI *)', ['2026-03-06T06:30Z', '2026-03-09T06:30Z', '2026-03-10T06:30Z']],
    ['days by number, Sunday the first', 'cron(0 9 ? * 2 *)', ['2026-03-09T09:00Z', '2026-03-16T09:00Z']],
    ['every quarter of an hour in the morning', 'cron(0/15 9 * * ? *)', ['2026-03-06T09:00Z', '2026-03-06T09:15Z']],
    ['the last day of a month', 'cron(0 20 L * ? *)', ['2026-03-31T19:00Z', '2026-04-30T19:00Z']],
    [
      'the weekday nearest to the first',
      'cron(0 8 1W * ? *)',
      ['2026-04-01T07:00Z', '2026-05-01T07:00Z', '2026-06-01T07:00Z', '2026-07-01T07:00Z', '2026-08-03T07:00Z'],
    ],
    ['the third Friday', 'cron(0 8 ? * 6#3 *)', ['2026-03-20T08:00Z', '2026-04-17T07:00Z']],
    ['the last Friday', 'cron(0 8 ? * 6L *)', ['2026-03-27T08:00Z', '2026-04-24T07:00Z']],
    ['29 February', 'cron(0 8 29 FEB ? *)', ['2028-02-29T08:00Z', '2032-02-29T08:00Z']],
    ['one year', 'cron(0 8 1 1 ? 2027)', ['2027-01-01T08:00Z']],
    ['a single time', 'at(2026-07-01T09:00:00)', ['2026-07-01T08:00Z']],
    ['a rate', 'rate(90 minutes)', ['2026-03-06T01:30Z', '2026-03-06T03:00Z']],
  ])('runs on %s', (_, expression, expected) => {
    expect(runs(expression, '2026-03-06T00:00:00Z', expected.length)).toEqual(expected);
  });

  it.each([
    ['cron(0 6 * * * *)', 'must have ?'],
    ['cron(0 6 ? * ? *)', 'must have ?'],
    ['cron(60 6 * * ? *)', "'60' is not a cron field between 0 and 59"],
    ['cron(0 6 * * ?)', 'must have six fields'],
    ['rate(0 hours)', 'is not a rate'],
    ['at(tomorrow)', 'is not a time'],
    ['daily', 'is not a schedule expression'],
  ])('is not %s', (expression, message) => {
    expect(() => readExpression(expression, LONDON, 0)).toThrow(message);
  });

  it('has a next run after every instant, never the instant itself', () => {
    const next = readExpression('cron(0 6 * * ? *)', LONDON, 0);
    const run = Date.parse('2026-06-01T05:00:00Z');
    expect(next(run - 1)).toBe(run);
    expect(next(run)).toBe(run + 86_400_000);
  });
});

describe('wall time', () => {
  it('is told and read back alike on every hour of a year', () => {
    const changed: string[] = [];
    for (let hour = Date.parse('2026-01-01T00:00:00Z'); hour < Date.parse('2027-01-01T00:00:00Z'); hour += 3_600_000) {
      const back = instantOfWallTime(wallTime(hour, LONDON), LONDON);
      if (back !== hour) changed.push(`${new Date(hour).toISOString()} - ${(hour - back) / 60_000} minutes`);
    }
    // The repeated hour of October is read as its first occurrence.
    expect(changed).toEqual(['2026-10-25T01:00:00.000Z - 60 minutes']);
  });
});

describe('the local clock', () => {
  it('makes a day today and keeps the time of day in London, over a change of clocks too', () => {
    let machine = Date.parse('2026-11-22T09:15:00Z');
    const clock = new LocalClock(() => machine);
    expect(clock.today()).toBe('2026-11-22');
    clock.setToday('2026-07-01');
    expect(new Date(clock.now()).toISOString()).toBe('2026-07-01T08:15:00.000Z');
    machine += 3_600_000;
    expect(new Date(clock.now()).toISOString()).toBe('2026-07-01T09:15:00.000Z');
    clock.setToday('2026-11-22');
    expect(clock.now()).toBe(machine);
  });

  it.each(['2026-02-30', '2026-2-3', 'tomorrow', ''])('knows no day %j', (date) => {
    expect(() => new LocalClock().setToday(date)).toThrow(RangeError);
  });
});
