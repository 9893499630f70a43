import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { ehcAdvice } from '../../../shared/domain/ehc/advice-type.ts';
import { countAdvice, onTimeRates } from '../../../shared/domain/ehc/on-time.ts';
import { qualityItems } from '../../../shared/domain/ehc/quality.ts';
import { advice, asked, because } from './history.ts';

const checklist = Object.fromEntries(qualityItems.map((item) => [item, 'met']));

describe('Advice of one service, as a case', () => {
  it('E6-04, E6-05 passing it on restarts nothing', () => {
    const on = (returned: string) =>
      advice(
        [
          ['2025-03-03', asked('salt')],
          ['2025-03-12', { kind: 'passed-on' }],
          [returned, { kind: 'returned' }],
        ],
        '2025-06-01',
      ).state.timeliness;
    expect(on('2025-04-14')).toMatchObject({ due: '2025-04-14', day: 42, standing: 'on-time' });
    expect(on('2025-04-15')).toMatchObject({ day: 43, standing: 'late', daysLate: 1 });
  });

  it('E6-06 a missed appointment makes an exception only with code, evidence and approver', () => {
    const missed = [
      ['2025-05-06', asked('ot')],
      ['2025-06-03', { kind: 'appointment-missed' }],
    ] as const;
    const late = [['2025-06-30', { kind: 'returned' }]] as const;
    const exception = { kind: 'exception', ground: 'missed-appointment', ...because };
    expect(advice([...missed, ...late], '2025-07-01').state.timeliness.standing).toBe('late');
    const { state } = advice([...missed, ['2025-06-05', exception], ...late], '2025-07-01');
    expect(state.timeliness).toMatchObject({ standing: 'late-exception', day: 55, due: '2025-06-17' });
    expect(onTimeRates(countAdvice([state.timeliness.standing]))).toEqual({
      withExceptions: 0,
      withoutExceptions: null,
    });
    for (const lacking of ['evidence', 'approver'])
      expect(() => advice([...missed, ['2025-06-05', { ...exception, [lacking]: '' }]], '2025-07-01')).toThrow(lacking);
    expect(() =>
      advice(
        [
          ['2025-05-06', asked('ot')],
          ['2025-06-05', exception],
        ],
        '2025-07-01',
      ),
    ).toThrow('Record it first');
  });

  it('E6-07 a waiting list is recorded and changes nothing: it is open, overdue from the day after, and alerted', () => {
    const lines = [
      ['2025-02-10', asked('salt')],
      ['2025-02-20', { kind: 'delay-explained', why: 'waiting-list' }],
    ] as const;
    const standing = (asAt: string) => advice(lines, asAt).state.timeliness.standing;
    expect(['2025-03-24', '2025-03-25'].map(standing)).toEqual(['awaited', 'overdue']);
    const { state, context } = advice(lines, '2025-03-25');
    expect(ehcAdvice.isOpen(state)).toBe(true);
    expect(ehcAdvice.deadlines(state, context)).toMatchObject([{ kind: 'ehc-advice', due: '2025-03-24' }]);
    expect(state.delays).toEqual([{ on: '2025-02-20', why: 'waiting-list' }]);
  });

  it('an exception ends the alerts and not the duty', () => {
    const lines = [
      ['2025-03-03', asked('camhs')],
      ['2025-03-20', { kind: 'exception', ground: 'exceptional-circumstances', ...because }],
    ] as const;
    const { state, context } = advice(lines, '2025-04-20');
    expect(ehcAdvice.deadlines(state, context)).toEqual([]);
    expect(ehcAdvice.summary(state, context)).toMatchObject({
      status: 'overdue-exception',
      due: { on: '2025-04-14', what: 'ehc-advice' },
    });
  });

  it('an absence must cover 4 weeks of the 6', () => {
    const away = (leftOn: string, returnedOn?: string) => () =>
      advice(
        [
          ['2025-03-03', asked('ot')],
          [
            '2025-05-01',
            { kind: 'exception', ground: 'absence', ...because, leftOn, ...(returnedOn && { returnedOn }) },
          ],
        ],
        '2025-05-02',
      );
    expect(away('2025-03-10', '2025-04-07')).not.toThrow();
    expect(away('2025-03-10', '2025-04-06')).toThrow('less than 4 weeks');
    expect(away('2025-03-17')).not.toThrow();
    expect(away('2025-03-18')).toThrow('less than 4 weeks');
    expect(away('2025-03-18', '2025-03-10')).toThrow('before the day they left');
  });

  it.each(['returned', 'not-known'])('“%s” ends the duty, in time on its day', (kind) => {
    const { state, context } = advice(
      [
        ['2025-03-03', asked('social-care')],
        ['2025-04-14', { kind }],
      ],
      '2025-05-01',
    );
    expect([ehcAdvice.isOpen(state), state.timeliness.standing, state.chaseFrom]).toEqual([false, 'on-time', null]);
    expect(ehcAdvice.summary(state, context)).toMatchObject({ due: null, status: 'on-time' });
  });

  it('existing advice is accepted only when author, authority and family all agreed to it', () => {
    const agreed = {
      kind: 'existing-advice-accepted',
      writtenOn: '2024-11-01',
      authorAgreedOn: '2025-03-10',
      authorityAgreedOn: '2025-03-11',
      familyAgreedOn: '2025-03-12',
    };
    const accepting = (facts: object) => () =>
      advice(
        [
          ['2025-03-03', asked('salt')],
          ['2025-03-12', { kind: 'existing-advice-accepted', ...facts }],
        ],
        '2025-04-01',
      );
    expect(accepting(agreed)().state.reply).toEqual({ on: '2025-03-12', how: 'existing-advice-accepted' });
    for (const consent of ['authorAgreedOn', 'authorityAgreedOn', 'familyAgreedOn']) {
      expect(accepting({ ...agreed, [consent]: undefined }), consent).toThrow(consent);
      expect(accepting({ ...agreed, [consent]: '2025-03-13' }), consent).toThrow('All three agree');
      expect(accepting({ ...agreed, [consent]: '2024-10-31' }), consent).toThrow('before it is written');
    }
  });

  it('is answered once; what was wrong is corrected, and the wait is again what it was', () => {
    const lines = [
      ['2025-03-03', asked('salt')],
      ['2025-04-01', { kind: 'returned' }],
    ] as const;
    expect(() => advice([...lines, ['2025-04-02', { kind: 'not-known' }]], '2025-05-01')).toThrow('has been answered');
    expect(() => advice([...lines, ['2025-04-02', { kind: 'chased', by: 'email' }]], '2025-05-01')).toThrow('answered');
  });

  it('quality is checked of advice that came, and leaves its timeliness as it is', () => {
    const lines = [
      ['2025-03-03', asked('salt')],
      ['2025-04-20', { kind: 'returned' }],
    ] as const;
    const { state } = advice([...lines, ['2025-05-01', { kind: 'quality-checked', checklist }]], '2025-05-01');
    expect([state.quality, state.timeliness]).toEqual([
      { on: '2025-05-01', score: 100 },
      advice(lines, '2025-05-01').state.timeliness,
    ]);
    expect(() =>
      advice(
        [
          ['2025-03-03', asked('salt')],
          ['2025-05-01', { kind: 'quality-checked', checklist }],
        ],
        '2025-05-01',
      ),
    ).toThrow('no advice yet');
    const { 'plain-language': _left, ...six } = checklist;
    expect(() =>
      advice([...lines, ['2025-05-01', { kind: 'quality-checked', checklist: six }]], '2025-05-01'),
    ).toThrow();
  });

  it('each chase moves the day of the next; one late chase stands for those that were missed', () => {
    const chases = (...days: readonly string[]) =>
      advice(
        [['2025-03-03', asked('salt')], ...days.map((day) => [day, { kind: 'chased', by: 'email' }] as const)],
        '2025-06-01',
      ).state.chaseFrom;
    expect(chases()).toBe('2025-03-17');
    expect(chases('2025-03-17')).toBe('2025-03-31');
    expect(chases('2025-04-08')).toBe('2025-04-12');
    expect(chases('2025-04-20')).toBe('2025-04-21');
  });

  it('a row written long ago says today that it is overdue', () => {
    const lines = [['2025-03-03', asked('salt')]] as const;
    const { state, context } = advice(lines, '2025-03-04');
    const row = ehcAdvice.summary(state, context);
    const statuses = ['2025-04-14', '2025-04-15'].map((day) => ehcAdvice.statusOn?.(row, localDate(day)));
    expect(statuses).toEqual(['awaited', 'overdue']);
    expect(ehcAdvice.service(state, context.policy)).toBe('salt');
    const under = advice(
      [...lines, ['2025-03-04', { kind: 'exception', ground: 'exceptional-circumstances', ...because }]],
      '2025-03-04',
    );
    const underRow = ehcAdvice.summary(under.state, under.context);
    expect(ehcAdvice.statusOn?.(underRow, localDate('2025-04-15'))).toBe('overdue-exception');
  });

  it('is asked of services that give advice in the place', () => {
    expect(() => advice([['2025-03-03', asked('plumbing')]], '2025-04-01')).toThrow('No such service');
    expect(() => advice([['2025-03-03', { kind: 'returned' }]], '2025-04-01')).toThrow('does not begin');
  });
});
