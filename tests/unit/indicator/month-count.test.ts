/** A month counted from histories, and what is said of figures that changed since they were published. */
import { describe, expect, it } from 'vitest';
import { type Instant, parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { fullMonth } from '../../../shared/domain/indicator/month/full-month.ts';
import {
  MonthCount,
  type MonthTally,
  monthOf,
  monthsFrom,
  type PublishedBefore,
} from '../../../shared/domain/indicator/month/month-tally.ts';
import { recordEvent } from '../../../shared/domain/referral/record.ts';
import type { Referral } from '../../../shared/domain/referral/referral.ts';
import { contextFor, day, type Entry, eventIdAt, facts, recorderOf, referralOf } from '../referral/history.ts';
import { sampleStamp } from './sample-figures.ts';

const paediatrics = contextFor('PAEDS');
const { policy, queue, birthDate } = paediatrics;
const LATER = parseInstant('2027-01-01T00:00:00Z');

function counted(
  referrals: readonly Referral[],
  { month = '2025-03', knownAt = LATER, since = null as PublishedBefore | null, rules = 1 } = {},
): MonthTally {
  const count = new MonthCount({ policy, queue, month: monthOf(month), knownAt, rules, opening: since, since });
  for (const { events } of referrals) count.add({ events, birthDate, flags: [] });
  return count.tally();
}

const repeat = (count: number, name: string, received: string, entries: Entry[] = []) =>
  Array.from({ length: count }, (_, at) => referralOf(paediatrics, received, entries, { id: `${name}${at}` }));

describe('I2-05: net change and reconciliation', () => {
  const tally = counted([
    ...repeat(325, 'open', '2025-01-06'),
    ...repeat(95, 'new', '2025-03-05'),
    ...repeat(70, 'treated', '2025-01-07', [['2025-03-12', { kind: 'treatment-started' }]]),
    ...repeat(12, 'unseen', '2025-01-08', [['2025-03-13', facts.discharged('unseen-other')]]),
    ...repeat(3, 'chose', '2025-01-08', [['2025-03-14', { kind: 'right-to-choose-accepted', provider: 'Another' }]]),
  ]);
  it('410 and 95 less 85 is 420', () => {
    expect(tally.flow).toMatchObject({ opening: 410, additions: 95, removed: 85, netChange: 10, closing: 420 });
    expect(Object.fromEntries(tally.flow.removals)).toEqual({
      seen: 70,
      'discharged-unseen': 12,
      'transferred-right-to-choose': 3,
    });
  });
  it('and is told so', () => {
    const month = fullMonth(tally, { queue, stamp: sampleStamp(), edition: 1 });
    expect(month).toMatchObject({ opening: 410, additions: 95, removed: 85, netChange: 10, closing: 420 });
  });
});

describe('first contacts and those that follow up', () => {
  const tally = counted([
    ...repeat(2, 'first', '2025-01-06', [['2025-03-03', facts.contact()]]),
    ...repeat(1, 'both', '2025-01-06', [
      ['2025-03-03', facts.contact()],
      ['2025-03-10', facts.contact()],
      ['2025-03-17', facts.contact()],
    ]),
    ...repeat(1, 'later', '2025-01-06', [
      ['2025-02-03', facts.contact()],
      ['2025-03-10', facts.contact()],
    ]),
    // A letter is nobody's attendance.
    ...repeat(1, 'letter', '2025-01-06', [['2025-03-03', facts.contact('letter')]]),
  ]);
  it('are told apart by referral', () => {
    expect(tally).toMatchObject({ attended: 6, firstContacts: 3 });
    expect(fullMonth(tally, { queue, stamp: sampleStamp(), edition: 1 })).toMatchObject({ followUpsPerFirst: 1 });
  });
  it('are nobody’s where nobody came for the first time', () => {
    const none = counted([]);
    expect(fullMonth(none, { queue, stamp: sampleStamp(), edition: 1 })).toMatchObject({ followUpsPerFirst: null });
  });
});

describe('why a published figure has changed', () => {
  const published = (takenAt: Instant, more: Partial<PublishedBefore> = {}): PublishedBefore => ({
    asAt: day('2025-02-28'),
    takenAt,
    closing: 2,
    rules: 1,
    policy: policy.version,
    ...more,
  });
  const two = repeat(2, 'waits', '2025-01-06');
  const counting = published(two[1]?.events[0]?.recordedAt ?? LATER);

  it('nothing has, where nothing was recorded since', () => {
    expect([...counted(two, { since: counting }).changes]).toEqual([]);
  });
  it('a receipt was recorded late', () => {
    const late = referralOf(paediatrics, '2025-01-20', [], { id: 'late' });
    expect([...counted([...two, late], { since: counting }).changes]).toEqual([['recorded-late', 1]]);
  });
  it('an event was taken back', () => {
    const taken = recordEvent(
      two[0] as Referral,
      {
        facts: { kind: 'recorded-in-error', eventId: eventIdAt(0, 'waits0'), reason: 'another child' },
        on: day('2025-03-04'),
      },
      recorderOf('waits0-1'),
      paediatrics,
    );
    expect([...counted([taken, two[1] as Referral], { since: counting }).changes]).toEqual([['corrected', 1]]);
  });
  it('other rules, or another policy, make another number of the same histories', () => {
    const byRules = counted(two, { since: published(counting.takenAt, { closing: 5, rules: 1 }), rules: 2 });
    expect([...byRules.changes]).toEqual([['rules-changed', 3]]);
    const byPolicy = counted(two, { since: published(counting.takenAt, { closing: 1, policy: policy.version + 1 }) });
    expect([...byPolicy.changes]).toEqual([['policy-changed', 1]]);
  });
});

it('months follow one another across a year', () => {
  const codes = (first: string, last: string) => monthsFrom(monthOf(first), monthOf(last)).map(({ code }) => code);
  expect(codes('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
  expect(codes('2025-03', '2025-02')).toEqual([]);
});
