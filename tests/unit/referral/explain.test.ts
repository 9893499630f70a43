import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import { type Explanation, explainWait } from '../../../shared/domain/referral/explain.ts';
import type { RecordContext } from '../../../shared/domain/referral/record-context.ts';
import { tierTarget, waitAgainstStandard } from '../../../shared/domain/referral/wait-against-standard.ts';
import { contextFor, day, type Entry, eventIdAt, facts, policy, queueCalled, referralOf, stateOn } from './history.ts';

function explained(
  context: RecordContext,
  received: string,
  entries: Entry[],
  asAt: string,
  receipt: Parameters<typeof referralOf>[3] = {},
): Explanation {
  return explainWait(referralOf(context, received, entries, receipt), { ...context, asAt: day(asAt) });
}

const lastLine = (explanation: Explanation) => explanation.lines.at(-1)?.text;
const effectOf = (explanation: Explanation, position: number) =>
  explanation.lines.find((line) => line.eventId === eventIdAt(position));

describe('the last line is the number shown', () => {
  it.each([
    [
      'W1-01',
      'SALT',
      '2025-01-06',
      '2025-05-12',
      '126 days = 18 weeks 0 days; within 18 weeks (126 days); last day inside: 12 May 2025; first day over: 13 May 2025; band 12-18 wk',
    ],
    [
      'W1-02',
      'SALT',
      '2025-01-06',
      '2025-05-13',
      '127 days = 18 weeks 1 day; over 18 weeks (126 days) by 1 day; last day inside: 12 May 2025; first day over: 13 May 2025; band 18-52 wk',
    ],
    [
      'W1-01 over a leap day',
      'OT',
      '2024-02-29',
      '2024-07-04',
      '126 days = 18 weeks 0 days; within 18 weeks (126 days); last day inside: 4 July 2024; first day over: 5 July 2024; band 12-18 wk',
    ],
    [
      'W1-02 over both clock changes',
      'SALT',
      '2024-10-20',
      '2025-02-24',
      '127 days = 18 weeks 1 day; over 18 weeks (126 days) by 1 day; last day inside: 23 February 2025; first day over: 24 February 2025; band 18-52 wk',
    ],
    [
      'seen on the day of receipt',
      'SALT',
      '2026-01-01',
      '2026-01-01',
      '0 days = 0 weeks 0 days; within 18 weeks (126 days); last day inside: 7 May 2026; first day over: 8 May 2026; band 0-1 wk',
    ],
    [
      'more than a year',
      'SALT',
      '2023-12-31',
      '2024-12-31',
      '366 days = 52 weeks 2 days; over 18 weeks (126 days) by 240 days; last day inside: 5 May 2024; first day over: 6 May 2024; band 52+ wk',
    ],
  ])('%s', (_, queue, received, seen, text) => {
    const explanation = explained(contextFor(queue), received, [[seen, facts.contact()]], '2026-06-01');
    expect(lastLine(explanation)).toBe(text);
    expect(explanation.policyVersion).toBe(1);
  });

  it('W1-10: 92 days are over 13 weeks and inside three calendar months', () => {
    const assessed: Entry = ['2025-10-01', { kind: 'assessment-started', byRole: 'Psychologist' }];
    const { wait } = explained(contextFor('ASD'), '2025-07-01', [assessed], '2026-01-01');
    expect(wait).toMatchObject({
      days: 92,
      within: false,
      standing: 'breached',
      daysOver: 1,
      lastDayInside: '2025-09-30',
    });
    expect(wait?.months).toEqual({ number: 3, lastDay: '2025-10-01', within: true });
  });

  it.each([
    ['2024-01-15', '2024-04-15', true, true],
    ['2024-01-15', '2024-04-16', false, false],
    ['2023-11-30', '2024-02-29', true, true],
    ['2025-11-30', '2026-03-01', true, false],
  ])('received %s, assessed %s: within 13 weeks %s, within three months %s', (received, on, weeks, months) => {
    const assessed: Entry = [on, { kind: 'assessment-started', byRole: 'Psychologist' }];
    const { wait } = explained(contextFor('ASD'), received, [assessed], '2026-06-01');
    expect([wait?.within, wait?.months?.within]).toEqual([weeks, months]);
  });

  it.each([
    [94, 'within'],
    [95, 'nearing'],
    [126, 'nearing'],
    [127, 'breached'],
  ])('day %i of 126 is %s', (days, standing) => {
    const clock = { startOn: day('2025-01-06'), startEventId: 'x' };
    expect(waitAgainstStandard(clock, days, queueCalled('SALT')).standing).toBe(standing);
  });
});

describe('the lines before it', () => {
  const missedFirst = facts.missed({ first: true, communicationProven: true });

  it('W1-04: the nullified clock, the new one and the family’s own wait', () => {
    const context = contextFor('PAEDS');
    const explanation = explained(
      context,
      '2025-02-03',
      [
        ['2025-04-14', missedFirst],
        ['2025-04-22', { kind: 'new-date-agreed' }],
        ['2025-06-02', { kind: 'treatment-started' }],
      ],
      '2025-06-02',
    );
    expect(explanation.lines.map(({ on, effect, days }) => [on, effect, days])).toEqual([
      ['2025-02-03', 'started', 0],
      ['2025-04-14', 'nullified', 70],
      ['2025-04-22', 'started', 0],
      ['2025-06-02', 'stopped-seen', 41],
      ['2025-06-02', 'counted', 41],
      ['2025-06-02', 'counted', 41],
    ]);
    expect(lastLine(explanation)).toMatch(/^41 days = 5 weeks 6 days; within 18 weeks/);
    expect(explanation.family).toMatchObject({ from: '2025-02-03', to: '2025-06-02', days: 119 });
    expect(explanation.family?.text).toContain('119 days = 17 weeks 0 days');
    expect(effectOf(explanation, 1)?.rttStatus).toBe('33');
    expect(effectOf(explanation, 3)?.rttStatus).toBe('30');
  });

  it('events that changed nothing say why', () => {
    const explanation = explained(
      contextFor('SALT'),
      '2025-01-06',
      [
        ['2025-01-20', missedFirst],
        ['2025-02-03', facts.contact('letter')],
        ['2025-05-12', facts.contact()],
        ['2025-05-19', facts.contact()],
        ['2025-06-01', facts.discharged()],
        ['2025-06-02', { kind: 'noted', note: 'Sent the summary' }],
      ],
      '2025-06-30',
    );
    expect(effectOf(explanation, 1)).toMatchObject({
      effect: 'no-effect',
      days: 14,
      rule: expect.stringContaining('never pauses'),
    });
    expect(effectOf(explanation, 2)).toMatchObject({
      effect: 'no-effect',
      text: 'Letter',
      rule: expect.stringContaining('does not stop'),
    });
    expect(effectOf(explanation, 3)).toMatchObject({ effect: 'stopped-seen', days: 126 });
    expect(effectOf(explanation, 4)).toMatchObject({
      effect: 'no-effect',
      rule: expect.stringContaining('No clock was running'),
    });
    expect(effectOf(explanation, 4)?.days).toBeUndefined();
    expect(effectOf(explanation, 6)?.text).not.toContain('summary');
    for (const line of explanation.lines) expect([line.rule, line.source, line.text]).not.toContain('');
  });

  it('an event in error and an event of a later day are told and not counted', () => {
    const context = contextFor('SALT');
    const referral = referralOf(context, '2025-01-06', [
      ['2025-02-03', facts.contact()],
      ['2025-02-04', { kind: 'recorded-in-error', eventId: eventIdAt(1), reason: 'Another child' }],
      ['2025-06-20', facts.contact('video')],
    ]);
    const explanation = explainWait(referral, { ...context, asAt: day('2025-05-12') });
    expect(effectOf(explanation, 1)).toMatchObject({ effect: 'in-error', on: '2025-02-03' });
    expect(effectOf(explanation, 1)?.text).toMatch(
      /^Contact in person: recorded in error, corrected on 1 November 2026$/,
    );
    expect(effectOf(explanation, 3)).toMatchObject({ effect: 'later' });
    expect(lastLine(explanation)).toMatch(/^126 days/);
  });

  it('what was not known then is not in the explanation of then', () => {
    const context = contextFor('SALT');
    const referral = referralOf(context, '2025-01-06', [
      ['2025-02-03', facts.contact()],
      ['2025-02-04', { kind: 'recorded-in-error', eventId: eventIdAt(1), reason: 'Another child' }],
    ]);
    const knownAt = referral.events[1]?.recordedAt ?? instantOf(0);
    const explanation = explainWait(referral, { ...context, asAt: day('2025-05-12'), knownAt });
    expect(effectOf(explanation, 1)?.effect).toBe('stopped-seen');
    expect(lastLine(explanation)).toMatch(/^28 days = 4 weeks 0 days/);
  });

  it('A10-03: the place on the list is told apart from the wait', () => {
    const context = contextFor('SALT', { flags: ['armed-forces'] });
    const moved: Entry = ['2025-04-01', { kind: 'moved-into-area', waitedDaysElsewhere: 210 }];
    const explanation = explained(context, '2025-04-01', [moved], '2025-05-01');
    expect(explanation.lines.map((line) => line.text)).toContain(
      'Placed on the list as if waiting since 3 September 2024',
    );
    expect(explanation.wait?.days).toBe(30);
  });

  it('F9-12: turning 18 has its line, with the days on the same clock', () => {
    const context = contextFor('ADHD', { birthDate: day('2007-07-20') });
    const explanation = explained(context, '2023-10-02', [], '2025-07-20', { alreadyAccepted: true });
    expect(explanation.lines).toContainEqual(
      expect.objectContaining({
        on: '2025-07-20',
        days: 657,
        text: expect.stringContaining('ADHD assessment, 18 to 25'),
      }),
    );
    expect(lastLine(explanation)).toMatch(/^657 days = 93 weeks 6 days; over 18 weeks/);
  });

  it('A10-11: the closure that nobody recorded is explained', () => {
    const returned: Entry = ['2025-02-07', { kind: 'returned-for-information', questions: 'Which school?' }];
    const explanation = explained(contextFor('SALT'), '2025-02-03', [returned], '2025-04-01');
    expect(explanation.lines).toContainEqual(
      expect.objectContaining({ on: '2025-03-08', eventId: null, effect: 'stopped-removed', days: 33 }),
    );
  });

  it('a rejected referral shows no wait, and says so', () => {
    const rejected: Entry = ['2025-02-07', { kind: 'rejected', reason: 'out-of-area', advice: 'Refer next door' }];
    const explanation = explained(contextFor('SALT'), '2025-02-03', [rejected], '2025-04-01');
    expect(explanation.wait).toBeUndefined();
    expect(lastLine(explanation)).toBe('No clock counts, so no wait is shown');
  });

  it('each activity of consultant-led care has its status code', () => {
    const explanation = explained(
      contextFor('PAEDS'),
      '2025-01-10',
      [
        ['2025-02-01', facts.contact()],
        ['2025-02-20', facts.contact('letter')],
        ['2025-03-01', facts.contact('video')],
        ['2025-03-07', { kind: 'active-monitoring-started', by: 'clinician' }],
        ['2025-05-01', facts.contact()],
        ['2025-09-01', { kind: 'decision-to-treat' }],
        ['2025-09-15', { kind: 'transferred', to: 'Consultant B' }],
        ['2025-10-06', { kind: 'treatment-started' }],
        ['2025-11-06', facts.contact()],
      ],
      '2025-12-01',
    );
    const codes = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((position) => effectOf(explanation, position)?.rttStatus);
    expect(codes).toEqual(['10', undefined, '20', '32', '91', '11', '21', '30', '90']);
  });
});

describe('the target of a priority', () => {
  it.each([
    ['urgent', '2025-01-20', 'met', '2025-01-20'],
    ['urgent', '2025-01-21', 'missed', '2025-01-20'],
    ['soon', '2025-02-17', 'met', '2025-02-17'],
    ['routine', undefined, 'overdue', '2025-05-12'],
  ] as const)('%s, first contact %s: %s, and the wait is judged by the standard alone', (tier, seen, standing, by) => {
    const context = contextFor('SALT');
    const entries: Entry[] = seen === undefined ? [] : [[seen, facts.contact()]];
    const state = stateOn(referralOf(context, '2025-01-06', entries, { tier }), context, '2025-06-01');
    expect(tierTarget(state, policy, context.queue)).toMatchObject({ standing, by });
    expect(
      waitAgainstStandard(
        state.clocks[0] ?? { startOn: day('2025-01-06'), startEventId: '' },
        state.waitDays ?? 0,
        context.queue,
      ).within,
    ).toBe(seen !== undefined);
  });
});
