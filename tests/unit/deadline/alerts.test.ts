import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { chaseLadderSchema, ehcAdviceChases, nextChase } from '../../../shared/domain/deadline/chase.ts';
import { alertKey, crossed, nextAlert, nextAlertDate } from '../../../shared/domain/deadline/deadline.ts';
import { deadlineFrom, ladders } from '../../../shared/domain/deadline/ladder.ts';

const start = localDate('2025-01-01');
const deadline = deadlineFrom(ladders.eighteenWeeks, { kind: 'eighteen-weeks', start });
const names = (asAt: string, alerted: ReadonlySet<string> = new Set()) =>
  crossed(deadline, localDate(asAt), alerted).map(({ threshold }) => threshold);
const key = (threshold: string) => `eighteen-weeks#2025-01-01#${threshold}`;

describe('Alerts', () => {
  it('a threshold is crossed on its day and stays so until somebody is told', () => {
    expect(['2025-04-05', '2025-04-06', '2025-04-24'].map((day) => names(day))).toEqual([[], ['amber'], ['amber']]);
    expect(names('2025-04-24', new Set([key('amber')]))).toEqual([]);
  });

  it('a run that was missed is caught up, in order, and nothing is told twice', () => {
    expect(names('2025-06-01')).toEqual(['amber', 'approaching', 'breach']);
    expect(names('2025-06-01', new Set([key('approaching')]))).toEqual(['amber', 'breach']);
    expect(names('2025-06-01', new Set(deadline.warnOn.map((warning) => alertKey(deadline, warning))))).toEqual([]);
  });

  it('fires again only when the clock starts on another day', () => {
    const alerted = new Set(deadline.warnOn.map((warning) => alertKey(deadline, warning)));
    const restarted = deadlineFrom(ladders.eighteenWeeks, { kind: 'eighteen-weeks', start: localDate('2025-02-01') });
    expect(crossed(restarted, localDate('2025-12-01'), alerted)).toHaveLength(3);
    const moved = {
      ...deadline,
      due: localDate('2025-05-09'),
      warnOn: deadline.warnOn.map((w) => ({ ...w, on: localDate('2025-05-09') })),
    };
    expect(crossed(moved, localDate('2025-12-01'), alerted)).toEqual([]);
  });

  it('the next alert is the first that nobody was told of, and there is none after the last', () => {
    const alerted = new Set<string>();
    const order = deadline.warnOn.map(() => {
      const next = nextAlert(deadline, alerted);
      if (next !== undefined) alerted.add(alertKey(deadline, next));
      return next?.on;
    });
    expect(order).toEqual(['2025-04-06', '2025-04-25', '2025-05-08']);
    expect(nextAlert(deadline, alerted)).toBeUndefined();
    expect(nextAlertDate([deadline], alerted)).toBeUndefined();
  });

  it('several deadlines need looking at when the first of them does', () => {
    const longWait = deadlineFrom(ladders.longWaits, { kind: 'long-waits', start });
    expect(nextAlertDate([longWait, deadline], new Set())).toBe('2025-04-06');
    const told = new Set(deadline.warnOn.map((warning) => alertKey(deadline, warning)));
    expect(nextAlertDate([longWait, deadline], told)).toBe('2026-01-01');
    expect(nextAlertDate([], new Set())).toBeUndefined();
  });
});

describe('Chases', () => {
  const asked = localDate('2025-03-03');
  const chases = (count: number) => {
    const days: string[] = [];
    for (
      let last = nextChase(ehcAdviceChases, asked);
      days.length < count && last;
      last = nextChase(ehcAdviceChases, asked, last)
    ) {
      days.push(last);
    }
    return days;
  };

  it('come on days 14, 28, 35 and 40 and then daily from day 43', () => {
    expect(chases(7)).toEqual([
      '2025-03-17',
      '2025-03-31',
      '2025-04-07',
      '2025-04-12',
      '2025-04-15',
      '2025-04-16',
      '2025-04-17',
    ]);
  });

  it('several missed days make one chase', () => {
    expect(nextChase(ehcAdviceChases, asked, localDate('2025-04-02'))).toBe('2025-04-07');
    expect(nextChase(ehcAdviceChases, asked, localDate('2025-05-20'))).toBe('2025-05-21');
  });

  it('are data: a day below 1 or half a day is refused', () => {
    expect(chaseLadderSchema.safeParse(ehcAdviceChases).success).toBe(true);
    const nonsense = [
      { days: [0], dailyFrom: null },
      { days: [1.5], dailyFrom: null },
      { days: [14], dailyFrom: 0 },
    ];
    expect(nonsense.map((ladder) => chaseLadderSchema.safeParse(ladder).success)).toEqual([false, false, false]);
  });

  it('end where a ladder has no daily part', () => {
    expect(nextChase({ days: [7], dailyFrom: null }, asked)).toBe('2025-03-10');
    expect(nextChase({ days: [7], dailyFrom: null }, asked, localDate('2025-03-10'))).toBeUndefined();
    expect(nextChase({ days: [], dailyFrom: null }, asked)).toBeUndefined();
  });
});
