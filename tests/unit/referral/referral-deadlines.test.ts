import { describe, expect, it } from 'vitest';
import { alertKey } from '../../../shared/domain/deadline/deadline.ts';
import { plannedDates, referralDeadlines } from '../../../shared/domain/referral/referral-deadlines.ts';
import { contextFor, day, type Entry, facts, referralOf, stateOn } from './history.ts';

function deadlinesOf(queue: string, received: string, entries: Entry[], asAt: string, accepted = true) {
  const context = contextFor(queue);
  const referral = referralOf(context, received, entries, { alreadyAccepted: accepted });
  return referralDeadlines(stateOn(referral, context, asAt), context);
}

describe('the deadlines of a referral', () => {
  it.each([
    ['SALT', '2025-01-06', ['2025-04-11', '2025-04-30', '2025-05-13']],
    ['ASD', '2025-03-03', ['2025-05-11', '2025-05-24', '2025-06-03']],
    ['CYPMH', '2025-09-01', ['2025-09-22', '2025-09-27', '2025-09-30']],
  ])('%s received %s warns at 75%%, 90%% and the day after the last', (queue, received, days) => {
    const standard = deadlinesOf(queue, received, [], received).find(({ kind }) => kind === 'waiting-standard');
    expect(standard?.warnOn.map((warning) => warning.on)).toEqual(days);
  });

  it('D7-05: long waits are watched on the first day past each', () => {
    const long = deadlinesOf('SALT', '2024-04-01', [], '2024-04-01').find(({ kind }) => kind === 'long-wait');
    expect(long?.warnOn.map(({ on, threshold }) => [threshold, on])).toEqual([
      ['over-52-weeks', '2025-04-01'],
      ['over-65-weeks', '2025-07-01'],
      ['over-78-weeks', '2025-09-30'],
      ['over-104-weeks', '2026-03-31'],
    ]);
  });

  it('a local target is not watched a second time as a long wait', () => {
    const long = deadlinesOf('ADHD', '2024-04-01', [], '2024-04-01').find(({ kind }) => kind === 'long-wait');
    expect(long?.warnOn.map(({ threshold }) => threshold)).toEqual([
      'over-52-weeks',
      'over-65-weeks',
      'over-78-weeks',
      'over-104-weeks',
    ]);
  });

  it('triage and acknowledgement are due in five working days, and met by acceptance', () => {
    const fresh = deadlinesOf('SALT', '2025-04-16', [], '2025-04-16', false);
    expect(fresh.filter(({ kind }) => kind === 'triage' || kind === 'acknowledge').map(({ due }) => due)).toEqual([
      '2025-04-25',
      '2025-04-25',
    ]);
    const told = deadlinesOf(
      'SALT',
      '2025-04-16',
      [['2025-04-17', facts.familyContacted('acknowledgement')]],
      '2025-04-17',
      false,
    );
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['triage', 'waiting-standard']));
    expect(told.map(({ kind }) => kind)).not.toContain('acknowledge');
    const accepted = deadlinesOf(
      'SALT',
      '2025-04-16',
      [['2025-04-17', { kind: 'triage-accepted' }]],
      '2025-04-17',
      false,
    );
    expect(accepted.map(({ kind }) => kind)).not.toContain('triage');
  });

  it('an answer that is awaited is due on its last day', () => {
    const returned: Entry = ['2025-02-07', { kind: 'returned-for-information', questions: 'Which school?' }];
    const deadlines = deadlinesOf('SALT', '2025-02-03', [returned], '2025-02-10', false);
    expect(deadlines).toContainEqual(expect.objectContaining({ kind: 'information-answer', due: '2025-03-07' }));
    expect(deadlines.map(({ kind }) => kind)).not.toContain('triage');
  });

  it('a triage from before the list of bank holidays is overdue, and one past its end fails loudly', () => {
    expect(deadlinesOf('SALT', '2023-10-02', [], '2023-10-02', false)[0]).toMatchObject({ due: '2023-10-19' });
    const context = contextFor('SALT', { today: day('2028-12-29') });
    const referral = referralOf(context, '2028-12-28');
    expect(() => referralDeadlines(stateOn(referral, context, '2028-12-28'), context)).toThrow(
      expect.objectContaining({ kind: 'unavailable', code: 'bank-holidays-unknown' }),
    );
  });
});

describe('the dates a referral is looked for by', () => {
  const context = contextFor('SALT');
  const referral = referralOf(context, '2025-01-06', [['2025-01-08', { kind: 'triage-accepted' }]]);
  const planned = (entries: Entry[], asAt: string, alerted?: ReadonlySet<string>) =>
    plannedDates(referralOf(context, '2025-01-06', [['2025-01-08', { kind: 'triage-accepted' }], ...entries]), {
      ...context,
      asAt: day(asAt),
      ...(alerted !== undefined && { alerted }),
    });

  it('the earliest duty not met, and the first alert not raised', () => {
    expect(planned([], '2025-01-09')).toEqual({
      due: { on: '2025-03-31', kind: 'family-contact' },
      nextAlert: { on: '2025-03-31', kind: 'family-contact', threshold: 'amber' },
    });
    const missed = planned([['2025-02-03', facts.missed()]], '2025-02-03');
    expect(missed.due).toEqual({ on: '2025-02-05', kind: 'contact-after-missed' });
  });

  it('a missed day catches up: an alert not raised stays the next one, a raised one makes way', () => {
    const deadlines = referralDeadlines(stateOn(referral, context, '2025-05-20'), context);
    const raised = new Set<string>();
    const order: string[] = [];
    for (let count = 0; count < 9; count += 1) {
      const { nextAlert } = planned([], '2025-05-20', raised);
      if (nextAlert === null) break;
      order.push(`${nextAlert.kind} ${nextAlert.threshold} ${nextAlert.on}`);
      const deadline = deadlines.find(({ kind }) => kind === nextAlert.kind);
      const warning = deadline?.warnOn.find(({ threshold }) => threshold === nextAlert.threshold);
      if (deadline !== undefined && warning !== undefined) raised.add(alertKey(deadline, warning));
    }
    expect(order).toEqual([
      'family-contact amber 2025-03-31',
      'family-contact breach 2025-04-01',
      'waiting-standard amber 2025-04-11',
      'waiting-standard approaching 2025-04-30',
      'waiting-standard breach 2025-05-13',
      'long-wait over-52-weeks 2026-01-06',
      'long-wait over-65-weeks 2026-04-07',
      'long-wait over-78-weeks 2026-07-07',
      'long-wait over-104-weeks 2027-01-05',
    ]);
  });

  it('nothing is left to do or watch once it is over', () => {
    expect(planned([['2025-02-03', facts.discharged('moved-away')]], '2025-02-03')).toEqual({
      due: null,
      nextAlert: null,
    });
  });

  it('a standard that is over stays due until the child is seen', () => {
    const contacted: Entry[] = [['2025-05-19', facts.familyContacted('validation')]];
    expect(planned(contacted, '2025-06-01').due).toEqual({ on: '2025-05-12', kind: 'waiting-standard' });
    expect(planned([...contacted, ['2025-06-02', facts.contact()]], '2025-06-02').due).toBeNull();
  });
});
