import { describe, expect, it } from 'vitest';
import { appointmentsOf } from '../../../shared/domain/referral/appointments.ts';
import type { ReferralEventFacts } from '../../../shared/domain/referral/event.ts';
import { contextFor, day, type Entry, eventIdAt, facts, referralOf, stateOn } from './history.ts';

const context = contextFor('SALT');
const booked = (on: string, time?: string): ReferralEventFacts => ({
  kind: 'appointment-booked',
  appointmentOn: day(on),
  ...(time !== undefined && { time }),
});
const accepted: Entry = ['2026-08-04', { kind: 'triage-accepted' }];

/** Each appointment as `day time`, with `off` where it is. */
function on(asAt: string, ...entries: readonly Entry[]): readonly string[] {
  const referral = referralOf(context, '2026-08-03', [accepted, ...entries]);
  return appointmentsOf(referral.events, stateOn(referral, context, asAt)).map(
    (one) => `${one.on} ${one.time ?? 'some time'}${one.isCancelled ? ' off' : ''}`,
  );
}

describe('the appointments of a referral', () => {
  it('are none before one is booked, and none of the days that were offered', () => {
    expect(on('2026-09-01', ['2026-08-20', { kind: 'appointment-offered', dates: [day('2026-09-30')] }])).toEqual([]);
  });

  it('stand by day and time until they have been, and afterwards', () => {
    const entry: Entry = ['2026-08-20', booked('2026-09-30', '09:30')];
    expect(on('2026-08-19', entry)).toEqual([]);
    expect(on('2026-09-30', entry)).toEqual(['2026-09-30 09:30']);
    expect(on('2026-10-10', entry, ['2026-09-30', facts.contact()])).toEqual(['2026-09-30 09:30']);
    expect(on('2026-10-10', entry, ['2026-09-30', facts.missed()])).toEqual(['2026-09-30 09:30']);
  });

  it('are off once they are cancelled, and stay so when their day has passed', () => {
    const entries: Entry[] = [
      ['2026-08-20', booked('2026-09-30')],
      ['2026-09-01', facts.cancelled('family')],
    ];
    expect(on('2026-08-31', ...entries)).toEqual(['2026-09-30 some time']);
    expect(on('2026-09-02', ...entries)).toEqual(['2026-09-30 some time off']);
    expect(on('2026-10-15', ...entries)).toEqual(['2026-09-30 some time off']);
  });

  it('are off where another was booked in their place before their day, and not where they had been', () => {
    const first: Entry = ['2026-08-20', booked('2026-09-30', '09:30')];
    expect(on('2026-10-15', first, ['2026-09-10', booked('2026-10-05', '14:00')])).toEqual([
      '2026-09-30 09:30 off',
      '2026-10-05 14:00',
    ]);
    expect(on('2026-10-15', first, ['2026-10-01', booked('2026-10-20')])).toEqual([
      '2026-09-30 09:30',
      '2026-10-20 some time',
    ]);
  });

  it('are off when the referral is closed before their day', () => {
    const entries: Entry[] = [
      ['2026-08-20', booked('2026-09-30')],
      ['2026-09-01', facts.discharged('moved-away')],
    ];
    expect(on('2026-09-02', ...entries)).toEqual(['2026-09-30 some time off']);
    expect(on('2026-10-15', ...entries)).toEqual(['2026-09-30 some time off']);
  });

  it('never were where the booking was recorded in error', () => {
    const error: ReferralEventFacts = { kind: 'recorded-in-error', eventId: eventIdAt(2), reason: 'Another child' };
    expect(on('2026-09-02', ['2026-08-20', booked('2026-09-30')], ['2026-09-01', error])).toEqual([]);
  });
});
