import { describe, expect, it } from 'vitest';
import { queueFlow } from '../../../shared/domain/queue/flow.ts';
import { queueSummary } from '../../../shared/domain/queue/summary.ts';
import type { Referral } from '../../../shared/domain/referral/referral.ts';
import { contextFor, day, type Entry, facts, queueCalled, referralOf, stateOn } from '../referral/history.ts';

const context = contextFor('SALT');
const summaryOf = (referrals: Referral[], asAt: string, period?: Parameters<typeof queueSummary>[3]) =>
  queueSummary(
    referrals.map((referral) => stateOn(referral, context, asAt)),
    context.queue,
    day(asAt),
    period,
  );

describe('the summary of a queue', () => {
  // The receipts of somebody who waits 3, 12, 27, 60, 84, 85, 126, 127, 200, 364, 365 and 740 days on 30 June 2025.
  const receipts = [
    '2025-06-27',
    '2025-06-18',
    '2025-06-03',
    '2025-05-01',
    '2025-04-07',
    '2025-04-06',
    '2025-02-24',
    '2025-02-23',
    '2024-12-12',
    '2024-07-01',
    '2024-06-30',
    '2023-06-21',
  ];
  const waiting = receipts.map((received) => referralOf(context, received));

  it('I2-01 and I2-02: bands, within the standard, longest, median and 92nd percentile', () => {
    expect(summaryOf(waiting, '2025-06-30')).toEqual({
      open: 12,
      withinStandard: 7,
      breached: 5,
      bands: [1, 1, 1, 2, 2, 3, 2],
      longestDays: 740,
      medianDays: 105.5,
      p92Days: 410,
      seen: 0,
      seenWithinStandard: 0,
      removedUnseen: 0,
    });
  });

  it('I2-04: nobody waiting is null, never 0 or 100', () => {
    expect(summaryOf([], '2025-06-30')).toMatchObject({
      open: 0,
      bands: [0, 0, 0, 0, 0, 0, 0],
      longestDays: null,
      medianDays: null,
      p92Days: null,
    });
  });

  const received = '2025-01-06';
  const ended: Record<string, Entry[]> = {
    'seen on day 126': [['2025-05-12', facts.contact()]],
    'seen on day 127': [['2025-05-13', facts.contact()]],
    declined: [['2025-02-01', { kind: 'declined-by-family' }]],
    moved: [['2025-03-01', facts.discharged('moved-away')]],
    rejected: [['2025-02-01', { kind: 'rejected', reason: 'other', advice: 'See the GP' }]],
    'closed for want of information': [
      ['2025-01-08', { kind: 'returned-for-information', questions: 'Which school?' }],
    ],
    'seen and discharged': [
      ['2025-02-01', facts.contact()],
      ['2025-03-01', facts.discharged()],
    ],
  };
  const referrals = Object.entries(ended).map(([id, entries]) => referralOf(context, received, entries, { id }));

  it('a stop is seen, a removal or, when nullified, nowhere', () => {
    expect(summaryOf(referrals, '2025-06-01')).toMatchObject({
      open: 0,
      seen: 3,
      seenWithinStandard: 2,
      removedUnseen: 3,
    });
  });

  it('a stop on the day counts as stopped; a nullified clock is in every census before that day', () => {
    expect(summaryOf(referrals, '2025-01-31').open).toBe(7);
    expect(summaryOf(referrals, '2025-02-01')).toMatchObject({ open: 4, seen: 1, removedUnseen: 1 });
  });

  it('counts the stops of a period, both days included', () => {
    const may = { from: day('2025-05-12'), to: day('2025-05-12') };
    expect(summaryOf(referrals, '2025-06-01', may)).toMatchObject({ seen: 1, seenWithinStandard: 1, removedUnseen: 0 });
    const day33 = { from: day('2025-02-06'), to: day('2025-02-06') };
    expect(summaryOf(referrals, '2025-06-01', day33)).toMatchObject({ seen: 0, removedUnseen: 1 });
  });

  it('each family is judged by its own stop: an autism assessment, not a contact', () => {
    const autism = contextFor('ASD');
    const entries: Entry[] = [['2025-02-03', facts.contact()]];
    const state = stateOn(referralOf(autism, received, entries), autism, '2025-04-08');
    expect(queueSummary([state], queueCalled('ASD'), day('2025-04-08'))).toMatchObject({
      open: 1,
      breached: 1,
      seen: 0,
    });
  });
});

describe('the flow between two days', () => {
  const paediatrics = contextFor('PAEDS');
  const missed: Entry = ['2025-03-10', facts.missed({ first: true, communicationProven: true })];
  const agreed: Entry = ['2025-03-20', { kind: 'new-date-agreed' }];
  const flowOf = (referrals: Referral[], from: string, to: string) =>
    queueFlow(
      referrals.map((referral) => ({
        opening: stateOn(referral, paediatrics, from),
        closing: stateOn(referral, paediatrics, to),
      })),
    );

  it('I2-05: opening and additions less removals is closing, each reason apart', () => {
    const repeat = (count: number, name: string, received: string, entries: Entry[] = []) =>
      Array.from({ length: count }, (_, index) =>
        referralOf(paediatrics, received, entries, { id: `${name}${index}` }),
      );
    const flow = flowOf(
      [
        ...repeat(41, 'open', '2025-01-06'),
        ...repeat(9, 'new', '2025-03-05'),
        ...repeat(7, 'treated', '2025-01-07', [['2025-03-12', { kind: 'treatment-started' }]]),
        ...repeat(2, 'left', '2025-01-08', [['2025-03-13', facts.discharged('unseen-other')]]),
        ...repeat(1, 'gone', '2025-01-08', [['2025-02-13', facts.discharged('moved-away')]]),
        ...repeat(3, 'later', '2025-05-01'),
      ],
      '2025-02-28',
      '2025-03-31',
    );
    expect(flow).toMatchObject({ opening: 50, additions: 9, removed: 9, netChange: 0, closing: 50 });
    expect([...flow.removals]).toEqual([
      ['seen', 7],
      ['discharged-unseen', 2],
    ]);
  });

  it('a new clock after nullification is an addition, the nullified one a removal', () => {
    const flow = flowOf([referralOf(paediatrics, '2025-01-06', [missed, agreed])], '2025-02-28', '2025-03-31');
    expect(flow).toMatchObject({ opening: 1, additions: 1, removed: 1, closing: 1 });
    expect([...flow.removals]).toEqual([['nullified', 1]]);
  });

  it('a reinstatement is an addition', () => {
    const entries: Entry[] = [
      ['2025-01-15', facts.missed()],
      ['2025-01-20', facts.missed()],
      ['2025-01-21', { kind: 'missed-appointments-reviewed', conclusion: 'No risk found' }],
      ['2025-02-20', facts.discharged('not-brought')],
      ['2025-03-10', { kind: 'reinstated', reason: 'Rang' }],
    ];
    const referral = referralOf(paediatrics, '2025-01-06', entries);
    expect(flowOf([referral], '2025-02-28', '2025-03-31')).toMatchObject({
      opening: 0,
      additions: 1,
      removed: 0,
      closing: 1,
    });
    expect(flowOf([referral], '2025-02-10', '2025-03-31')).toMatchObject({
      opening: 1,
      additions: 0,
      removed: 0,
      closing: 1,
    });
  });
});
