/** What the early life of a budget comes to, told as what happened. */
import { describe, expect, it } from 'vitest';
import { budgetCheckpoints } from '../../../shared/domain/budget/checkpoint.ts';
import { afterEvent, type BudgetEvent, foldBudget } from '../../../shared/domain/budget/fold.ts';
import { owed, pocketsOf } from '../../../shared/domain/budget/money.ts';
import type { CaseEvent } from '../../../shared/domain/case/case.ts';
import { eventsOf, planOf, route, type Told, untilLive } from './budgets.ts';

const plan = planOf({ 'direct-payment': 1_200_000 }, '2024-04-01');
const paid = (amountPence: number) => ({ kind: 'payment-made', type: 'direct-payment', amountPence }) as const;
const spent = (amountPence: number) =>
  ({ kind: 'spent', type: 'direct-payment', amountPence, category: 'assistant', payee: 'provider' }) as const;
const promised = (amountPence: number) =>
  ({ kind: 'committed-set', type: 'direct-payment', amountPence, note: 'Wages' }) as const;
const noticed = (surplusPence: number) =>
  ({
    ...{ kind: 'recovery-noticed', type: 'direct-payment', reasons: ['accumulated-unspent'], explanation: 'Unspent' },
    ...{ surplusPence, outsidePlanPence: 0, payBy: '2025-06-30', payer: 'representative', reconsideration: route },
  }) as never;
const returned = (amountPence: number, noticeId: string) =>
  ({ kind: 'money-returned', type: 'direct-payment', amountPence, of: 'surplus', noticeId }) as const;

const early = (told: readonly Told[]) => eventsOf([...untilLive(plan), ...told]);
const taken = (events: readonly BudgetEvent[], later: readonly BudgetEvent[] = []) =>
  budgetCheckpoints.take(undefined, events as readonly CaseEvent<never>[], later as readonly CaseEvent<never>[]);

describe('The checkpoint of a budget', () => {
  it('brings forward what was paid and spent, the last financial year by itself', () => {
    const events = early([
      ['2024-04-02', paid(100_000)],
      ['2024-05-02', paid(100_000)],
      ['2024-06-01', spent(30_000)],
      ['2025-04-02', paid(100_000)],
      ['2025-05-02', paid(50_000)],
      ['2025-06-01', { kind: 'noted', note: 'Rang the family' }],
    ]);
    const { lines, decisions, lastEventOn } = taken(events);
    expect(lines.map(({ id, on, what, amountPence, effectPence }) => [id, on, what, amountPence, effectPence])).toEqual(
      [
        ['forward-1', '2024-04-02', 'payment', 200_000, 200_000],
        ['forward-2', '2024-06-01', 'spent', 30_000, -30_000],
        ['forward-3', '2025-04-02', 'payment', 150_000, 150_000],
      ],
    );
    expect(decisions.map(({ facts }) => facts.kind)).toEqual(untilLive(plan).map(([, { kind }]) => kind));
    expect(lastEventOn).toBe('2025-06-01');
  });

  it('leaves out an entry with its reversal, and what was promised before', () => {
    const events = early([
      ['2024-04-02', paid(100_000)],
      ['2024-05-02', paid(77_000)],
    ]);
    const wrong = events.at(-1)?.id ?? '';
    const more = early([
      ['2024-04-02', paid(100_000)],
      ['2024-05-02', paid(77_000)],
      ['2024-05-03', { kind: 'entry-reversed', entryId: wrong, reason: 'Twice' }],
      ['2024-05-04', promised(5_000)],
      ['2024-05-05', promised(7_000)],
    ]);
    const { lines, decisions } = taken(more);
    expect(lines.map(({ amountPence }) => amountPence)).toEqual([100_000]);
    expect(decisions.at(-1)?.facts).toMatchObject({ kind: 'committed-set', amountPence: 7_000 });
    expect(decisions.filter(({ facts }) => facts.kind === 'committed-set')).toHaveLength(1);
  });

  it('keeps by itself the entry that a later event takes out', () => {
    const events = early([
      ['2024-04-02', paid(100_000)],
      ['2024-05-02', paid(77_000)],
    ]);
    const wrong = events.at(-1)?.id ?? '';
    const reversal = {
      id: 'later',
      on: '2026-01-05',
      facts: { kind: 'entry-reversed', entryId: wrong, reason: 'Twice' },
    };
    const content = taken(events, [reversal as unknown as BudgetEvent]);
    expect(content.lines.map(({ id, amountPence }) => [id, amountPence])).toEqual([
      ['forward-1', 100_000],
      [wrong, 77_000],
    ]);
    const state = afterEvent(budgetCheckpoints.state(content), reversal as unknown as BudgetEvent);
    expect(pocketsOf(state)[0]).toMatchObject({ paidPence: 100_000, balancePence: 100_000 });
  });

  it('tells each notice’s own money from that of another', () => {
    const noticesFrom = untilLive(plan).length + 1;
    const [one, two] = [`event-${noticesFrom}`, `event-${noticesFrom + 1}`];
    const events = early([
      ['2024-04-02', paid(500_000)],
      ['2025-04-01', noticed(10_000)],
      ['2025-04-02', noticed(20_000)],
      ['2025-04-10', returned(4_000, one)],
      ['2025-04-11', returned(5_000, two)],
      ['2025-04-12', returned(6_000, two)],
    ]);
    const asked = (notices: Parameters<typeof owed>[0][]) => notices.map((notice) => owed(notice).surplusPence);
    const state = budgetCheckpoints.state(taken(events));
    expect(asked([...state.notices])).toEqual([6_000, 9_000]);
    expect(asked([...foldBudget(events).notices])).toEqual([6_000, 9_000]);
  });
});
