import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/domain/calendar/local-date.ts';
import { familyTotalAcross } from '../../../shared/domain/referral/family-total.ts';
import type { Clock, ReferralState } from '../../../shared/domain/referral/state.ts';
import { clockDays, contextFor, type Entry, facts, referralOf, stateOn } from './history.ts';

type Example = {
  id: string;
  queue: string;
  received: string;
  events: Entry[];
  asAt: string;
  /** Days of each clock. */
  clocks: number[];
  ends: (string | undefined)[];
  wait?: number;
  total?: number;
  also?: Partial<ReferralState>;
};

const therapyFrom6January = { queue: 'SALT', received: '2025-01-06' };
const firstMissed = facts.missed({ first: true, communicationProven: true });
const firstMissedUnproven = facts.missed({ first: true });

/** Worked examples of area 1 as they stand, then more of each shape. */
const examples: Example[] = [
  {
    ...therapyFrom6January,
    id: 'W1-01',
    events: [['2025-05-12', facts.contact()]],
    asAt: '2025-05-12',
    clocks: [126],
    ends: ['seen'],
  },
  {
    ...therapyFrom6January,
    id: 'W1-02',
    events: [['2025-05-13', facts.contact()]],
    asAt: '2025-05-13',
    clocks: [127],
    ends: ['seen'],
  },
  {
    id: 'W1-03',
    queue: 'OT',
    received: '2024-11-18',
    events: [
      ['2025-02-03', facts.missed()],
      ['2025-02-24', facts.cancelled('family')],
      ['2025-03-03', facts.cancelled('provider')],
      ['2025-03-10', facts.contact()],
    ],
    asAt: '2025-03-10',
    clocks: [112],
    ends: ['seen'],
    also: { cancelled: { family: 1, provider: 1 } },
  },
  {
    id: 'W1-04',
    queue: 'PAEDS',
    received: '2025-02-03',
    events: [
      ['2025-04-14', firstMissed],
      ['2025-04-22', { kind: 'new-date-agreed' }],
      ['2025-06-02', { kind: 'treatment-started' }],
    ],
    asAt: '2025-06-02',
    clocks: [70, 41],
    ends: ['nullified', 'seen'],
    wait: 41,
    total: 119,
  },
  {
    id: 'W1-05',
    queue: 'PAEDS',
    received: '2025-02-03',
    events: [
      ['2025-04-14', firstMissedUnproven],
      ['2025-04-22', { kind: 'new-date-agreed' }],
      ['2025-06-02', { kind: 'treatment-started' }],
    ],
    asAt: '2025-06-02',
    clocks: [119],
    ends: ['seen'],
    wait: 119,
    total: 119,
  },
  {
    id: 'W1-06',
    queue: 'PAEDS',
    received: '2025-03-10',
    events: [
      ['2025-05-06', facts.contact()],
      ['2025-06-17', facts.missed({ communicationProven: true })],
      ['2025-07-15', { kind: 'treatment-started' }],
    ],
    asAt: '2025-07-15',
    clocks: [127],
    ends: ['seen'],
  },
  {
    id: 'W1-07',
    queue: 'PAEDS',
    received: '2025-01-10',
    events: [
      ['2025-03-07', { kind: 'active-monitoring-started', by: 'clinician' }],
      ['2025-09-01', { kind: 'decision-to-treat' }],
      ['2025-10-06', { kind: 'treatment-started' }],
    ],
    asAt: '2025-10-06',
    clocks: [56, 35],
    ends: ['active-monitoring', 'seen'],
    wait: 35,
    total: 269,
  },
  {
    id: 'W1-08',
    queue: 'PAEDS',
    received: '2025-01-20',
    events: [
      ['2025-03-03', { kind: 'transferred', to: 'Consultant B' }],
      ['2025-04-01', { kind: 'transferred', to: 'Another provider' }],
      ['2025-05-19', { kind: 'treatment-started' }],
    ],
    asAt: '2025-05-19',
    clocks: [119],
    ends: ['seen'],
    total: 119,
  },
  {
    id: 'W1-10',
    queue: 'ASD',
    received: '2025-07-01',
    events: [['2025-10-01', { kind: 'assessment-started', byRole: 'Psychologist' }]],
    asAt: '2025-10-01',
    clocks: [92],
    ends: ['seen'],
  },
  {
    id: 'W1-11',
    queue: 'CYPMH',
    received: '2025-09-01',
    events: [
      ['2025-09-15', facts.contact()],
      ['2025-09-15', { kind: 'baseline-measured', measure: 'RCADS' }],
      ['2025-09-29', { kind: 'plan-or-intervention', what: 'care-plan' }],
    ],
    asAt: '2025-10-31',
    clocks: [28],
    ends: ['seen'],
  },
  {
    id: 'W1-12',
    queue: 'CYPMH',
    received: '2025-09-01',
    events: [
      ['2025-09-10', facts.contact()],
      ['2025-09-10', { kind: 'plan-or-intervention', what: 'coded-assessment' }],
    ],
    asAt: '2025-10-31',
    clocks: [60],
    ends: [undefined],
  },
  {
    id: 'W1-01 by telephone over a leap day',
    queue: 'SALT',
    received: '2023-10-26',
    events: [
      ['2024-01-15', facts.contact('letter')],
      ['2024-02-29', facts.contact('telephone')],
    ],
    asAt: '2024-06-01',
    clocks: [126],
    ends: ['seen'],
  },
  {
    id: 'W1-04 missed first appointment of a child in a community queue',
    queue: 'SALT',
    received: '2025-02-03',
    events: [
      ['2025-04-14', firstMissed],
      ['2025-04-22', { kind: 'new-date-agreed' }],
      ['2025-06-02', facts.contact('video')],
    ],
    asAt: '2025-06-02',
    clocks: [119],
    ends: ['seen'],
    total: 119,
  },
  {
    id: 'W1-04 still waiting for a new date',
    queue: 'PAEDS',
    received: '2025-02-03',
    events: [['2025-04-14', firstMissed]],
    asAt: '2025-05-01',
    clocks: [70],
    ends: ['nullified'],
    total: 87,
    also: { stage: 'received', open: true },
  },
  {
    id: 'W1-07 monitored a second time',
    queue: 'PAEDS',
    received: '2025-01-10',
    events: [
      ['2025-03-07', { kind: 'active-monitoring-started', by: 'patient' }],
      ['2025-09-01', { kind: 'decision-to-treat' }],
      ['2025-09-20', { kind: 'active-monitoring-started', by: 'clinician' }],
      ['2026-01-05', { kind: 'decision-to-treat' }],
    ],
    asAt: '2026-02-01',
    clocks: [56, 19, 27],
    ends: ['active-monitoring', 'active-monitoring', undefined],
    wait: 27,
    total: 387,
  },
  {
    id: 'W1-11 with the contact last, by a call between professionals',
    queue: 'CYPMH',
    received: '2025-09-01',
    events: [
      ['2025-09-03', { kind: 'treatment-started' }],
      ['2025-09-04', { kind: 'baseline-measured', measure: 'RCADS' }],
      ['2025-09-12', facts.contact('letter')],
      ['2025-09-30', facts.contact('between-professionals')],
    ],
    asAt: '2025-10-31',
    clocks: [29],
    ends: ['seen'],
  },
];

const endReason = (clock: Clock) => clock.end?.reason;

describe('the clocks of area 1', () => {
  it.each(examples)('$id', ({ queue, received, events, asAt, clocks, ends, wait, total, also }) => {
    const context = contextFor(queue);
    const state = stateOn(referralOf(context, received, events), context, asAt);
    expect(clockDays(state)).toEqual(clocks);
    expect(state.clocks.map(endReason)).toEqual(ends);
    expect(state.running === undefined).toBe(ends.at(-1) !== undefined);
    const counted = clocks.filter((_, index) => ends[index] !== 'nullified');
    expect(state.waitDays).toBe(wait ?? counted.at(-1));
    if (total !== undefined) expect(state.familyTotal?.days).toBe(total);
    if (also !== undefined) expect(state).toMatchObject(also);
  });

  it('W1-01 and W1-02: day 126 is inside, and the breach is first true on day 127', () => {
    const context = contextFor('SALT');
    const referral = referralOf(context, '2025-01-06');
    const days = context.queue.standard.days;
    expect(stateOn(referral, context, '2025-05-12').waitDays).toBe(days);
    expect(stateOn(referral, context, '2025-05-13').waitDays).toBe(days + 1);
    expect(addDays(referral.events[0]?.on ?? context.today, days)).toBe('2025-05-12');
  });

  it('W1-03: each missed and cancelled appointment is counted once', () => {
    const context = contextFor('OT');
    const events: Entry[] = [
      ['2025-02-03', facts.missed()],
      ['2025-02-24', facts.cancelled('family')],
      ['2025-03-03', facts.cancelled('provider')],
    ];
    const state = stateOn(referralOf(context, '2024-11-18', events), context, '2025-03-09');
    expect(state.missed).toMatchObject({ wasNotBrought: 1, didNotAttend: 0, inARow: 1 });
    expect(state.cancelled).toEqual({ family: 1, provider: 1 });
    const after = referralOf(context, '2024-11-18', [...events, ['2025-03-10', facts.contact()]]);
    expect(stateOn(after, context, '2025-03-10').missed).toMatchObject({ wasNotBrought: 1, inARow: 0 });
  });

  it('W1-09: five stamps, and the statistic that takes no telephone call for a contact', () => {
    const context = contextFor('ASD');
    const referral = referralOf(context, '2025-03-03', [
      ['2025-04-10', facts.contact('telephone')],
      ['2025-05-30', facts.contact('video')],
      ['2025-06-02', { kind: 'assessment-started', byRole: 'Psychologist' }],
      ['2025-09-12', { kind: 'family-informed' }],
    ]);
    const state = stateOn(referral, context, '2026-01-01');
    expect(state.stamps).toEqual({
      received: '2025-03-03',
      firstContact: '2025-04-10',
      firstContactInPersonOrVideo: '2025-05-30',
      assessmentStarted: '2025-06-02',
      outcomeDecided: '2025-09-12',
      familyInformed: '2025-09-12',
    });
    expect(state.waitDays).toBe(91);
    expect(state.familyTotal).toEqual({ from: '2025-03-03', to: '2025-09-12', days: 193 });
    expect(state.stage).toBe('seen');
  });

  it('W1-14: the local entry closes when the chosen provider accepts, and the family total runs on', () => {
    const context = contextFor('ADHD');
    const local = referralOf(context, '2024-09-02', [
      ['2025-02-10', { kind: 'right-to-choose-accepted', provider: 'Another provider' }],
    ]);
    const chosen = referralOf(
      context,
      '2025-02-10',
      [['2025-06-16', { kind: 'assessment-started', byRole: 'Nurse' }]],
      { id: 'chosen', firstReceivedOn: stateOn(local, context, '2024-09-02').asAt },
    );
    const closed = stateOn(local, context, '2025-06-16');
    expect(closed).toMatchObject({ stage: 'removed', waitDays: 161, familyTotal: { days: 287 } });
    expect(closed.clocks.map(endReason)).toEqual(['transferred-right-to-choose']);
    const seen = stateOn(chosen, context, '2025-06-16');
    expect(seen).toMatchObject({ waitDays: 126, familyTotal: { from: '2024-09-02', days: 287 } });
    expect(familyTotalAcross([seen, closed])).toEqual({ from: '2024-09-02', days: 287 });
  });

  it('Right to Choose: both clocks run between the new provider’s receipt and its acceptance', () => {
    const context = contextFor('ADHD');
    const local = referralOf(context, '2024-09-02', [
      ['2025-03-01', { kind: 'right-to-choose-accepted', provider: 'Another provider' }],
    ]);
    const chosen = referralOf(context, '2025-02-10', [], { id: 'chosen' });
    expect(stateOn(local, context, '2025-02-20').running).toBeDefined();
    expect(stateOn(chosen, context, '2025-02-20').waitDays).toBe(10);
    expect(stateOn(local, context, '2025-03-01').running).toBeUndefined();
  });
});
