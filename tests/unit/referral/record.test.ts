import { describe, expect, it } from 'vitest';
import { isDomainError } from '../../../shared/domain/error.ts';
import type { ReferralEventFacts } from '../../../shared/domain/referral/event.ts';
import { referralEventSchema } from '../../../shared/domain/referral/event.ts';
import { brokenLink } from '../../../shared/domain/referral/event-chain.ts';
import { nextActions, whyNot } from '../../../shared/domain/referral/next-actions.ts';
import { appendEvent, openReferral, recordEvent, recordEvents } from '../../../shared/domain/referral/record.ts';
import { MAX_EVENTS, referralSchema } from '../../../shared/domain/referral/referral.ts';
import {
  contextFor,
  day,
  type Entry,
  eventIdAt,
  facts,
  queueCalled,
  recorderOf,
  referralOf,
  sha256,
  stateOn,
} from './history.ts';

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

describe('what can be recorded', () => {
  it('a late entry between others, where it fits', () => {
    const entries: Entry[] = [
      ['2025-03-01', facts.contact()],
      ['2025-02-01', facts.missed()],
    ];
    expect(refusal(entries)).toBe('accepted');
  });

  it('telling the family, a note and a contact after the end', () => {
    const autism = contextFor('ASD');
    const ended: Entry[] = [
      ['2025-02-01', { kind: 'assessment-started', byRole: 'Nurse' }],
      ['2025-03-01', { kind: 'outcome-decided', outcome: 'confirmed' }],
      ['2025-03-02', facts.discharged()],
    ];
    for (const happened of [
      { kind: 'family-informed' },
      { kind: 'noted', note: 'Letter sent' },
      facts.familyContacted('other'),
    ] as const)
      expect(refusal([...ended, ['2025-03-03', happened]], autism)).toBe('accepted');
    const told = stateOn(
      referralOf(autism, '2025-01-06', [...ended, ['2025-03-03', { kind: 'family-informed' }]]),
      autism,
      '2025-04-01',
    );
    expect(told.stamps.familyInformed).toBe('2025-03-03');
    expect(told.familyTotal?.to).toBe('2025-03-02');
  });

  it('a file may report what procedure would refuse; a person may not', () => {
    const happened: ReferralEventFacts = facts.discharged('not-brought');
    const referral = referralOf(context, '2025-01-06');
    const on = day('2025-03-01');
    const fromFile = recorderOf('file', { importId: 'IIIIIIIIIIIIIIII' });
    expect(recordEvent(referral, { facts: happened, on }, fromFile, context).events).toHaveLength(2);
    expect(() => recordEvent(referral, { facts: happened, on }, recorderOf('person'), context)).toThrow('rebook');
    const autism = contextFor('ASD');
    const told = { facts: { kind: 'family-informed' } as const, on };
    expect(recordEvent(referralOf(autism, '2025-01-06'), told, fromFile, autism).events).toHaveLength(2);
    const contact = { facts: facts.contact(), on: day('2025-01-05') };
    expect(() => recordEvent(referral, contact, fromFile, context)).toThrow('before the referral');
  });

  it('nothing holds up a death', () => {
    const entries: Entry[] = [
      ['2025-02-01', facts.missed()],
      ['2025-02-10', facts.missed()],
      ['2025-02-05', facts.discharged('died')],
    ];
    expect(refusal(entries)).toBe('accepted');
  });

  it('a receipt can be corrected: the old one in error, then the right one', () => {
    const entries: Entry[] = [
      ['2025-02-01', accept],
      ['2025-02-02', inError(0)],
      ['2025-01-20', { kind: 'received', source: 'school', tier: 'soon', alreadyAccepted: false }],
    ];
    const state = stateOn(referralOf(context, '2025-01-06', entries), context, '2025-02-03');
    expect(state).toMatchObject({ tier: 'soon', accepted: true, running: { startOn: '2025-01-20' } });
    expect(
      refusal([
        ...entries.slice(0, 2),
        ['2025-02-02', { kind: 'received', source: 'school', tier: 'soon', alreadyAccepted: false }],
      ]),
    ).toEqual({
      code: 'contradicts-history',
      pointer: '/on',
    });
  });
});

describe('corrections', () => {
  const entries: Entry[] = [
    ['2025-01-08', accept],
    ['2025-03-01', facts.contact()],
  ];

  it('an event in error is as if it had never happened, once that is known', () => {
    const before = stateOn(referralOf(context, '2025-01-06', entries.slice(0, 1)), context, '2025-05-01');
    const corrected = referralOf(context, '2025-01-06', [...entries, ['2025-04-01', inError(2)]]);
    expect(stateOn(corrected, context, '2025-05-01')).toEqual(before);
    expect(stateOn(corrected, context, '2025-03-15').running).toBeDefined();
  });

  it('the receipt in error leaves a void referral that counts nowhere', () => {
    const voided = referralOf(context, '2025-01-06', [...entries, ['2025-04-01', inError(0)]]);
    const state = stateOn(voided, context, '2025-05-01');
    expect(state).toMatchObject({ stage: 'void', open: false, clocks: [], eventCount: 0 });
    expect(state.familyTotal).toBeUndefined();
    expect(nextActions(state, context)).toEqual(['received']);
  });

  it('a correction that was itself a mistake brings the event back', () => {
    const back = referralOf(context, '2025-01-06', [
      ...entries,
      ['2025-04-01', inError(2)],
      ['2025-04-02', inError(3)],
    ]);
    const straight = referralOf(context, '2025-01-06', entries);
    expect(stateOn(back, context, '2025-05-01')).toEqual(stateOn(straight, context, '2025-05-01'));
  });
});

describe('keys, versions, bounds and the chain', () => {
  it('the same key and request again is the same event; another request is refused', () => {
    const referral = referralOf(context, '2025-01-06');
    const happened = { facts: accept, on: day('2025-01-07') };
    const once = recordEvent(referral, happened, recorderOf('key', { requestHash: 'a' }), context);
    expect(recordEvent(once, happened, recorderOf('key', { requestHash: 'a' }), context)).toBe(once);
    expect(() => recordEvent(once, happened, recorderOf('key', { requestHash: 'b' }), context)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'idempotency-key-reused' }),
    );
  });

  it('one version a command, however many events it has', () => {
    const referral = referralOf(context, '2025-01-06');
    expect(referral.version).toBe(1);
    const happened = { facts: accept, on: day('2025-01-07') };
    expect(recordEvent(referral, happened, recorderOf('one'), context).version).toBe(2);
    const both = [
      { happened, recorder: recorderOf('one') },
      { happened: { facts: facts.contact(), on: day('2025-02-01') }, recorder: recorderOf('two') },
    ];
    const grown = recordEvents(referral, both, context);
    expect([grown.version, grown.events.length]).toEqual([2, 3]);
    expect(recordEvents(grown, both, context)).toBe(grown);
    expect(appendEvent(referral, happened, recorderOf('one'), context).version).toBe(1);
  });

  it('holds no more events than it can', () => {
    let referral = referralOf(context, '2025-01-06');
    const [receipt] = referral.events;
    if (receipt === undefined) throw new Error('No receipt');
    const note = { ...receipt, facts: { kind: 'noted', note: 'x' } as const };
    const events = Array.from({ length: MAX_EVENTS - 1 }, (_, seq) => ({
      ...note,
      id: `${seq}`.padStart(16, '0'),
      seq,
    }));
    referral = { ...referral, events: [receipt, ...events] };
    expect(() => recordEvent(referral, { facts: accept, on: day('2025-01-07') }, recorderOf('more'), context)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'too-many-events' }),
    );
  });

  it('what is recorded is what the store and the API take', () => {
    const referral = referralOf(context, '2025-01-06', [['2025-02-01', facts.contact()]], {
      at: Date.parse('2025-01-06T09:00:00Z'),
    });
    expect(referralSchema.parse(JSON.parse(JSON.stringify(referral)))).toEqual(referral);
    expect(referralEventSchema.parse(referral.events[1])).toEqual(referral.events[1]);
  });

  it('the chain shows a change, a removal and a swap', () => {
    const { events } = referralOf(context, '2025-01-06', [
      ['2025-01-07', accept],
      ['2025-02-01', facts.contact()],
    ]);
    const [first, second, third] = events;
    if (first === undefined || second === undefined || third === undefined) throw new Error('Three events');
    expect(brokenLink(events, sha256)).toBe(-1);
    expect(brokenLink([first, { ...second, on: day('2025-01-08') }, third], sha256)).toBe(1);
    expect(brokenLink([first, third], sha256)).toBe(1);
    expect(brokenLink([first, third, second], sha256)).toBe(1);
    expect(brokenLink([second, third], sha256)).toBe(0);
    const stored = referralSchema.shape.events.parse(JSON.parse(JSON.stringify(events)));
    expect(brokenLink(stored, sha256)).toBe(-1);
  });
});

describe('what a page offers', () => {
  it('only what fits the state', () => {
    const fresh = stateOn(referralOf(context, '2025-01-06'), context, '2025-01-07');
    const offered = nextActions(fresh, context);
    expect(offered).toEqual(
      expect.arrayContaining(['triage-accepted', 'returned-for-information', 'rejected', 'contact']),
    );
    for (const kind of [
      'received',
      'information-received',
      'reinstated',
      'decision-to-treat',
      'transition',
      'offer-declined',
    ] as const)
      expect(offered).not.toContain(kind);
    for (const kind of ['appointment-offered', 'appointment-cancelled', 'new-date-agreed', 'outcome-decided'] as const)
      expect(offered).not.toContain(kind);
    const worked = stateOn(
      referralOf(context, '2025-01-06', [
        ['2025-01-07', accept],
        ['2025-01-08', { kind: 'appointment-booked', appointmentOn: day('2025-02-08') }],
      ]),
      context,
      '2025-01-09',
    );
    expect(nextActions(worked, context)).toEqual(
      expect.arrayContaining([
        'appointment-offered',
        'appointment-cancelled',
        'appointment-missed',
        'treatment-started',
      ]),
    );
    const closed = stateOn(
      referralOf(context, '2025-01-06', [['2025-02-01', facts.discharged('moved-away')]]),
      context,
      '2025-02-02',
    );
    expect(nextActions(closed, context)).toEqual(['family-contacted', 'noted']);
    expect(whyNot(closed, 'contact', context)?.code).toBe('referral-closed');
  });

  it('everything offered for a kind without facts can be recorded', () => {
    const paediatrics = contextFor('PAEDS', { queue: queueCalled('PAEDS') });
    const referral = referralOf(paediatrics, '2025-01-06', [
      ['2025-02-01', { kind: 'active-monitoring-started', by: 'clinician' }],
    ]);
    const state = stateOn(referral, paediatrics, '2025-03-01');
    expect(nextActions(state, paediatrics)).toContain('decision-to-treat');
    for (const kind of ['decision-to-treat', 'treatment-started'] as const)
      expect(() =>
        recordEvent(referral, { facts: { kind }, on: day('2025-03-01') }, recorderOf(kind), paediatrics),
      ).not.toThrow();
  });

  it('opens at version 1 in the place and queue it is opened for', () => {
    const referral = openReferral(
      {
        id: eventIdAt(9),
        personId: eventIdAt(8),
        origin: { system: 'extract', id: 'REF1', contentHash: 'h' },
        on: day('2025-01-06'),
        facts: { kind: 'received', source: 'gp', tier: 'soon', alreadyAccepted: true },
      },
      recorderOf('open'),
      context,
    );
    expect(referral).toMatchObject({ place: 'liverpool', queue: 'SALT', version: 1, origin: { id: 'REF1' } });
  });
});
