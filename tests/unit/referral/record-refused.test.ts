import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../shared/domain/calendar/instant.ts';
import { isDomainError } from '../../../shared/domain/error.ts';
import type { ReferralEventFacts } from '../../../shared/domain/referral/event.ts';
import { recordEvent } from '../../../shared/domain/referral/record.ts';
import { contextFor, day, type Entry, eventIdAt, facts, recorderOf, referralOf } from './history.ts';

const context = contextFor('SALT');
const accept: ReferralEventFacts = { kind: 'triage-accepted' };
const inError = (position: number): ReferralEventFacts => ({
  kind: 'recorded-in-error',
  eventId: eventIdAt(position),
  reason: 'Entered on the wrong child',
});

/** What recording the last entry is refused with. */
function refusal(entries: readonly Entry[], of = context, received = '2025-01-06') {
  const before = referralOf(of, received, entries.slice(0, -1));
  const [on, happened] = entries.at(-1) ?? ['2025-01-06', accept];
  try {
    recordEvent(before, { facts: happened, on: day(on) }, recorderOf('last'), of);
  } catch (caught) {
    if (isDomainError(caught, 'invalid')) return { code: caught.code, pointer: caught.issues[0]?.pointer };
    throw caught;
  }
  return 'accepted';
}

describe('what cannot be recorded', () => {
  const returned: ReferralEventFacts = { kind: 'returned-for-information', questions: 'Which school?' };
  const cases: [why: string, entries: Entry[], code: string, pointer: string, queue?: string][] = [
    ['a day after today', [['2026-11-02', accept]], 'date-in-future', '/on'],
    ['a day before birth', [['2018-09-09', accept]], 'before-birth', '/on'],
    ['a day before the receipt', [['2025-01-05', accept]], 'before-receipt', '/on'],
    [
      'a second receipt',
      [['2025-01-07', { kind: 'received', source: 'gp', tier: 'routine', alreadyAccepted: false }]],
      'already-received',
      '/facts/kind',
    ],
    [
      'acceptance twice',
      [
        ['2025-01-07', accept],
        ['2025-01-08', accept],
      ],
      'already-accepted',
      '/facts/kind',
    ],
    [
      'rejection after acceptance',
      [
        ['2025-01-07', accept],
        ['2025-01-08', { kind: 'rejected', reason: 'other', advice: 'See the GP' }],
      ],
      'already-accepted',
      '/facts/kind',
    ],
    [
      'a return after acceptance',
      [
        ['2025-01-07', accept],
        ['2025-01-08', returned],
      ],
      'already-accepted',
      '/facts/kind',
    ],
    [
      'a return of a returned referral',
      [
        ['2025-01-07', returned],
        ['2025-01-08', returned],
      ],
      'already-returned',
      '/facts/kind',
    ],
    ['information nobody asked for', [['2025-01-07', { kind: 'information-received' }]], 'not-returned', '/facts/kind'],
    [
      'acceptance after closing for want of information',
      [
        ['2025-01-07', returned],
        ['2025-02-05', accept],
      ],
      'closed-no-information',
      '/facts/kind',
    ],
    [
      'a contact after discharge',
      [
        ['2025-02-01', facts.discharged('moved-away')],
        ['2025-02-02', facts.contact()],
      ],
      'referral-closed',
      '/facts/kind',
    ],
    [
      'a discharge after discharge',
      [
        ['2025-02-01', facts.discharged('moved-away')],
        ['2025-02-02', facts.discharged()],
      ],
      'referral-closed',
      '/facts/kind',
    ],
    [
      'a contact after rejection',
      [
        ['2025-02-01', { kind: 'rejected', reason: 'other', advice: 'See the GP' }],
        ['2025-02-02', facts.contact()],
      ],
      'referral-closed',
      '/facts/kind',
    ],
    [
      'reinstatement of an open referral',
      [['2025-02-01', { kind: 'reinstated', reason: 'Rang' }]],
      'not-closed',
      '/facts/kind',
    ],
    [
      'an appointment before its booking',
      [['2025-02-01', { kind: 'appointment-booked', appointmentOn: day('2025-01-31') }]],
      'date-order',
      '/facts/appointmentOn',
    ],
    [
      'an offer of a past date',
      [['2025-02-01', { kind: 'appointment-offered', dates: [day('2025-03-01'), day('2025-01-31')] }]],
      'date-order',
      '/facts/dates',
    ],
    [
      'declining without an offer',
      [['2025-02-01', { kind: 'offer-declined', offerId: eventIdAt(0) }]],
      'no-open-offer',
      '/facts/kind',
    ],
    [
      'declining what is no offer',
      [
        ['2025-02-01', { kind: 'appointment-offered', dates: [day('2025-03-01')] }],
        ['2025-02-02', { kind: 'offer-declined', offerId: eventIdAt(0) }],
      ],
      'offer-unknown',
      '/facts/offerId',
    ],
    [
      'an adult’s coding for a child',
      [['2025-02-01', facts.missed({ coding: 'did-not-attend' })]],
      'missed-coding',
      '/facts/coding',
    ],
    [
      'a review of nothing',
      [['2025-02-01', { kind: 'missed-appointments-reviewed', conclusion: 'None' }]],
      'nothing-missed',
      '/facts/kind',
    ],
    [
      'the priority it has',
      [['2025-02-01', { kind: 'retiered', tier: 'routine', reason: 'Asked' }]],
      'tier-unchanged',
      '/facts/tier',
    ],
    [
      'a duplicate received after the link',
      [['2025-02-01', { kind: 'linked-duplicate', received: day('2025-02-02'), source: 'GP' }]],
      'date-order',
      '/facts/received',
    ],
    [
      'the move to the adult pathway at six',
      [['2025-02-01', { kind: 'transition', step: 'planned', team: 'Adults' }]],
      'too-young-for-transition',
      '/facts/kind',
    ],
    [
      'a decision to treat in a community queue',
      [['2025-02-01', { kind: 'decision-to-treat' }]],
      'event-not-used',
      '/facts/kind',
    ],
    [
      'a decision to treat without monitoring',
      [['2025-02-01', { kind: 'decision-to-treat' }]],
      'not-monitored',
      '/facts/kind',
      'PAEDS',
    ],
    [
      'monitoring twice',
      [
        ['2025-02-01', { kind: 'active-monitoring-started', by: 'patient' }],
        ['2025-02-02', { kind: 'active-monitoring-started', by: 'patient' }],
      ],
      'already-monitored',
      '/facts/kind',
      'PAEDS',
    ],
    [
      'an outcome before the assessment',
      [['2025-02-01', { kind: 'outcome-decided', outcome: 'confirmed' }]],
      'assessment-not-started',
      '/facts/kind',
      'ASD',
    ],
    [
      'telling before the assessment',
      [['2025-02-01', { kind: 'family-informed' }]],
      'assessment-not-started',
      '/facts/kind',
      'ADHD',
    ],
    [
      'an assessment that starts twice',
      [
        ['2025-02-01', { kind: 'assessment-started', byRole: 'Nurse' }],
        ['2025-03-01', { kind: 'assessment-started', byRole: 'Nurse' }],
      ],
      'already-started',
      '/facts/kind',
      'ASD',
    ],
    [
      'Right to Choose once care has begun',
      [
        ['2025-02-01', { kind: 'assessment-started', byRole: 'Nurse' }],
        ['2025-03-01', { kind: 'right-to-choose-accepted', provider: 'Another' }],
      ],
      'already-seen',
      '/facts/kind',
      'ADHD',
    ],
    [
      'a correction of what is not there',
      [['2025-02-01', { kind: 'recorded-in-error', eventId: 'AAAAAAAAAAAAAAAA', reason: 'Wrong' }]],
      'event-unknown',
      '/facts/eventId',
    ],
    [
      'a correction twice',
      [
        ['2025-02-01', accept],
        ['2025-02-02', inError(1)],
        ['2025-02-03', inError(1)],
      ],
      'already-in-error',
      '/facts/eventId',
    ],
    [
      'anything on a void referral',
      [
        ['2025-02-01', inError(0)],
        ['2025-02-02', accept],
      ],
      'referral-void',
      '/facts/kind',
    ],
    [
      'a discharge before a contact that was recorded',
      [
        ['2025-03-01', facts.contact()],
        ['2025-02-01', facts.discharged('moved-away')],
      ],
      'contradicts-history',
      '/on',
    ],
    [
      'a correction that takes the ground from what followed',
      [
        ['2025-01-07', returned],
        ['2025-01-08', { kind: 'information-received' }],
        ['2025-01-09', inError(1)],
      ],
      'contradicts-history',
      '/facts/eventId',
    ],
  ];

  it.each(cases)('%s', (_, entries, code, pointer, queue = 'SALT') => {
    expect(refusal(entries, contextFor(queue))).toEqual({ code, pointer });
  });

  it('every refusal is a sentence, and repeats no date', () => {
    for (const [, entries, , , queue = 'SALT'] of cases) {
      const of = contextFor(queue);
      const before = referralOf(of, '2025-01-06', entries.slice(0, -1));
      const [on, happened] = entries.at(-1) ?? ['', accept];
      const attempt = () => recordEvent(before, { facts: happened, on: day(on) }, recorderOf('last'), of);
      expect(attempt).toThrow(/^[A-Z].{20,}/);
      expect(attempt).not.toThrow(/\d{4}-\d{2}-\d{2}/);
    }
  });

  it('an age outside the queue’s, on the day of receipt', () => {
    const old = contextFor('SALT', { birthDate: day('1999-01-07') });
    expect(() => referralOf(old, '2025-01-07')).toThrow(expect.objectContaining({ code: 'age-out-of-range' }));
    expect(referralOf(old, '2025-01-06').events).toHaveLength(1);
    const fourWeeks = contextFor('CYPMH', { birthDate: day('2007-01-07') });
    expect(() => referralOf(fourWeeks, '2025-01-07')).toThrow(expect.objectContaining({ code: 'age-out-of-range' }));
    expect(referralOf(fourWeeks, '2025-01-06').events).toHaveLength(1);
  });

  it('a receipt with dates that cannot be', () => {
    const opening = (more: Parameters<typeof referralOf>[3]) => () => referralOf(context, '2025-01-06', [], more);
    expect(opening({ authoredOn: day('2025-01-07') })).toThrow(expect.objectContaining({ code: 'date-order' }));
    expect(opening({ firstReceivedOn: day('2025-01-07') })).toThrow(expect.objectContaining({ code: 'date-order' }));
    expect(opening({ firstReceivedOn: day('2018-09-09') })).toThrow(expect.objectContaining({ code: 'before-birth' }));
    expect(opening({ at: Date.parse('2025-01-07T00:10:00Z') })).toThrow(
      expect.objectContaining({ code: 'date-order' }),
    );
    expect(opening({ authoredOn: day('2024-12-01'), at: Date.parse('2025-01-06T23:30:00Z') })).not.toThrow();
  });

  it('23:30 UTC in summer is the next day here', () => {
    const at = Date.parse('2025-06-30T23:30:00Z');
    expect(referralOf(context, '2025-07-01', [], { at }).events[0]?.at).toBe(instantOf(at));
    expect(() => referralOf(context, '2025-06-30', [], { at })).toThrow('not on the day');
  });
});
