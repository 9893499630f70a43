/** The ladder of domain.md area 7 as the watch sees it: which thresholds are told on which day, and what comes next. */
import { describe, expect, it } from 'vitest';
import { type DeadlineKind, deadlineKinds } from '../../../shared/domain/alert/deadline-kinds.ts';
import { alertSeverityOf } from '../../../shared/domain/alert/severity.ts';
import { waitSeverity } from '../../../shared/domain/alert/wait-severity.ts';
import {
  type Alerted,
  crossings,
  nextWatchDate,
  toldThresholds,
  watchedDeadlines,
  withTold,
} from '../../../shared/domain/alert/watch-plan.ts';
import { addDays } from '../../../shared/domain/calendar/local-date.ts';
import { dutyKinds } from '../../../shared/domain/referral/duties.ts';
import { contextFor, day, type Entry, facts, policy, queueCalled, referralOf, stateOn } from '../referral/history.ts';

function deadlinesOf(queue: string, received: string, entries: Entry[], asAt: string, more = {}) {
  const context = contextFor(queue, more);
  const referral = referralOf(context, received, entries, { alreadyAccepted: true });
  return watchedDeadlines(stateOn(referral, context, asAt), context);
}

const standardOf = (queue: string, received: string) =>
  deadlinesOf(queue, received, [], received).filter(({ kind }) => kind === 'waiting-standard');

describe('the kinds that are watched', () => {
  it('are the standards and every duty of a referral', () => {
    const kinds: readonly string[] = deadlineKinds;
    expect(dutyKinds.filter((kind) => !kinds.includes(kind))).toEqual([]);
    expect(new Set(deadlineKinds).size).toBe(deadlineKinds.length);
  });
});

describe.each([
  ['126 d', 'SALT', [95, 114, 127]],
  ['91 d', 'ASD', [69, 82, 92]],
  ['28 d', 'CYPMH', [21, 26, 29]],
])('the ladder of %s', (_name, queue, days) => {
  const received = day('2025-01-06');

  it('is told a threshold a day it is crossed, and nothing on any other', () => {
    const deadlines = standardOf(queue, received);
    let alerted: readonly Alerted[] = [];
    const told: [number, string][] = [];
    for (let waited = 0; waited <= 200; waited += 1) {
      const due = crossings(deadlines, alerted, addDays(received, waited));
      for (const { warning } of due) told.push([waited, warning.threshold]);
      alerted = withTold(alerted, due);
    }
    expect(told).toEqual([
      [days[0], 'amber'],
      [days[1], 'approaching'],
      [days[2], 'breach'],
    ]);
    expect(nextWatchDate(deadlines, alerted)).toBeNull();
  });

  it('missed for weeks is told by its last threshold alone, which stands for the others', () => {
    const deadlines = standardOf(queue, received);
    const due = crossings(deadlines, [], addDays(received, days[2] ?? 0));
    expect(due.map(({ warning }) => warning.threshold)).toEqual(['breach']);
    const [standard] = deadlines;
    expect(standard && toldThresholds(standard, withTold([], due))).toEqual(['amber', 'approaching', 'breach']);
  });
});

describe('long waits', () => {
  it('are told on days 365, 456, 547 and 729, as more than a breach', () => {
    const received = day('2024-04-01');
    const deadlines = deadlinesOf('SALT', received, [], received).filter(({ kind }) => kind === 'long-wait');
    const days = [365, 456, 547, 729];
    expect(deadlines[0]?.warnOn.map(({ on }) => on)).toEqual(days.map((waited) => addDays(received, waited)));
    expect(deadlines[0]?.warnOn.map(({ severity }) => alertSeverityOf('long-wait', severity))).toEqual(
      days.map(() => 'long-wait'),
    );
  });
});

describe('a change of the clock', () => {
  const alertedAmber: readonly Alerted[] = [{ kind: 'waiting-standard', start: day('2025-01-06'), threshold: 'amber' }];

  it('that starts it anew is told of anew', () => {
    const restarted: Entry[] = [
      ['2025-02-03', facts.missed({ first: true, communicationProven: true })],
      ['2025-02-10', { kind: 'new-date-agreed', by: 'family' } as never],
    ];
    const deadlines = deadlinesOf('PAEDS', '2025-01-06', restarted, '2025-06-30');
    const standard = deadlines.find(({ kind }) => kind === 'waiting-standard');
    expect(standard?.start).toBe('2025-02-10');
    expect(crossings(deadlines, alertedAmber, day('2025-05-16')).map(({ warning }) => warning.threshold)).toContain(
      'amber',
    );
  });

  it('that stops it leaves nothing to be told', () => {
    const seen: Entry[] = [['2025-04-14', facts.contact()]];
    const kinds = deadlinesOf('SALT', '2025-01-06', seen, '2025-04-14').map(({ kind }) => kind);
    expect(kinds).not.toContain('waiting-standard');
    expect(kinds).not.toContain('long-wait');
  });
});

describe('what the place keeps silent', () => {
  const kindsWarnedOf = (silent: readonly { kinds: DeadlineKind[]; severities: ('amber' | 'breach')[] }[]) => {
    const loud = { ...policy, alerts: { ...policy.alerts, silent: [...silent] } };
    const context = contextFor('SALT', { policy: loud });
    const referral = referralOf(context, '2025-04-16');
    return watchedDeadlines(stateOn(referral, context, '2025-04-16'), context)
      .filter(({ kind }) => kind === 'triage')
      .flatMap(({ warnOn }) => warnOn.map(({ threshold }) => threshold));
  };

  it('raises no alert, and everything else does', () => {
    expect(kindsWarnedOf([])).toEqual(['amber', 'breach']);
    expect(kindsWarnedOf([{ kinds: ['triage'], severities: ['amber'] }])).toEqual(['breach']);
    expect(kindsWarnedOf(policy.alerts.silent as never)).toEqual(['breach']);
  });
});

describe('a wait on a list', () => {
  it.each([
    [94, null],
    [95, 'amber'],
    [114, 'approaching'],
    [127, 'breach'],
    [364, 'breach'],
    [365, 'long-wait'],
  ])('of %i days has come to %s', (waited, severity) => {
    const start = day('2025-01-06');
    expect(waitSeverity(start, queueCalled('SALT'), addDays(start, waited))).toBe(severity);
  });
});
