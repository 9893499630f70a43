import { describe, expect, it } from 'vitest';
import { budgetDeadlines, nextReview } from '../../../shared/domain/budget/budget-deadlines.ts';
import { recommendedBudgetPolicy as policy } from '../../../shared/domain/budget/budget-policy.ts';
import { collectionOf } from '../../../shared/domain/budget/collection.ts';
import { consentGap, consentTaskOpens, ownConsentFrom } from '../../../shared/domain/budget/consent.ts';
import type { BudgetFacts } from '../../../shared/domain/budget/facts.ts';
import { instalments } from '../../../shared/domain/budget/instalments.ts';
import { pocketSurplus } from '../../../shared/domain/budget/money.ts';
import { daysInYear, partYearPence } from '../../../shared/domain/budget/part-year.ts';
import { quarterOf, submissionDay } from '../../../shared/domain/budget/quarter.ts';
import { reviewDue } from '../../../shared/domain/budget/review.ts';
import { recoverablePence, surplusOf } from '../../../shared/domain/budget/surplus.ts';
import { financialYearOf } from '../../../shared/domain/calendar/financial-year.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { isMissed } from '../../../shared/domain/deadline/deadline.ts';
import { planOf, refusalOf, stateOf, type Told, untilAgreed, untilLive } from './budgets.ts';

describe('Personal health budgets, the worked examples (domain.md 4)', () => {
  it.each([
    [
      'P4-01',
      1_825_000,
      13,
      [
        [8, 140_385],
        [5, 140_384],
      ],
    ],
    [
      'P4-02',
      999_999,
      12,
      [
        [3, 83_334],
        [9, 83_333],
      ],
    ],
  ] as const)('%s instalments', (_id, annual, count, expected) => {
    const amounts = instalments(annual, count);
    expect(amounts).toEqual(expected.flatMap(([times, pence]) => Array.from({ length: times }, () => pence)));
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(annual);
  });

  it.each([
    ['P4-03', 1_825_000, '2025-09-01', '2026-03-31', 212, 365, 1_060_000],
    ['P4-04', 1_000_000, '2024-02-01', '2024-03-31', 60, 366, 163_934],
  ])('%s part of a year', (_id, annual, start, end, days, yearDays, expected) => {
    const [from, to] = [localDate(start), localDate(end)];
    const year = financialYearOf(from);
    expect([daysInYear({ from, to }, year), year.days]).toEqual([days, yearDays]);
    expect(partYearPence(annual, from, to)).toBe(expected);
  });

  it('P4-05 the first review is due three months on, clamped; the next twelve months after the one held', () => {
    const firstPaymentOn = localDate('2025-01-31');
    expect(reviewDue({ firstPaymentOn, lastReviewOn: undefined }, policy).due).toBe('2025-04-30');
    expect(reviewDue({ firstPaymentOn, lastReviewOn: localDate('2025-04-28') }, policy).due).toBe('2026-04-28');
  });

  it('P4-06 a review held on 29 February is due again on the 28th, and overdue from 1 March', () => {
    const plan = planOf({ 'direct-payment': 1_300_000 }, '2023-11-29');
    const state = stateOf([
      ...untilLive(plan),
      ['2023-11-29', { kind: 'payment-made', type: 'direct-payment', amountPence: 100 }],
      ['2024-02-29', { kind: 'review-held', outcome: 'continue', goalsMet: 1, note: 'Going well' }],
    ]);
    const born = { policy, birthDate: localDate('2014-01-01') };
    const review = budgetDeadlines(state, born).find(({ kind }) => kind === 'budget-review');
    expect(review?.due).toBe('2025-02-28');
    expect(review && [isMissed(review, localDate('2025-02-28')), isMissed(review, localDate('2025-03-01'))]).toEqual([
      false,
      true,
    ]);
    expect(review?.warnOn.map(({ on }) => on)).toEqual(['2025-01-31', '2025-02-21', '2025-03-01']);
  });

  it.each([
    ['P4-07', 612_000, 40_000, 1_825_000, 35_096, 280_768, 291_232],
    ['P4-08', 300_000, 25_000, 1_825_000, 35_096, 280_768, 0],
  ])('%s surplus', (_id, balancePence, committedPence, annualPence, weeklyPence, reservePence, surplusPence) => {
    expect(surplusOf({ balancePence, committedPence, annualPence, reserveWeeks: 8 })).toEqual({
      weeklyPence,
      reservePence,
      surplusPence,
    });
  });

  it('P4-09 what was spent outside the plan is asked back in full, though there is no surplus', () => {
    const holding = { balancePence: 120_000, committedPence: 0, annualPence: 1_040_000, reserveWeeks: 8 };
    expect(surplusOf(holding)).toEqual({ weeklyPence: 20_000, reservePence: 160_000, surplusPence: 0 });
    expect(recoverablePence(holding, 35_000)).toBe(35_000);
    const spent: readonly Told[] = [
      ...untilLive(planOf({ 'direct-payment': 1_040_000 }, '2025-04-01')),
      ['2025-04-01', { kind: 'payment-made', type: 'direct-payment', amountPence: 155_000 }],
      ['2025-05-01', { kind: 'spent', type: 'direct-payment', amountPence: 35_000, category: null, payee: 'other' }],
    ];
    const there = pocketSurplus(stateOf(spent), 'direct-payment', policy);
    expect([there.surplusPence, there.outsidePlanPence]).toEqual([0, 35_000]);
    const notice: BudgetFacts = {
      kind: 'recovery-noticed',
      type: 'direct-payment',
      reasons: ['used-outside-plan'],
      explanation: 'Spent on what the plan does not hold',
      surplusPence: 0,
      outsidePlanPence: 35_000,
      payBy: localDate('2025-05-30'),
      payer: 'representative',
      reconsideration: 'Write to us',
    };
    expect(refusalOf([...spent, ['2025-05-02', notice]])).toBeUndefined();
  });

  it('P4-10 from the 16th birthday payments need the young person’s consent, or a representative’s without capacity', () => {
    const birthDate = localDate('2009-11-03');
    expect([ownConsentFrom(birthDate), consentTaskOpens(birthDate, policy)]).toEqual(['2025-11-03', '2025-05-03']);
    const asked = { policy, birthDate };
    const plan = planOf({ 'direct-payment': 1_200_000 }, '2025-04-01', {
      payments: { rhythm: 'monthly', firstOn: localDate('2025-04-01') },
    });
    const before = untilLive(plan);
    const task = budgetDeadlines(stateOf(before), asked).find(({ kind }) => kind === 'budget-consent');
    expect([task?.start, task?.due, task?.warnOn[0]?.on]).toEqual(['2025-05-03', '2025-11-03', '2025-05-03']);

    const pay = (on: string): Told => [on, { kind: 'payment-made', type: 'direct-payment', amountPence: 100_000 }];
    const consent = (by: 'young-person' | 'representative', lacksCapacity: boolean): Told => [
      '2025-11-20',
      { kind: 'consent-given', by, lacksCapacity },
    ];
    expect(refusalOf([...before, pay('2025-11-01')], asked)).toBeUndefined();
    expect(refusalOf([...before, pay('2025-12-01')], asked)).toBe('/facts/kind own-consent-needed');
    expect(refusalOf([...before, consent('young-person', false), pay('2025-12-01')], asked)).toBeUndefined();
    expect(refusalOf([...before, consent('representative', true), pay('2025-12-01')], asked)).toBeUndefined();
    expect(refusalOf([...before, consent('representative', false)], asked)).toBe(
      '/facts/lacksCapacity capacity-presumed',
    );
    const settled = stateOf([...before, consent('young-person', false)]);
    expect(budgetDeadlines(settled, asked).some(({ kind }) => kind === 'budget-consent')).toBe(false);
    expect(consentGap(settled.consents, birthDate, localDate('2025-11-19'))).toBe('own-consent-needed');
  });

  it('P4-11 people of the year so far and live on the last day, by the strongest type of the year', () => {
    const day = '2025-05-01';
    const changed = planOf({ 'direct-payment': 500_000 }, day);
    const budgets = {
      A: untilLive(planOf({ 'direct-payment': 1_000_000 }, '2025-04-01')),
      B: [
        ...untilLive(planOf({ notional: 80_000 }, day, { oneOff: true })),
        [
          '2025-06-30',
          { kind: 'ended', why: 'completed', reason: 'The chair has come', reconsideration: 'Write to us' },
        ],
      ],
      C: [
        ...untilLive(planOf({ notional: 500_000 }, day)),
        ['2025-10-10', { kind: 'plan-changed', plan: changed, reason: 'The family asked for it' }],
      ],
      D: untilAgreed(planOf({ notional: 500_000 }, day)).slice(0, 3),
    } satisfies Record<string, readonly Told[]>;
    const counted = Object.entries(budgets).map(([personId, told]) => ({
      personId,
      birthDate: localDate('2012-06-01'),
      state: stateOf(told),
    }));
    const { everyone, children, adults } = collectionOf(counted, quarterOf(localDate('2025-12-31')));
    expect(everyone).toEqual({
      yearToDate: 3,
      byType: { 'direct-payment': 2, 'third-party': 0, notional: 1 },
      live: 2,
      suspended: 0,
    });
    expect([children.yearToDate, adults.yearToDate]).toEqual([3, 0]);
  });

  it.each([
    ['P4-12', '2025-06-30', 'Quarter 1 2025-26', '2025-07-01'],
    ['P4-12', '2025-12-31', 'Quarter 3 2025-26', '2026-01-02'],
  ])('%s the collection of %s is sent on the first working day of the next quarter', (_id, last, label, expected) => {
    const quarter = quarterOf(localDate(last));
    expect([quarter.label, quarter.last, submissionDay(quarter)]).toEqual([label, last, expected]);
  });

  it('a suspension does not put a review off', () => {
    const plan = planOf({ notional: 100_000 }, '2025-01-31');
    const state = stateOf([
      ...untilLive(plan),
      ['2025-02-10', { kind: 'suspended', why: 'in-hospital', reason: 'A long stay', reconsideration: 'Write to us' }],
    ]);
    expect(nextReview(state, { policy, birthDate: localDate('2012-06-01') })?.due).toBe('2025-04-30');
  });
});
