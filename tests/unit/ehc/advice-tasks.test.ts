import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { missingOnAdvice } from '../../../shared/domain/ehc/advice-tasks.ts';
import { advice, asked, asking, assessment, eventIdAt, request } from './history.ts';

type Lines = Parameters<typeof assessment>[0];

const today = localDate('2025-05-01');
const id = 'case000000000001';
const requested: Lines = [
  ['2025-01-13', request],
  ['2025-01-20', asking('salt', 'ot')],
];
const askings = (lines: Lines) => assessment(lines, '2025-05-01').state.asked;
const kept = (lines: Parameters<typeof advice>[0]) => {
  const { state, kept: one } = advice(lines, '2025-05-01');
  return { state, events: one.events };
};

describe('The advice that an assessment asks for', () => {
  it('is one task a service, from the day its body received the request', () => {
    const [salt] = askings(requested);
    if (salt === undefined) throw new Error('SALT is asked');
    const missing = missingOnAdvice(id, salt, undefined, today);
    expect(missing).toEqual([{ on: '2025-01-20', facts: asked('salt') }]);
    const task = kept([['2025-01-20', asked('salt')]]);
    expect(missingOnAdvice(id, salt, task, today)).toEqual([]);
    expect(askings(requested).map(({ service, round }) => [service, round])).toEqual([
      ['salt', 0],
      ['ot', 0],
    ]);
  });

  it('ends with the assessment where it is still owed, and stands where it came', () => {
    const [salt] = askings([...requested, ['2025-02-20', { kind: 'closed', reason: 'moved-away' }]]);
    if (salt === undefined) throw new Error('SALT is asked');
    const withdrawn = { on: '2025-02-20', facts: { kind: 'withdrawn', reason: 'assessment-ended' } };
    expect(missingOnAdvice(id, salt, kept([['2025-01-20', asked('salt')]]), today)).toEqual([withdrawn]);
    expect(missingOnAdvice(id, salt, undefined, today)).toEqual([
      { on: '2025-01-20', facts: asked('salt') },
      withdrawn,
    ]);
    const came = kept([
      ['2025-01-20', asked('salt')],
      ['2025-02-10', { kind: 'returned' }],
    ]);
    expect(missingOnAdvice(id, salt, came, today)).toEqual([]);
    const ended = kept([
      ['2025-01-20', asked('salt')],
      ['2025-02-20', withdrawn.facts],
    ]);
    expect(missingOnAdvice(id, salt, ended, today)).toEqual([]);
  });

  it('is owed again when the end was a mistake', () => {
    const [salt] = askings(requested);
    if (salt === undefined) throw new Error('SALT is asked');
    const ended = kept([
      ['2025-01-20', asked('salt')],
      ['2025-02-20', { kind: 'withdrawn', reason: 'assessment-ended' }],
    ]);
    expect(missingOnAdvice(id, salt, ended, today)).toMatchObject([
      { on: today, facts: { kind: 'recorded-in-error', eventId: eventIdAt(1) } },
    ]);
  });

  it('follows a request that is corrected: the wrong asking is a mistake, and the right one is recorded', () => {
    const [salt] = askings(requested);
    if (salt === undefined) throw new Error('SALT is asked');
    const wrong = kept([['2025-02-03', asked('salt', 'event-before-001')]]);
    expect(missingOnAdvice(id, salt, wrong, today)).toMatchObject([
      { on: today, facts: { kind: 'recorded-in-error', eventId: eventIdAt(0) } },
      { on: '2025-01-20', facts: asked('salt') },
    ]);
    expect(missingOnAdvice(id, null, wrong, today)).toMatchObject([{ facts: { kind: 'recorded-in-error' } }]);
    expect(missingOnAdvice(id, null, { state: undefined, events: wrong.events }, today)).toEqual([]);
  });

  it('is asked anew, as another task, when an assessment goes on after its advice had ended', () => {
    const again = askings([
      ...requested,
      ['2025-02-20', { kind: 'decision', outcome: 'do-not-assess' }],
      ['2025-04-10', { kind: 'decision', outcome: 'assess' }],
      ['2025-04-14', asking('salt')],
    ]);
    expect(again.map(({ service, round, endedOn }) => [service, round, endedOn])).toEqual([
      ['salt', 0, '2025-02-20'],
      ['ot', 0, '2025-02-20'],
      ['salt', 1, null],
    ]);
  });
});
