import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import { compareRows } from '../../../shared/domain/queue/order.ts';
import { dutiesOf } from '../../../shared/domain/referral/duties.ts';
import type { ReferralEventFacts } from '../../../shared/domain/referral/event.ts';
import { nextFamilyContactDue } from '../../../shared/domain/referral/family-contact.ts';
import { missedCodingFor } from '../../../shared/domain/referral/missed-coding.ts';
import { nextActions } from '../../../shared/domain/referral/next-actions.ts';
import { rowNamed } from '../queue/rows.ts';
import { contextFor, day, type Entry, eventIdAt, facts, policy, referralOf, stateOn } from './history.ts';

const context = contextFor('SALT');
const accepted: Entry = ['2025-01-02', { kind: 'triage-accepted' }];

function dutyBy(kind: string, entries: Entry[], asAt: string, receivedOn = '2025-01-02', of = context) {
  const state = stateOn(referralOf(of, receivedOn, entries), of, asAt);
  return dutiesOf(state, of).find((duty) => duty.kind === kind)?.by;
}

describe('the order of the list', () => {
  it('A10-01: urgent, soon, routine; then the earliest ordering date', () => {
    const rows = [
      rowNamed('A', 'routine', '2024-11-01'),
      rowNamed('B', 'urgent', '2025-03-20'),
      rowNamed('C', 'soon', '2025-01-15'),
      rowNamed('D', 'urgent', '2025-03-10'),
      rowNamed('E', 'routine', '2024-10-05'),
    ];
    expect(rows.sort(compareRows).map((row) => row.referralId)).toEqual(['D', 'B', 'C', 'E', 'A']);
  });

  it('A10-02: ties go to the earlier receipt, then to the lower id', () => {
    const at = (time: string) => instantOf(Date.parse(`2025-02-03T${time}:00Z`));
    const rows = [
      rowNamed('F', 'routine', '2025-02-03', { receivedAt: at('14:10') }),
      rowNamed('H', 'routine', '2025-02-03', { receivedAt: at('09:05') }),
      rowNamed('G', 'routine', '2025-02-03', { receivedAt: at('09:05') }),
    ];
    expect(rows.sort(compareRows).map((row) => row.referralId)).toEqual(['G', 'H', 'F']);
  });

  it('A10-03: a looked-after child’s wait elsewhere counts for the order and for nothing else', () => {
    const lookedAfter = contextFor('SALT', { flags: ['looked-after'] });
    const moved: Entry[] = [['2025-04-01', { kind: 'moved-into-area', waitedDaysElsewhere: 210 }]];
    const j = stateOn(referralOf(lookedAfter, '2025-04-01', moved), lookedAfter, '2025-05-01');
    const k = stateOn(referralOf(context, '2024-11-20'), context, '2025-05-01');
    expect([j.orderingDate, j.waitDays]).toEqual(['2024-09-03', 30]);
    expect([k.orderingDate, k.waitDays]).toEqual(['2024-11-20', 162]);
    const rows = [rowNamed('K', 'routine', k.orderingDate ?? ''), rowNamed('J', 'routine', j.orderingDate ?? '')];
    expect(rows.sort(compareRows).map((row) => row.referralId)).toEqual(['J', 'K']);
    const other = stateOn(referralOf(context, '2025-04-01', moved), context, '2025-05-01');
    expect([other.orderingDate, other.carriedWaitDays]).toEqual(['2025-04-01', 210]);
  });

  it('A10-04: a flag moves nobody up; a clinician’s change of priority does', () => {
    const flagged = contextFor('SALT', { flags: ['ehc-plan'] });
    const rowOf = (id: string, entries: Entry[], tier: 'routine' | 'soon', received: string) => {
      const state = stateOn(referralOf(flagged, received, entries, { tier }), flagged, '2025-05-01');
      return rowNamed(id, state.tier, state.orderingDate ?? '', { flags: ['ehc-plan'] });
    };
    const l = rowOf('L', [], 'routine', '2024-07-05');
    const m = rowOf('M', [], 'soon', '2025-04-11');
    expect([l, m].sort(compareRows).map((row) => row.referralId)).toEqual(['M', 'L']);
    const retiered: Entry = ['2025-04-20', { kind: 'retiered', tier: 'soon', reason: 'Swallowing has become unsafe' }];
    const moved = rowOf('L', [retiered], 'routine', '2024-07-05');
    expect([m, moved].sort(compareRows).map((row) => row.referralId)).toEqual(['L', 'M']);
  });
});

describe('missed appointments', () => {
  it.each([
    ['A10-05', '2025-03-11', '2025-03-13'],
    ['A10-05 over Easter', '2025-04-17', '2025-04-23'],
    ['A10-05 over Christmas', '2025-12-24', '2025-12-30'],
    ['A10-05 on a Saturday', '2025-06-07', '2025-06-10'],
  ])('%s: missed on %s, family contacted by %s, clock unchanged', (_, on, by) => {
    const entries: Entry[] = [accepted, [on, facts.missed({ first: true, communicationProven: true })]];
    const state = stateOn(referralOf(context, '2025-01-02', entries), context, on);
    expect(state.running?.startOn).toBe('2025-01-02');
    expect(dutyBy('contact-after-missed', entries, on)).toBe(by);
    expect(dutyBy('review-missed', entries, on)).toBeUndefined();
    const contacted: Entry[] = [...entries, [on, facts.familyContacted()]];
    expect(dutyBy('contact-after-missed', contacted, on)).toBeUndefined();
    expect(state.stage).toBe('waiting');
  });

  it.each([
    ['A10-06', '2025-04-15', '2025-04-24'],
    ['A10-06 over the new year', '2025-12-24', '2026-01-05'],
    ['A10-06 over the August holiday', '2025-08-22', '2025-09-01'],
  ])('%s: the second in a row on %s is reviewed by %s, and nobody is discharged before', (_, on, by) => {
    const entries: Entry[] = [accepted, ['2025-03-11', facts.missed({ first: true })], [on, facts.missed()]];
    expect(dutyBy('review-missed', entries, on)).toBe(by);
    const before = referralOf(context, '2025-01-02', entries);
    expect(nextActions(stateOn(before, context, on), context)).not.toContain('discharged');
    expect(() => referralOf(context, '2025-01-02', [...entries, [on, facts.discharged('not-brought')]])).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'review-not-recorded' }),
    );
    const review: Entry = [on, { kind: 'missed-appointments-reviewed', conclusion: 'Family in temporary housing' }];
    const reviewed = stateOn(referralOf(context, '2025-01-02', [...entries, review]), context, on);
    expect(nextActions(reviewed, context)).toContain('discharged');
    expect(dutyBy('review-missed', [...entries, review], on)).toBeUndefined();
    const discharged = referralOf(context, '2025-01-02', [...entries, review, [on, facts.discharged('not-brought')]]);
    expect(stateOn(discharged, context, on).stage).toBe('removed');
  });

  it('a third miss after a review needs a review of its own, and an attended contact ends the row', () => {
    const entries: Entry[] = [
      accepted,
      ['2025-03-11', facts.missed()],
      ['2025-04-15', facts.missed()],
      ['2025-04-16', { kind: 'missed-appointments-reviewed', conclusion: 'Transport arranged' }],
      ['2025-05-02', facts.missed()],
    ];
    const state = stateOn(referralOf(context, '2025-01-02', entries), context, '2025-05-02');
    expect(state.missed).toMatchObject({ wasNotBrought: 3, inARow: 3, reviewed: false, reviewFrom: '2025-05-02' });
    expect(dutyBy('review-missed', entries, '2025-05-02')).toBe('2025-05-12');
    const seen: Entry[] = [...entries, ['2025-06-02', facts.contact()], ['2025-07-01', facts.missed()]];
    const after = stateOn(referralOf(context, '2025-01-02', seen), context, '2025-07-01');
    expect(after.missed).toMatchObject({ wasNotBrought: 4, inARow: 1, lastOn: '2025-07-01' });
    expect(after.missed.reviewFrom).toBeUndefined();
    expect(nextActions(after, context)).toContain('discharged');
  });

  it('nobody is discharged for one missed appointment', () => {
    const entries: Entry[] = [
      accepted,
      ['2025-03-11', facts.missed()],
      ['2025-03-12', facts.discharged('not-brought')],
    ];
    expect(() => referralOf(context, '2025-01-02', entries)).toThrow(
      expect.objectContaining({
        code: 'too-few-missed',
        issues: [expect.objectContaining({ pointer: '/facts/reason' })],
      }),
    );
  });

  const twenty = { birthDate: day('2005-02-14') };
  it('A10-07: a 20-year-old who attends alone did not attend, and is reviewed only where a flag protects them', () => {
    const alone = contextFor('SALT', { ...twenty, flags: ['attends-alone'] });
    expect(missedCodingFor(20, ['attends-alone'])).toBe('did-not-attend');
    const dna: Entry = ['2025-06-03', facts.missed({ coding: 'did-not-attend' })];
    expect(() => referralOf(alone, '2025-01-02', [['2025-06-03', facts.missed()]])).toThrow(
      expect.objectContaining({
        code: 'missed-coding',
        issues: [expect.objectContaining({ pointer: '/facts/coding' })],
      }),
    );
    const twice: Entry[] = [dna, ['2025-07-01', facts.missed({ coding: 'did-not-attend' })]];
    expect(dutyBy('review-missed', twice, '2025-07-01', '2025-01-02', alone)).toBeUndefined();
    const unreviewed = referralOf(alone, '2025-01-02', [...twice, ['2025-07-02', facts.discharged('not-brought')]]);
    expect(stateOn(unreviewed, alone, '2025-07-02').stage).toBe('removed');
    for (const protection of [{ flags: ['learning-disability' as const] }, { hasAdjustments: true }]) {
      const protectedAdult = contextFor('SALT', { ...twenty, ...protection });
      expect(dutyBy('review-missed', twice, '2025-07-01', '2025-01-02', protectedAdult)).toBe('2025-07-08');
      expect(() =>
        referralOf(protectedAdult, '2025-01-02', [...twice, ['2025-07-02', facts.discharged('not-brought')]]),
      ).toThrow(expect.objectContaining({ code: 'review-not-recorded' }));
    }
  });

  it.each([
    [15, [], false, 'was-not-brought'],
    [15, ['attends-alone'], false, 'was-not-brought'],
    [16, [], false, 'was-not-brought'],
    [16, ['attends-alone'], false, 'did-not-attend'],
    [17, ['attends-alone'], false, 'did-not-attend'],
    [18, [], false, 'did-not-attend'],
    [25, [], true, 'was-not-brought'],
  ] as const)('at %i with %j and dependent %s it is %s', (age, flags, dependent, coding) => {
    expect(missedCodingFor(age, flags, dependent)).toBe(coding);
  });
});

describe('offers, duplicates, information and reinstatement', () => {
  const offered = (...dates: string[]): ReferralEventFacts => ({ kind: 'appointment-offered', dates: dates.map(day) });
  const declined = (position: number): ReferralEventFacts => ({ kind: 'offer-declined', offerId: eventIdAt(position) });

  it('A10-08: only a reasonable offer counts when declined, and the clock runs on', () => {
    const entries: Entry[] = [
      ['2025-05-01', offered('2025-05-20')],
      ['2025-05-02', offered('2025-06-02', '2025-06-05')],
      ['2025-05-03', declined(1)],
      ['2025-05-04', declined(2)],
    ];
    const state = stateOn(referralOf(context, '2025-04-01', entries), context, '2025-05-10');
    expect(state.offersDeclined).toEqual({ counted: 1, notReasonable: 1 });
    expect(state.running?.startOn).toBe('2025-04-01');
    expect(state.openOffers).toEqual([]);
  });

  it.each([
    ['exactly 21 days and two dates', ['2025-05-22', '2025-05-23'], { counted: 1, notReasonable: 0 }],
    ['20 days for one of two', ['2025-05-21', '2025-05-23'], { counted: 0, notReasonable: 1 }],
    ['one date only', ['2025-06-30'], { counted: 0, notReasonable: 1 }],
    ['one date said twice', ['2025-06-30', '2025-06-30'], { counted: 0, notReasonable: 1 }],
    ['two good dates beside a short one', ['2025-05-05', '2025-06-01', '2025-06-02'], { counted: 1, notReasonable: 0 }],
  ])('an offer of %s', (_, dates, expected) => {
    const entries: Entry[] = [
      ['2025-05-01', offered(...dates)],
      ['2025-05-02', declined(1)],
    ];
    expect(stateOn(referralOf(context, '2025-04-01', entries), context, '2025-05-02').offersDeclined).toEqual(expected);
  });

  it('A10-09: a duplicate is linked, starts no clock and leaves the list as long as it was', () => {
    const autism = contextFor('ASD');
    const link: Entry = ['2025-01-20', { kind: 'linked-duplicate', received: day('2025-01-20'), source: 'School' }];
    const state = stateOn(referralOf(autism, '2024-09-10', [link]), autism, '2025-02-01');
    expect(state.linkedDuplicates).toBe(1);
    expect(state.clocks.map((clock) => clock.startOn)).toEqual(['2024-09-10']);
  });

  it('a duplicate that was received earlier gives the earlier start, from the day it is linked', () => {
    const link: Entry = ['2025-01-20', { kind: 'linked-duplicate', received: day('2024-08-01'), source: 'GP' }];
    const referral = referralOf(context, '2024-09-10', [link]);
    expect(stateOn(referral, context, '2025-01-19').running?.startOn).toBe('2024-09-10');
    const linked = stateOn(referral, context, '2025-01-20');
    expect([linked.running?.startOn, linked.waitDays, linked.familyTotal?.from]).toEqual([
      '2024-08-01',
      172,
      '2024-08-01',
    ]);
  });

  const returned: ReferralEventFacts = { kind: 'returned-for-information', questions: 'Which words does he use?' };
  const arrived: ReferralEventFacts = { kind: 'information-received' };

  it.each([
    ['A10-10', '2025-02-03', '2025-02-07', '2025-03-01', '2025-03-07'],
    ['A10-10 on the last day', '2025-02-03', '2025-02-07', '2025-03-07', '2025-03-07'],
    ['A10-10 over a leap day', '2024-01-29', '2024-02-01', '2024-02-29', '2024-02-29'],
  ])('%s: received %s, returned %s, answered %s: the clock keeps its start', (_, received, on, answered, lastDay) => {
    const waiting = referralOf(context, received, [[on, returned]]);
    expect(stateOn(waiting, context, on)).toMatchObject({ stage: 'returned', returned: { lastDay } });
    const state = stateOn(
      referralOf(context, received, [
        [on, returned],
        [answered, arrived],
      ]),
      context,
      '2025-06-01',
    );
    expect(state.clocks).toMatchObject([{ startOn: received }]);
    expect(state).toMatchObject({ stage: 'received', awaitingTriageFrom: answered });
  });

  it.each([
    ['A10-11', '2025-02-03', '2025-02-07', '2025-03-20', '2025-03-08', 33],
    ['A10-11 on the day after the last', '2025-02-03', '2025-02-07', '2025-03-08', '2025-03-08', 33],
    ['A10-11 over a leap day', '2024-01-29', '2024-02-01', '2024-03-20', '2024-03-01', 32],
  ])(
    '%s: received %s, returned %s, answered %s: closed %s and a new clock',
    (_, received, on, answered, closed, days) => {
      const referral = referralOf(context, received, [[on, returned]]);
      const before = stateOn(referral, context, closed);
      expect(before).toMatchObject({ stage: 'removed', open: false, closed: { on: closed, why: 'no-information' } });
      expect(before.clocks).toMatchObject([{ end: { on: closed, reason: 'no-information', eventId: null } }]);
      expect(before.waitDays).toBe(days);
      expect(before.familyTotal).toMatchObject({ from: received, to: closed });
      const late = stateOn(
        referralOf(context, received, [
          [on, returned],
          [answered, arrived],
        ]),
        context,
        '2025-06-01',
      );
      expect(late.clocks).toMatchObject([{ startOn: received }, { startOn: answered }]);
      expect(late.running?.startOn).toBe(answered);
      expect(late.familyTotal).toMatchObject({ from: received });
      expect(late.familyTotal?.to).toBeUndefined();
    },
  );

  const missedTwiceAndDischarged = (on: string): Entry[] => [
    ['2024-01-10', { kind: 'triage-accepted' }],
    ['2024-01-15', facts.missed()],
    ['2024-01-20', facts.missed()],
    ['2024-01-21', { kind: 'missed-appointments-reviewed', conclusion: 'No risk found' }],
    [on, facts.discharged('not-brought')],
  ];
  const rings: ReferralEventFacts = { kind: 'reinstated', reason: 'The family rang' };

  it.each([
    ['A10-12', '2025-05-06', '2025-05-30'],
    ['A10-12 on day 28', '2025-05-06', '2025-06-03'],
    ['A10-12 over a leap day', '2024-02-10', '2024-03-09'],
  ])('%s: discharged %s, family rings %s: the original clock is restored', (_, on, ringsOn) => {
    const referral = referralOf(context, '2024-01-08', [...missedTwiceAndDischarged(on), [ringsOn, rings]]);
    expect(stateOn(referral, context, on).running).toBeUndefined();
    const state = stateOn(referral, context, ringsOn);
    expect(state).toMatchObject({ open: true, stage: 'waiting', running: { startOn: '2024-01-08' } });
    expect(state.clocks).toHaveLength(1);
    expect(state.familyTotal?.to).toBeUndefined();
  });

  it.each([
    ['2025-05-06', '2025-06-04'],
    ['2024-02-10', '2024-03-10'],
  ])('discharged %s, a call on %s is one day too late', (on, ringsOn) => {
    expect(() => referralOf(context, '2024-01-08', [...missedTwiceAndDischarged(on), [ringsOn, rings]])).toThrow(
      expect.objectContaining({ code: 'not-reinstatable' }),
    );
  });

  it('only a discharge for missed appointments can be undone by a call', () => {
    const entries: Entry[] = [
      ['2025-05-06', facts.discharged('moved-away')],
      ['2025-05-07', rings],
    ];
    expect(() => referralOf(context, '2025-01-02', entries)).toThrow(
      expect.objectContaining({ code: 'not-reinstatable' }),
    );
  });

  it('A10-13: contact at 12, 26 and 52 weeks, and never more than 12 weeks between', () => {
    const start = day('2025-01-06');
    const due: string[] = [];
    let last = start;
    for (let count = 0; count < 8; count += 1) {
      last = nextFamilyContactDue(start, last, policy.validation);
      due.push(last);
    }
    expect(due).toEqual([
      '2025-03-31',
      '2025-06-23',
      '2025-07-07',
      '2025-09-29',
      '2025-12-22',
      '2026-01-05',
      '2026-03-30',
      '2026-06-22',
    ]);
    expect(nextFamilyContactDue(start, undefined, policy.validation)).toBe('2025-03-31');
    const contacted: Entry[] = [
      ['2025-01-06', { kind: 'triage-accepted' }],
      ['2025-06-20', facts.familyContacted('validation')],
    ];
    expect(dutyBy('family-contact', contacted, '2025-06-21', '2025-01-06')).toBe('2025-07-07');
  });
});
