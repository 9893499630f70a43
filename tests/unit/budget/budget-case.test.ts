import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { budgetCase } from '../../../shared/domain/budget/budget-case.ts';
import { englandAndWales } from '../../../shared/domain/calendar/bank-holidays.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Case } from '../../../shared/domain/case/case.ts';
import type { CaseContext } from '../../../shared/domain/case/case-type.ts';
import { openCase, recordOnCase, stateOfCase } from '../../../shared/domain/case/record-case.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { eventsOf, planOf, route, stateOf, type Told, untilLive } from './budgets.ts';

const context: CaseContext = {
  policy: liverpool,
  person: { birthDate: localDate('2014-02-11'), flags: [], diedOn: null, gpPractice: null },
  asAt: localDate('2026-03-01'),
  holidays: englandAndWales,
};
const live = untilLive(planOf({ 'direct-payment': 1_300_000, notional: 100_000 }, '2025-04-01'));
const pay: Told = ['2025-04-01', { kind: 'payment-made', type: 'direct-payment', amountPence: 900_000 }];

function recorderOf(eventId: string) {
  const recordedAt = parseInstant('2026-03-01T09:00:00.000Z');
  return { eventId, recordedAt, by: { actor: 'actor-1', role: 'administrator' }, hash: sha256 };
}

function kept(told: readonly Told[]): Case {
  const [first, ...rest] = eventsOf(told);
  if (first === undefined) throw new RangeError('A budget begins with its request');
  const identity = { id: 'budget-1', place: 'liverpool', personId: 'person-1' };
  const opened = openCase(budgetCase, identity, first, recorderOf(first.id), context);
  return rest.reduce((budget, event) => recordOnCase(budgetCase, budget, event, recorderOf(event.id), context), opened);
}

describe('A budget as a case', () => {
  it('tells its lists where it stands, what is due and how it is held', () => {
    const state = stateOfCase(budgetCase, kept([...live, pay]), context);
    expect(state && budgetCase.summary(state, context)).toEqual({
      status: 'live',
      due: { on: '2025-07-01', what: 'budget-review' },
      waitingOn: null,
      group: 'direct-payment',
      more: ['direct-payment notional', '1400000', '900000'],
    });
    expect(budgetCase.service(state ?? budgetCase.fold([], context), liverpool)).toBe('personal-health-budgets');
  });

  it('keeps every entry of its ledger: a mistake is reversed, not struck out', () => {
    const budget = kept([...live, pay]);
    const mistake = {
      facts: { kind: 'recorded-in-error', eventId: `event-${live.length}`, reason: 'Twice' },
      on: context.asAt,
    };
    expect(() => recordOnCase(budgetCase, budget, mistake, recorderOf('error-1'), context)).toThrow(
      expect.objectContaining({ code: 'reverse-instead' }),
    );
    const reversal = {
      facts: { kind: 'entry-reversed', entryId: `event-${live.length}`, reason: 'Twice' },
      on: context.asAt,
    };
    const reversed = recordOnCase(budgetCase, budget, reversal, recorderOf('reversal-1'), context);
    expect(stateOfCase(budgetCase, reversed, context)?.entries.map(({ effectPence }) => effectPence)).toEqual([
      900_000, -900_000,
    ]);
  });

  it('refuses to take out what later entries rest on', () => {
    const budget = kept([...live, pay]);
    const signed = budget.events.find(({ facts }) => facts.kind === 'agreement-signed');
    const mistake = {
      facts: { kind: 'recorded-in-error', eventId: signed?.id ?? '', reason: 'Not signed' },
      on: context.asAt,
    };
    expect(() => recordOnCase(budgetCase, budget, mistake, recorderOf('error-2'), context)).toThrow(
      expect.objectContaining({ code: 'contradicts-history' }),
    );
  });

  it('is read a payment of a later day only once the day has come', () => {
    const earlier = stateOfCase(budgetCase, kept([...live, pay]), { ...context, asAt: localDate('2025-03-31') });
    expect(earlier).toBeUndefined();
  });

  it('stays open after its end while money is asked back or somebody waits for an answer', () => {
    const ended: readonly Told[] = [
      ...live,
      ['2025-09-01', { kind: 'ended', why: 'person-chose', reason: 'They asked', reconsideration: route }],
    ];
    const asked: Told = [
      '2025-09-02',
      { kind: 'reconsideration-asked', decisionId: `event-${live.length}`, askedBy: 'parent', reason: 'Too soon' },
    ];
    expect([budgetCase.isOpen(stateOf(ended)), budgetCase.isOpen(stateOf([...ended, asked]))]).toEqual([false, true]);
    expect(budgetCase.deadlines(stateOf([...ended, asked]), context).map(({ kind, due }) => [kind, due])).toEqual([
      ['budget-reconsideration', '2025-09-30'],
    ]);
  });
});
