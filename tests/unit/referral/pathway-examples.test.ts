import { describe, expect, it } from 'vitest';
import { dutiesOf } from '../../../shared/domain/referral/duties.ts';
import { familyTotalAcross } from '../../../shared/domain/referral/family-total.ts';
import { pathwayWaits } from '../../../shared/domain/referral/pathway-waits.ts';
import { spellPartOf, spellsOf } from '../../../shared/domain/referral/spells.ts';
import { contextFor, day, type Entry, eventIdAt, facts, referralOf, stateOn } from './history.ts';

const autism = contextFor('ASD');
const assessed: Entry = ['2025-05-12', { kind: 'assessment-started', byRole: 'Psychologist' }];

describe('the stamps of an assessment pathway', () => {
  it('W1-09: the waits between the stamps are kept apart', () => {
    const referral = referralOf(autism, '2025-03-03', [
      ['2025-04-10', facts.contact('telephone')],
      ['2025-05-30', facts.contact('video')],
      ['2025-06-02', { kind: 'assessment-started', byRole: 'Psychologist' }],
      ['2025-09-12', { kind: 'family-informed' }],
    ]);
    expect(pathwayWaits(stateOn(referral, autism, '2025-09-12').stamps)).toEqual({
      toFirstContact: 38,
      toFirstContactInPersonOrVideo: 88,
      toAssessment: 91,
      assessmentToOutcome: 102,
      toFamilyInformed: 193,
    });
  });

  it('F9-10: a decision is not yet a telling; the feedback appointment stands in the diary', () => {
    const decided: Entry[] = [
      assessed,
      ['2025-06-10', { kind: 'outcome-decided', outcome: 'confirmed' }],
      ['2025-06-10', { kind: 'appointment-booked', appointmentOn: day('2025-06-20') }],
    ];
    const state = stateOn(referralOf(autism, '2025-03-03', decided), autism, '2025-06-15');
    expect(state.stamps.outcomeDecided).toBe('2025-06-10');
    expect(state.stamps.familyInformed).toBeUndefined();
    expect(state).toMatchObject({ stage: 'seen', outcome: 'confirmed', appointment: { on: '2025-06-20' } });
    expect(state.familyTotal).toEqual({ from: '2025-03-03', days: 104 });
    expect(dutiesOf(state, autism)).toContainEqual({ kind: 'tell-outcome', from: '2025-06-10', by: '2025-06-10' });
    const told = stateOn(
      referralOf(autism, '2025-03-03', [...decided, ['2025-06-20', { kind: 'family-informed' }]]),
      autism,
      '2025-07-01',
    );
    expect(told.stamps).toMatchObject({ outcomeDecided: '2025-06-10', familyInformed: '2025-06-20' });
    expect(told.familyTotal).toEqual({ from: '2025-03-03', to: '2025-06-20', days: 109 });
    expect(dutiesOf(told, autism)).toEqual([]);
  });

  it('a decision never stamps the telling by itself, however long ago it was', () => {
    const entries: Entry[] = [assessed, ['2025-06-10', { kind: 'outcome-decided', outcome: 'not-confirmed' }]];
    const state = stateOn(referralOf(autism, '2025-03-03', entries), autism, '2026-10-01');
    expect(state.stamps.familyInformed).toBeUndefined();
    expect(state.familyTotal?.to).toBeUndefined();
  });

  it('post-diagnostic support is stamped and ends nothing', () => {
    const entries: Entry[] = [assessed, ['2025-08-01', { kind: 'treatment-started' }]];
    const state = stateOn(referralOf(autism, '2025-03-03', entries), autism, '2025-09-01');
    expect(state.stamps.treatmentStarted).toBe('2025-08-01');
    expect(state.waitDays).toBe(70);
    expect(state.familyTotal?.to).toBeUndefined();
  });

  it('a parent workshop is first contact at most', () => {
    const workshop: Entry = ['2025-04-01', { kind: 'contact', mechanism: 'video', parentOnly: true }];
    const state = stateOn(referralOf(autism, '2025-03-03', [workshop]), autism, '2025-05-01');
    expect(state.stamps.firstContact).toBe('2025-04-01');
    expect(state.running?.startOn).toBe('2025-03-03');
  });
});

describe('turning 18', () => {
  it.each([
    ['F9-12', '2007-07-20', '2023-10-02', '2025-07-20', '2025-01-20', 657],
    ['F9-12 born on 29 February', '2008-02-29', '2024-05-05', '2026-03-01', '2025-09-01', 665],
  ])(
    '%s: born %s, waiting since %s: moves on %s with the same clock',
    (_, born, received, adultFrom, planFrom, days) => {
      const context = contextFor('ADHD', { birthDate: day(born) });
      const state = stateOn(referralOf(context, received, [], { alreadyAccepted: true }), context, adultFrom);
      expect(state.transition).toEqual({ planFrom, adultFrom, adult: true });
      expect(state.running?.startOn).toBe(received);
      expect(state.waitDays).toBe(days);
      expect(state).toMatchObject({ open: true, stage: 'waiting' });
    },
  );

  const context = contextFor('ADHD', { birthDate: day('2007-07-20') });
  const referralWith = (...entries: Entry[]) => referralOf(context, '2024-01-02', entries, { alreadyAccepted: true });

  it('is planned from six months before, and on the day before the birthday is not there yet', () => {
    const state = stateOn(referralWith(), context, '2025-07-19');
    expect(state.transition?.adult).toBe(false);
    expect(dutiesOf(state, context)).toContainEqual({ kind: 'plan-transition', from: '2025-01-20', by: '2025-07-20' });
  });

  it('a refusal by the adult team stops no clock and is escalated', () => {
    const refused: Entry = [
      '2025-07-21',
      { kind: 'transition', step: 'refused-by-adult-team', team: 'Adult ADHD team' },
    ];
    const state = stateOn(referralWith(refused), context, '2025-08-01');
    expect(state.running?.startOn).toBe('2024-01-02');
    expect(dutiesOf(state, context).map((duty) => duty.kind)).toContain('escalate-transition');
  });

  it('somebody who was discharged before the birthday moves nowhere', () => {
    const state = stateOn(referralWith(['2025-03-01', facts.discharged('moved-away')]), context, '2025-08-01');
    expect(state.transition?.adult).toBe(false);
  });
});

describe('the end of a referral', () => {
  it('F9-13: the clock stops on the day the death carries', () => {
    const context = contextFor('SALT');
    const later: Entry = ['2025-04-10', { kind: 'appointment-booked', appointmentOn: day('2025-05-01') }];
    const state = stateOn(
      referralOf(context, '2025-01-06', [later, ['2025-04-03', facts.discharged('died')]]),
      context,
      '2025-05-01',
    );
    expect(state.clocks).toMatchObject([{ end: { on: '2025-04-03', reason: 'died' } }]);
    expect(state).toMatchObject({ stage: 'removed', familyTotal: { to: '2025-04-03' } });
    expect(state.appointment).toBeUndefined();
  });

  it.each([
    ['discharged' as const, facts.discharged('unseen-other'), 'discharged-unseen'],
    ['discharged' as const, facts.discharged('moved-away'), 'moved'],
    ['discharged' as const, facts.discharged('no-longer-needed'), 'no-longer-needed'],
    ['declined' as const, { kind: 'declined-by-family' } as const, 'declined'],
    [
      'not treated' as const,
      { kind: 'decision-not-to-treat', reason: 'No need found' } as const,
      'decision-not-to-treat',
    ],
  ])('%s: a removal under its own reason', (_, happened, reason) => {
    const context = contextFor('SALT');
    const state = stateOn(referralOf(context, '2025-01-06', [['2025-02-06', happened]]), context, '2025-03-01');
    expect(state.clocks).toMatchObject([{ end: { on: '2025-02-06', reason } }]);
    expect(state).toMatchObject({ stage: 'removed', familyTotal: { to: '2025-02-06', days: 31 } });
  });

  it('a rejection nullifies the clock, keeps its reason and ends the family total', () => {
    const context = contextFor('SALT');
    const rejected: Entry = ['2025-01-20', { kind: 'rejected', reason: 'wrong-service', advice: 'See the OT service' }];
    const referral = referralOf(context, '2025-01-06', [rejected]);
    expect(stateOn(referral, context, '2025-01-19').running).toBeDefined();
    const state = stateOn(referral, context, '2025-01-20');
    expect(state).toMatchObject({ stage: 'rejected', open: false, familyTotal: { days: 14 } });
    expect(state.headline).toBeUndefined();
    expect(state.waitDays).toBeUndefined();
  });

  it('discharge after being seen is no removal, and ends a family total that treatment had not ended', () => {
    const context = contextFor('SALT');
    const entries: Entry[] = [
      ['2025-02-06', facts.contact()],
      ['2025-06-06', facts.discharged()],
    ];
    const state = stateOn(referralOf(context, '2025-01-06', entries), context, '2025-07-01');
    expect(state).toMatchObject({ stage: 'discharged', waitDays: 31, familyTotal: { to: '2025-06-06' } });
    const treated: Entry[] = [
      ...entries.slice(0, 1),
      ['2025-03-06', { kind: 'treatment-started' }],
      ...entries.slice(1),
    ];
    const ended = stateOn(referralOf(context, '2025-01-06', treated), context, '2025-07-01');
    expect(ended.familyTotal).toMatchObject({ to: '2025-03-06', days: 59 });
  });
});

describe('starts', () => {
  it('a booking before the receipt starts the clock; the later start does nothing', () => {
    const context = contextFor('SALT');
    const booking: Entry = ['2025-01-02', { kind: 'booked-directly', appointmentOn: day('2025-02-20') }];
    const state = stateOn(referralOf(context, '2025-01-06', [booking]), context, '2025-01-16');
    expect(state.clocks.map((clock) => clock.startOn)).toEqual(['2025-01-02']);
    expect(state).toMatchObject({ stage: 'booked', waitDays: 14, familyTotal: { from: '2025-01-02' } });
  });

  it('a new family total follows a first receipt elsewhere; the clock does not', () => {
    const context = contextFor('ADHD');
    const state = stateOn(
      referralOf(context, '2025-03-01', [], { firstReceivedOn: day('2025-01-01') }),
      context,
      '2025-09-01',
    );
    expect(state).toMatchObject({ waitDays: 184, familyTotal: { from: '2025-01-01', days: 243 } });
  });

  it('a referral received after the total had ended starts its own; before that it goes on', () => {
    const context = contextFor('SALT');
    const ended = stateOn(
      referralOf(context, '2025-01-06', [['2025-02-06', facts.discharged('moved-away')]]),
      context,
      '2025-09-01',
    );
    const again = stateOn(referralOf(context, '2025-03-01', [], { id: 'again' }), context, '2025-09-01');
    expect(familyTotalAcross([again, ended])).toEqual({ from: '2025-03-01', days: 184 });
    const beside = stateOn(referralOf(context, '2025-02-01', [], { id: 'beside' }), context, '2025-09-01');
    expect(familyTotalAcross([beside, ended])).toEqual({ from: '2025-01-06', days: 238 });
    expect(familyTotalAcross([])).toBeUndefined();
  });
});

describe('spells of the four-week measure', () => {
  const context = contextFor('CYPMH');
  const partOf = (id: string, received: string, closed?: string) => {
    const end: Entry[] = closed === undefined ? [] : [[closed, facts.discharged('unseen-other')]];
    return spellPartOf(id, stateOn(referralOf(context, received, end, { id }), context, '2025-06-01'));
  };
  const spellsOfParts = (...parts: ReturnType<typeof partOf>[]) =>
    spellsOf(parts.flatMap((part) => (part === undefined ? [] : [part])));

  it('W1-13: a gap of five days is one spell from the first receipt', () => {
    expect(spellsOfParts(partOf('B', '2025-02-08'), partOf('A', '2025-01-06', '2025-02-03'))).toEqual([
      { startOn: '2025-01-06', referralIds: ['A', 'B'] },
    ]);
  });

  it('W1-13 with one day more: two spells', () => {
    expect(spellsOfParts(partOf('A', '2025-01-06', '2025-02-03'), partOf('B', '2025-02-09', '2025-03-01'))).toEqual([
      { startOn: '2025-01-06', endOn: '2025-02-03', referralIds: ['A'] },
      { startOn: '2025-02-09', endOn: '2025-03-01', referralIds: ['B'] },
    ]);
  });

  it('a referral inside another does not end the spell early', () => {
    const parts = [
      partOf('A', '2025-01-06', '2025-04-01'),
      partOf('B', '2025-01-20', '2025-02-01'),
      partOf('C', '2025-04-06'),
    ];
    expect(spellsOfParts(...parts)).toEqual([{ startOn: '2025-01-06', referralIds: ['A', 'B', 'C'] }]);
  });

  it('a receipt recorded in error is no part of a spell', () => {
    const entries: Entry[] = [
      ['2025-02-01', { kind: 'recorded-in-error', eventId: eventIdAt(0), reason: 'Wrong child' }],
    ];
    expect(
      spellPartOf('A', stateOn(referralOf(context, '2025-01-06', entries), context, '2025-06-01')),
    ).toBeUndefined();
  });
});
