import { describe, expect, it } from 'vitest';
import { type BudgetFacts, budgetFactsSchema } from '../../../shared/domain/budget/facts.ts';
import {
  balanceOf,
  plannedPayments,
  pocket,
  pocketSurplus,
  spendByCategory,
} from '../../../shared/domain/budget/money.ts';
import { isOpenBudget, planOf as planInForce, stageOn } from '../../../shared/domain/budget/state.ts';
import { statementOf } from '../../../shared/domain/budget/statement.ts';
import { financialYearOf } from '../../../shared/domain/calendar/financial-year.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { context, planOf, refusalOf, route, stateOf, type Told, untilAgreed, untilLive } from './budgets.ts';

const direct = planOf({ 'direct-payment': 1_300_000 }, '2025-04-01');
const live = untilLive(direct);
const pay = (on: string, amountPence: number, type: 'direct-payment' | 'third-party' = 'direct-payment'): Told => [
  on,
  { kind: 'payment-made', type, amountPence },
];
const spend = (on: string, amountPence: number, more: Partial<BudgetFacts<'spent'>> = {}): Told => [
  on,
  { kind: 'spent', type: 'direct-payment', amountPence, category: 'assistant', payee: 'provider', ...more },
];
const review = (on: string): Told => [
  on,
  { kind: 'review-held', outcome: 'recover-surplus', goalsMet: 0, note: 'Money piles up' },
];
const notice = (on: string, surplusPence: number, payBy: string): Told => [
  on,
  {
    kind: 'recovery-noticed',
    type: 'direct-payment',
    reasons: ['accumulated-unspent'],
    explanation: 'A substantial part is unspent',
    surplusPence,
    outsidePlanPence: 0,
    payBy: localDate(payBy),
    payer: 'representative',
    reconsideration: route,
  },
];
const suspended: Told = [
  '2025-06-01',
  { kind: 'suspended', why: 'in-hospital', reason: 'Long stay', reconsideration: route },
];
const ended: Told = [
  '2025-09-01',
  { kind: 'ended', why: 'person-chose', reason: 'They asked', reconsideration: route },
];

describe('What can happen to a budget, and what is refused', () => {
  it.each<[why: string, told: readonly Told[], refusal: string | undefined]>([
    ['a budget begins with its request', [['2025-04-01', { kind: 'planning-started' }]], '/facts/kind not-now'],
    [
      'nothing is paid before the plan is agreed',
      [...untilAgreed(direct).slice(0, 4), pay('2025-04-01', 1)],
      '/facts/kind not-agreed',
    ],
    [
      'nothing is paid before the agreement is signed',
      [...untilAgreed(direct), pay('2025-04-01', 1)],
      '/facts/kind agreement-unsigned',
    ],
    [
      'a direct payment does not go live without consent',
      [
        ...untilAgreed(direct),
        ['2025-04-01', { kind: 'agreement-signed', signedBy: 'representative', accountChecked: true }],
        ['2025-04-01', { kind: 'went-live' }],
      ],
      '/facts/kind consent-missing',
    ],
    ['a notional budget needs neither', untilLive(planOf({ notional: 100 }, '2025-04-01')), undefined],
    [
      'no money moves in a notional budget',
      [
        ...untilLive(planOf({ notional: 100 }, '2025-04-01')),
        ['2025-04-01', { kind: 'payment-made', type: 'notional', amountPence: 1 }],
      ],
      '/facts/type notional',
    ],
    [
      'a payment is of a part that the plan has',
      [...live, pay('2025-04-01', 1, 'third-party')],
      '/facts/type no-such-part',
    ],
    ['the year’s allocation can be paid to the penny', [...live, pay('2025-04-01', 1_300_000)], undefined],
    [
      'and not a penny more',
      [...live, pay('2025-04-01', 1_299_999), pay('2025-04-02', 2)],
      '/facts/amountPence over-allocation',
    ],
    [
      'the next year has an allocation of its own',
      [...live, pay('2025-04-01', 1_300_000), pay('2026-04-01', 1_300_000)],
      undefined,
    ],
    ['a suspended budget pays nothing', [...live, suspended, pay('2025-06-01', 1)], '/facts/kind suspended'],
    [
      'and pays again once resumed',
      [...live, suspended, ['2025-07-01', { kind: 'resumed', reason: 'Home again' }], pay('2025-07-01', 1)],
      undefined,
    ],
    ['an ended budget pays nothing', [...live, ended, pay('2025-09-02', 1)], '/facts/kind not-now'],
    [
      'no more is spent than the account holds',
      [...live, pay('2025-04-01', 100), spend('2025-04-02', 101)],
      '/facts/amountPence over-balance',
    ],
    [
      'what is spent is for a purpose of the plan',
      [...live, pay('2025-04-01', 100), spend('2025-04-02', 1, { category: 'holiday' })],
      '/facts/category category-unknown',
    ],
    [
      'a carer of the household is not paid',
      [...live, pay('2025-04-01', 100), spend('2025-04-02', 1, { payee: 'household-carer' })],
      '/facts/payee carer-not-approved',
    ],
    [
      'unless it was approved as exceptional',
      [
        ...live,
        pay('2025-04-01', 100),
        [
          '2025-04-01',
          {
            kind: 'household-carer-approved',
            relation: 'Aunt',
            exceptionalReason: 'Nobody else speaks her language',
            approvedBy: 'Head of complex care',
          },
        ],
        spend('2025-04-02', 1, { payee: 'household-carer' }),
      ],
      undefined,
    ],
    [
      'an entry is reversed once',
      [
        ...live,
        pay('2025-04-01', 100),
        ['2025-04-02', { kind: 'entry-reversed', entryId: `event-${live.length}`, reason: 'Paid twice' }],
        ['2025-04-03', { kind: 'entry-reversed', entryId: `event-${live.length}`, reason: 'Paid twice' }],
      ],
      '/facts/entryId reversed-before',
    ],
    [
      'a reversal is not reversed',
      [
        ...live,
        pay('2025-04-01', 100),
        ['2025-04-02', { kind: 'entry-reversed', entryId: `event-${live.length}`, reason: 'Paid twice' }],
        ['2025-04-03', { kind: 'entry-reversed', entryId: `event-${live.length + 1}`, reason: 'No' }],
      ],
      '/facts/entryId entry-unknown',
    ],
    [
      'a surplus is asked back only at a review',
      [...live, pay('2025-04-01', 900_000), notice('2025-05-01', 1, '2025-05-29')],
      '/facts/kind review-needed',
    ],
    [
      'never more than there is',
      [...live, pay('2025-04-01', 900_000), review('2025-05-01'), notice('2025-05-01', 700_001, '2025-05-29')],
      '/facts/surplusPence over-surplus',
    ],
    [
      'with 28 days to pay',
      [...live, pay('2025-04-01', 900_000), review('2025-05-01'), notice('2025-05-01', 700_000, '2025-05-28')],
      '/facts/payBy too-soon',
    ],
    [
      'exactly the surplus can be asked back',
      [...live, pay('2025-04-01', 900_000), review('2025-05-01'), notice('2025-05-01', 700_000, '2025-05-29')],
      undefined,
    ],
    [
      'what a notice asks for is not asked for twice',
      [
        ...live,
        pay('2025-04-01', 900_000),
        review('2025-05-01'),
        notice('2025-05-01', 700_000, '2025-05-29'),
        notice('2025-05-02', 1, '2025-05-30'),
      ],
      '/facts/surplusPence over-surplus',
    ],
    [
      'a reduction says how to have it reconsidered',
      [
        ...live,
        [
          '2025-05-01',
          { kind: 'plan-changed', plan: planOf({ 'direct-payment': 1_200_000 }, '2025-04-01'), reason: 'Needs less' },
        ],
      ],
      '/facts/reconsideration reconsideration-needed',
    ],
    [
      'an increase need not',
      [
        ...live,
        [
          '2025-05-01',
          { kind: 'plan-changed', plan: planOf({ 'direct-payment': 1_400_000 }, '2025-04-01'), reason: 'Needs more' },
        ],
      ],
      undefined,
    ],
    [
      'withdrawn consent stops payments',
      [...live, ['2025-05-01', { kind: 'consent-withdrawn', by: 'representative' }], pay('2025-05-02', 1)],
      '/facts/kind consent-withdrawn',
    ],
    [
      'until somebody consents again',
      [
        ...live,
        ['2025-05-01', { kind: 'consent-withdrawn', by: 'representative' }],
        ['2025-05-03', { kind: 'consent-given', by: 'representative', lacksCapacity: false }],
        pay('2025-05-03', 1),
      ],
      undefined,
    ],
    [
      'a child does not consent',
      [...live, ['2025-05-01', { kind: 'consent-given', by: 'young-person', lacksCapacity: false }]],
      '/facts/by under-16',
    ],
    [
      'only a decision is reconsidered',
      [
        ...live,
        ['2025-05-01', { kind: 'reconsideration-asked', decisionId: 'event-0', askedBy: 'parent', reason: 'No' }],
      ],
      '/facts/decisionId decision-unknown',
    ],
    ['a plan adds up', untilAgreed({ ...direct, annualPence: 1_300_001 }), '/facts/plan/parts parts-do-not-add-up'],
    [
      'every purpose serves a goal of the plan',
      untilAgreed({ ...direct, goals: [{ code: 'walk', text: 'Walks' }] }),
      '/facts/plan/categories/0/goals goal-unknown',
    ],
  ])('%s', (_why, told, refusal) => {
    expect(refusalOf(told)).toBe(refusal);
  });

  it('a refusal that is overturned is decided again, and the budget goes on', () => {
    const refused: readonly Told[] = [
      ...untilAgreed(direct).slice(0, 1),
      ['2025-04-02', { kind: 'found-not-eligible', reason: 'Not in continuing care', reconsideration: route }],
    ];
    expect([stateOf(refused).stage, isOpenBudget(stateOf(refused))]).toEqual(['not-eligible', false]);
    const again: readonly Told[] = [
      ...refused,
      [
        '2025-04-10',
        { kind: 'reconsideration-asked', decisionId: 'event-1', askedBy: 'parent', reason: 'He is, since March' },
      ],
      ['2025-04-20', { kind: 'reconsideration-decided', askedId: 'event-2', outcome: 'overturned', reason: 'He is' }],
      ['2025-04-21', { kind: 'found-eligible', reason: 'In continuing care' }],
    ];
    expect(refusalOf(again)).toBeUndefined();
    expect([stateOf(again).stage, stageOn(stateOf(again), localDate('2025-04-19'))]).toEqual([
      'eligible',
      'not-eligible',
    ]);
  });

  it('an overturned end brings back what stood before it; an overturned reduction its plan; an overturned notice asks for nothing', () => {
    const asked = (decision: number, day: string): readonly Told[] => [
      [day, { kind: 'reconsideration-asked', decisionId: `event-${decision}`, askedBy: 'parent', reason: 'Wrong' }],
      [
        day,
        { kind: 'reconsideration-decided', askedId: `event-${decision + 1}`, outcome: 'overturned', reason: 'It was' },
      ],
    ];
    const stopped = stateOf([...live, suspended, ended, ...asked(live.length + 1, '2025-10-01')]);
    expect([stopped.stage, stopped.ended]).toEqual(['suspended', undefined]);
    const less = planOf({ 'direct-payment': 1_000_000 }, '2025-04-01');
    const reduced: Told = ['2025-05-01', { kind: 'plan-changed', plan: less, reason: 'Less', reconsideration: route }];
    expect(planInForce(stateOf([...live, reduced, ...asked(live.length, '2025-06-01')]))?.annualPence).toBe(1_300_000);
    const noticed = [
      ...live,
      pay('2025-04-01', 900_000),
      review('2025-05-01'),
      notice('2025-05-01', 700_000, '2025-05-29'),
    ];
    const withdrawn = stateOf([...noticed, ...asked(live.length + 2, '2025-06-01')]);
    expect(pocketSurplus(withdrawn, 'direct-payment', context.policy).surplusPence).toBe(700_000);
  });
});

describe('What is said of an event', () => {
  it.each<[why: string, facts: unknown, fits: boolean]>([
    ['a payment of whole pence', { kind: 'payment-made', type: 'direct-payment', amountPence: 140_385 }, true],
    ['a part of a penny', { kind: 'payment-made', type: 'direct-payment', amountPence: 1403.85 }, false],
    ['nothing', { kind: 'payment-made', type: 'direct-payment', amountPence: 0 }, false],
    ['a fact that is not asked for', { kind: 'went-live', force: true }, false],
    ['a refusal without a way to have it reconsidered', { kind: 'found-not-eligible', reason: 'No' }, false],
    ['an end without a reason', { kind: 'ended', why: 'other', reason: ' ', reconsideration: route }, false],
    [
      'an indicative budget with one type on offer',
      { kind: 'indicative-set', annualPence: 1, allTypesOffered: false },
      false,
    ],
    ['a plan', { kind: 'agreed', plan: direct, agreedWith: 'parent' }, true],
  ])('%s', (_why, facts, fits) => {
    expect(budgetFactsSchema.safeParse(facts).success).toBe(fits);
  });
});

describe('What the money comes to', () => {
  const mixed = planOf({ 'direct-payment': 1_000_000, 'third-party': 300_000, notional: 200_000 }, '2025-09-01');

  it('plans a part year in instalments that add up to it', () => {
    const planned = plannedPayments(stateOf(untilLive(mixed)), localDate('2025-10-01'));
    const of = (type: string) =>
      planned.filter((payment) => payment.type === type).map(({ amountPence }) => amountPence);
    // 212 of 365 days.
    expect(of('direct-payment').reduce((sum, pence) => sum + pence, 0)).toBe(580_822);
    expect(of('third-party').reduce((sum, pence) => sum + pence, 0)).toBe(174_247);
    expect(of('notional')).toEqual([]);
    expect(of('direct-payment')).toHaveLength(8);
  });

  it('explains the balance line by line', () => {
    const told: readonly Told[] = [
      ...live,
      pay('2025-04-01', 100_000),
      spend('2025-04-20', 30_000),
      spend('2025-04-10', 5_000, { category: null }),
      ['2025-05-01', { kind: 'entry-reversed', entryId: `event-${live.length + 1}`, reason: 'Another budget’s' }],
    ];
    const state = stateOf(told);
    const statement = statementOf(state.entries, 'direct-payment', {
      from: localDate('2025-04-10'),
      to: localDate('2025-05-31'),
    });
    expect([
      statement.openingPence,
      ...statement.lines.map(({ balancePence }) => balancePence),
      statement.closingPence,
    ]).toEqual([100_000, 95_000, 65_000, 95_000, 95_000]);
    expect(balanceOf(state)).toBe(95_000);
    expect(pocket(state, 'direct-payment')).toMatchObject({
      paidPence: 100_000,
      spentPence: 5_000,
      outsidePlanPence: 5_000,
    });
    expect(spendByCategory(state, financialYearOf(localDate('2025-05-01')))).toEqual([
      { code: 'assistant', name: 'Personal assistant', plannedPence: 1_300_000, spentPence: 0 },
      { code: null, name: 'Outside the plan', plannedPence: 0, spentPence: 5_000 },
    ]);
  });

  it('keeps no reserve after the end', () => {
    const state = stateOf([...live, pay('2025-04-01', 150_000), ended]);
    expect(pocketSurplus(state, 'direct-payment', context.policy)).toMatchObject({
      reservePence: 0,
      surplusPence: 150_000,
    });
  });
});
