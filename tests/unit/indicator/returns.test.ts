/** What national collections ask: autism and ADHD measures, national ages, budgets, advice for EHC assessments. */
import { describe, expect, it } from 'vitest';
import type { CountedBudget } from '../../../shared/domain/budget/collection.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { monthOf } from '../../../shared/domain/indicator/month/month-tally.ts';
import { AdhdCount } from '../../../shared/domain/indicator/returns/adhd.ts';
import { AutismCount } from '../../../shared/domain/indicator/returns/autism.ts';
import { budgetLines } from '../../../shared/domain/indicator/returns/budgets.ts';
import { ehcAdviceLines } from '../../../shared/domain/indicator/returns/ehc-advice.ts';
import { nationalAgeLines } from '../../../shared/domain/indicator/returns/national-ages.ts';
import type { ReturnCount } from '../../../shared/domain/indicator/returns/return-count.ts';
import { type ReturnLine, returnLineSchema } from '../../../shared/domain/indicator/returns/return-figures.ts';
import { returnCountsOf } from '../../../shared/domain/indicator/returns/returns-of-queue.ts';
import type { RecordContext } from '../../../shared/domain/referral/record-context.ts';
import { contextFor, type Entry, facts, queueCalled, referralOf, stateOn } from '../referral/history.ts';

const child = localDate('2016-02-01');
const adult = localDate('2005-02-01');
const march = monthOf('2026-03');

function figure(lines: readonly ReturnLine[], measure: string, more: Partial<ReturnLine> = {}): number | null {
  const found = lines.filter((line) =>
    Object.entries({ measure, ...more }).every(([name, value]) => line[name as keyof ReturnLine] === value),
  );
  expect(found, `one line of ${measure} ${JSON.stringify(more)}`).toHaveLength(1);
  return found[0]?.figure ?? null;
}

function counting(count: ReturnCount, context: RecordContext) {
  return (received: string, entries: readonly Entry[] = [], birthDate = child) =>
    count.add(stateOn(referralOf(context, received, entries), context, march.to), birthDate);
}

describe('the autism measures', () => {
  const count = new AutismCount(march);
  const add = counting(count, contextFor('ASD'));
  // 91 days from 1 December is 2 March.
  add('2025-12-01', [['2026-03-02', facts.contact('video')]]);
  add('2025-12-01', [['2026-03-03', facts.contact()]]);
  add('2025-12-01', [['2025-12-20', facts.contact('telephone')]]);
  add('2025-12-30', []);
  add('2025-12-31', []);
  add('2026-03-10', [], adult);
  add('2026-03-12', [['2026-03-20', facts.discharged('moved-away')]]);
  const lines = count.lines();

  it('tell, of who was received in a month, who had a first contact in person or by video, and in 91 days or less', () => {
    const of = (measure: string, period: string) => figure(lines, measure, { period });
    expect(of('asd01-received', '2025-12')).toBe(5);
    expect(of('asd02-contacted', '2025-12')).toBe(2);
    expect(of('asd03-within-13-weeks', '2025-12')).toBe(1);
    expect(of('asd01-received', '2025-04')).toBe(0);
    expect(of('asd01-received', '2026-03')).toBe(2);
  });
  it('tell who is new, closed and open, all ages and under 18', () => {
    const both = (measure: string) => ['All ages', '0 to 17'].map((group) => figure(lines, measure, { group }));
    expect(both('asd12-new')).toEqual([2, 1]);
    expect(both('asd13-closed')).toEqual([1, 1]);
    expect(both('asd16-open')).toEqual([6, 5]);
  });
  it('call an open referral of exactly 91 days open for at least 13 weeks', () => {
    const of = (measure: string) => figure(lines, measure, { group: 'All ages' });
    // 30 December to 31 March is 91 days, 31 December to then 90.
    expect(of('open-13-weeks')).toBe(4);
    expect(of('open-13-weeks-seen-within')).toBe(1);
    expect(of('open-13-weeks-seen-later')).toBe(1);
    expect(of('open-13-weeks-not-seen')).toBe(2);
  });
});

describe('the ADHD measures', () => {
  const count = new AdhdCount(march);
  const add = counting(count, contextFor('ADHD'));
  add('2025-12-30');
  add('2025-12-29');
  add('2024-04-02');
  add('2024-03-31', [], adult);
  add('2026-03-02', [['2026-03-31', facts.discharged('moved-away')]]);
  const lines = count.lines();

  it('tell how long open ones have been open, by age', () => {
    const of = (measure: string, group = 'All ages') => figure(lines, measure, { group });
    expect([of('open'), of('new'), of('closed')]).toEqual([4, 1, 1]);
    expect(of('open-0-13-weeks')).toBe(1);
    expect(of('open-13-52-weeks')).toBe(1);
    expect([of('open-52-104-weeks'), of('open-over-104-weeks')]).toEqual([1, 1]);
    expect([of('open', '5 to 17'), of('open', '18 to 24'), of('open', 'Over 25')]).toEqual([3, 1, 0]);
  });
});

it('every queue is part of the returns of its clock', () => {
  const codes = (queue: string) => returnCountsOf(queueCalled(queue), march).map(({ code }) => code);
  expect([codes('ASD'), codes('ADHD'), codes('SALT')]).toEqual([['autism'], ['adhd'], []]);
});

it('who waits by the national ages, with everybody over them in a group of their own', () => {
  const lines = nationalAgeLines([{ age: 5 }, { age: 6 }, { age: 14 }, { age: 15 }, { age: 17 }, { age: 18 }], march);
  expect(lines.map(({ group, figure: count }) => [group, count])).toEqual([
    ['0 to 5', 1],
    ['6 to 10', 1],
    ['11 to 14', 1],
    ['15', 1],
    ['16', 0],
    ['17', 1],
    ['18 and over', 1],
  ]);
});

describe('the collection of budgets', () => {
  const december = monthOf('2025-12');
  const budget = (
    personId: string,
    stages: readonly (readonly [stage: string, from: string])[],
    types: readonly (readonly [type: string, from: string])[],
  ) =>
    ({
      personId,
      birthDate: child,
      state: {
        stages: stages.map(([stage, from]) => ({ stage, from })),
        plans: types.map(([type, from]) => ({ plan: { parts: [{ type }] }, from })),
      },
    }) as unknown as CountedBudget;
  const lines = budgetLines(
    [
      budget(
        'a',
        [
          ['eligible', '2025-01-06'],
          ['live', '2025-02-01'],
        ],
        [['direct-payment', '2025-02-01']],
      ),
      budget(
        'b',
        [
          ['live', '2025-05-06'],
          ['ended', '2025-06-20'],
        ],
        [['notional', '2025-05-06']],
      ),
      budget(
        'c',
        [['live', '2025-03-01']],
        [
          ['notional', '2025-03-01'],
          ['direct-payment', '2025-10-01'],
        ],
      ),
      budget(
        'd',
        [
          ['requested', '2025-04-02'],
          ['eligible', '2025-05-01'],
          ['indicative', '2025-06-01'],
        ],
        [],
      ),
      budget(
        'e',
        [
          ['requested', '2025-04-02'],
          ['not-eligible', '2025-05-01'],
        ],
        [],
      ),
      budget(
        'f',
        [
          ['live', '2024-05-01'],
          ['ended', '2025-03-20'],
        ],
        [['notional', '2024-05-01']],
      ),
    ],
    december,
  );
  const of = (measure: string, group = 'Children') => figure(lines, measure, { group });

  it('P4-11 three held one in the year, two are live, by the strongest type', () => {
    expect([of('year-to-date'), of('live')]).toEqual([3, 2]);
    expect([of('year-to-date-direct-payment'), of('year-to-date-notional')]).toEqual([2, 1]);
    expect(lines[0]?.period).toBe('Quarter 3 2025-26');
  });
  it('tells how many took one up of those found to need one this year', () => {
    expect([of('assessed-as-needing'), of('taken-up')]).toEqual([4, 75]);
    expect([of('assessed-as-needing', 'Adults'), of('taken-up', 'Adults')]).toEqual([0, null]);
  });
});

it('advice of nobody has no rate, and the year is that of the calendar', () => {
  const lines = ehcAdviceLines({ advice: [], assessments: [] }, march);
  for (const line of lines) expect(returnLineSchema.parse(line)).toEqual(line);
  expect(figure(lines, 'percent-with-exceptions', { group: 'All services' })).toBeNull();
  expect(new Set(lines.map(({ period }) => period))).toEqual(new Set(['2026 to date']));
});
