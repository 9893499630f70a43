import { describe, expect, it } from 'vitest';
import { chartOf } from '../../../functions/indicators-web/pages/variation.ts';
import { noRebases, rebasesOf, withRebase } from '../../../shared/domain/board/chart-rebases.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { toNumber } from '../../../shared/domain/number/fraction.ts';

const by = { id: 'AAAAAAAAAAAAAAAA', name: 'Grace', role: 'performance-lead' };
const event = { id: 'BBBBBBBBBBBBBBBB', at: parseInstant('2026-11-02T09:00:00Z'), by, requestHash: '' };
const months = ['2026-01', '2026-02', '2026-03', '2026-04'];
const asked = (from: string) => ({ measure: 'within' as const, from, reason: 'A second team' });
const nothing = noRebases('liverpool', 'SALT');
const once = withRebase(nothing, 'rebased', asked('2026-03'), event, months);

describe('limits drawn anew', () => {
  it('are in force for their chart alone, in the order of their months, until they are undone', () => {
    const twice = withRebase(once, 'rebased', asked('2026-02'), event, months);
    expect(rebasesOf(twice, 'within').map(({ from }) => from)).toEqual(['2026-02', '2026-03']);
    expect(rebasesOf(twice, 'open')).toEqual([]);
    const undone = withRebase(twice, 'undone', asked('2026-03'), event, months);
    expect(rebasesOf(undone, 'within').map(({ from }) => from)).toEqual(['2026-02']);
    expect([undone.version, undone.events.length]).toEqual([3, 3]);
    const again = withRebase(undone, 'rebased', asked('2026-03'), event, months);
    expect(rebasesOf(again, 'within')).toHaveLength(2);
  });

  it.each([
    ['a month of no figure', nothing, 'rebased', '2025-12', 'month-not-in-series'],
    ['the first month', nothing, 'rebased', '2026-01', 'first-month'],
    ['the same month twice', once, 'rebased', '2026-03', 'already-rebased'],
    ['what is not there, to undo it', once, 'undone', '2026-04', 'not-rebased'],
  ] as const)('are refused for %s', (_case, paper, kind, from, code) => {
    expect(() => withRebase(paper, kind, asked(from), event, months)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a chart', () => {
  const values = [70, 71, null, 70, 72, 85, 86, null, 85, 87];
  const points = values.map((value, at) => ({ month: `2026-${String(at + 1).padStart(2, '0')}`, value }));
  const chart = (from: string) =>
    chartOf({ points, rebases: [{ from, reason: 'A second team' }], lowerIsBetter: false, target: 80 });

  it('has limits of its own before and after, of the months that have a figure', () => {
    const parts = chart('2026-06')?.parts ?? [];
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [0, 4],
      [5, 9],
    ]);
    expect(parts.map(({ chart: { limits } }) => toNumber(limits.mean))).toEqual([70.75, 85.75]);
    expect(chart('2026-06')?.latest?.assurance).toBe('consistently-passes');
  });

  it('begins anew at the next month with a figure, where the month has none', () => {
    expect(chart('2026-08')?.parts[1]?.from).toBe(8);
  });

  it('says nothing of fewer than four months since, and draws them all the same', () => {
    expect(chart('2026-09')?.latest).toBeUndefined();
    expect(chart('2026-09')?.parts).toHaveLength(2);
  });

  it('is one part where the month is before all, or after', () => {
    for (const from of ['2025-01', '2027-01']) expect(chart(from)?.parts).toHaveLength(1);
  });
});
