import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { healthCheckFactsSchema } from '../../../shared/domain/health-check/facts.ts';
import { healthCheckType } from '../../../shared/domain/health-check/health-check-type.ts';
import { listStatusOn, missedYearOn, rowFactsOf } from '../../../shared/domain/health-check/summary.ts';
import { onRegister } from './record.ts';

const decline = { kind: 'declined', capacityConsidered: true } as const;
const plan = { kind: 'plan-agreed', goals: [], actions: [] } as const;
const checked = { kind: 'checked', where: 'practice' } as const;

describe('A health check record', () => {
  it('goes from the register over invitation, chase and booking to the check and its plan', () => {
    const record = onRegister('2008-06-10', '2023-04-01', '2025-12-31')
      .say('2025-05-01', { kind: 'invited', by: 'easy-read-letter' })
      .say('2025-05-20', { kind: 'chased', by: 'telephone' })
      .say('2025-06-02', { kind: 'booked', appointmentOn: '2025-06-20' })
      .say('2025-06-20', checked)
      .say('2025-06-27', {
        ...plan,
        goals: ['Swim each week'],
        actions: [{ what: 'Eye test', owner: 'Mum', by: '2025-08-01' }],
      });
    const steps = ['2025-04-30', '2025-05-01', '2025-05-20', '2025-06-02', '2025-06-20'].map(
      (day) => record.state(day).invitation.step,
    );
    expect(steps).toEqual(['not-invited', 'invited', 'chased', 'booked', 'done']);
    expect(record.state('2025-06-26').standing).toMatchObject({ status: 'COMPLETED_THIS_FY', plan: 'missing' });
    expect(record.state().standing).toMatchObject({ status: 'COMPLETED_THIS_FY', plan: 'complete', due: '2026-06-20' });
    expect(record.state().plan).toMatchObject({ on: '2025-06-27', goals: ['Swim each week'] });
    expect(record.state('2026-04-01').invitation.step).toBe('not-invited');
  });

  it.each([
    ['2025-04-30', 'overdue', 'us'],
    ['2025-05-01', 'overdue', 'family'],
    ['2025-06-02', 'overdue', 'other-body'],
    ['2025-06-20', 'completed', 'other-body'],
    ['2025-06-27', 'completed', null],
  ])('on %s its row says %s, and waits on %s', (day, status, waitingOn) => {
    const record = onRegister('2008-06-10', '2023-04-01', '2025-12-31')
      .say('2025-05-01', { kind: 'invited', by: 'letter' })
      .say('2025-06-02', { kind: 'booked', appointmentOn: '2025-06-20' })
      .say('2025-06-20', checked)
      .say('2025-06-27', plan);
    expect(record.summary(day)).toMatchObject({ status, waitingOn, group: 'N82001' });
  });

  it('a correction takes a check back: what was met is due again', () => {
    const record = onRegister('2008-06-10', '2023-04-01', '2025-12-31').say('2025-06-20', checked);
    expect(record.deadlines()[0]).toMatchObject({ start: '2025-06-20', due: '2026-06-20' });
    record.say('2025-12-31', {
      kind: 'recorded-in-error',
      eventId: record.eventId('checked'),
      reason: 'Another child',
    });
    expect(record.deadlines()[0]).toMatchObject({ start: '2023-04-01', due: '2024-03-31' });
    expect(record.state().standing.status).toBe('OVERDUE');
  });

  it('a missed booking is counted, and needs safeguarding to be considered', () => {
    const record = onRegister('2010-06-10', '2024-04-01', '2025-12-31')
      .say('2025-05-01', { kind: 'invited', by: 'letter' })
      .say('2025-06-02', { kind: 'booked', appointmentOn: '2025-06-20' });
    expect(record.refusal('2025-06-20', { kind: 'booking-ended', why: 'was-not-brought' })).toBe(
      '/facts/safeguardingConsidered safeguarding-needed',
    );
    record.say('2025-06-20', { kind: 'booking-ended', why: 'was-not-brought', safeguardingConsidered: true });
    expect(record.state().invitation).toMatchObject({ step: 'invited', missed: 1, appointmentOn: null });
  });

  it('moving to another practice takes the due date along', () => {
    const record = onRegister('2008-06-10', '2023-04-01', '2025-12-31').say('2025-01-10', checked);
    const before = record.deadlines();
    record.say('2025-09-01', { kind: 'practice-moved', practice: 'N82002' });
    expect(record.deadlines()).toEqual(before);
    expect(record.summary().group).toBe('N82002');
  });

  it('leaving hands the due date over, ends the duty and closes the record', () => {
    const record = onRegister('2001-06-10', '2020-04-01', '2027-12-31').say('2026-11-02', checked);
    expect(record.refusal('2027-06-10', { kind: 'left', why: 'left-service' })).toBe('/facts/handedOverTo required');
    record.say('2027-06-10', { kind: 'left', why: 'left-service', handedOverTo: 'Abercromby practice' });
    expect(record.state().left).toEqual({
      on: '2027-06-10',
      why: 'left-service',
      handedOverTo: 'Abercromby practice',
      due: '2027-11-02',
    });
    expect(record.deadlines()).toEqual([]);
    expect(healthCheckType.isOpen(record.state())).toBe(false);
    expect(record.summary()).toMatchObject({ status: 'left', due: null, waitingOn: null });
  });

  it('coming back begins a new time on the register', () => {
    const record = onRegister('2001-06-10', '2020-04-01', '2025-12-31')
      .say('2024-11-02', checked)
      .say('2025-02-01', { kind: 'left', why: 'off-register' })
      .say('2025-06-01', { kind: 'registered', practice: 'N82001' });
    expect(record.state().standing).toMatchObject({ eligibleFrom: '2025-06-01', due: '2026-03-31', lastCheck: null });
    expect(record.state('2025-03-01').standing.status).toBe('NOT_ELIGIBLE');
  });

  it('ends with a death that the person’s record tells of, and hands nothing over', () => {
    const record = onRegister('2001-06-10', '2020-04-01', '2025-12-31', '2025-08-03');
    expect(record.state().left).toEqual({ on: '2025-08-03', why: 'died', handedOverTo: null, due: null });
    expect(record.deadlines()).toEqual([]);
    expect(record.deadlines('2025-08-02').map(({ kind }) => kind)).toEqual(['health-check', 'health-check-hand-over']);
  });
});

describe('What does not fit a health check record', () => {
  const record = () => onRegister('2009-09-01', '2023-04-01', '2025-12-31');

  it.each([
    ['a second time on the register', { kind: 'registered', practice: 'N82002' }, '/facts/kind already-on-register'],
    ['a move to the same practice', { kind: 'practice-moved', practice: 'N82001' }, '/facts/practice same-practice'],
    ['a chase of nothing', { kind: 'chased', by: 'text' }, '/facts/kind not-invited'],
    ['an end of no booking', { kind: 'booking-ended', why: 'cancelled-by-family' }, '/facts/kind not-booked'],
    ['a booking in the past', { kind: 'booked', appointmentOn: '2025-06-30' }, '/facts/appointmentOn date-order'],
    ['a move without a hand-over', { kind: 'left', why: 'moved-away' }, '/facts/handedOverTo required'],
  ] as const)('%s', (_what, facts, refusal) => {
    expect(record().refusal('2025-07-01', facts)).toBe(refusal);
  });

  it('two checks of one day', () => {
    expect(record().say('2025-07-01', checked).refusal('2025-07-01', checked)).toBe('/on recorded-already');
  });

  it('anything before the register, or after leaving it', () => {
    expect(record().refusal('2023-03-31', checked)).toBe('/facts/kind not-open');
    expect(record().say('2025-07-01', { kind: 'left', why: 'off-register' }).refusal('2025-07-02', checked)).toBe(
      '/on not-on-register',
    );
  });

  it('leaving before something that is recorded already', () => {
    expect(record().say('2025-07-01', checked).refusal('2025-06-30', { kind: 'left', why: 'off-register' })).toBe(
      '/on contradicts-history',
    );
  });

  it.each([
    // 16 on 1 September 2025.
    ['2025-08-31', 'parent', undefined],
    ['2025-09-01', 'parent', '/facts/by parent-decides-until-16'],
    ['2025-08-31', 'best-interests', '/facts/by best-interests-from-16'],
    ['2025-09-01', 'best-interests', undefined],
    ['2025-08-31', 'young-person', undefined],
    ['2025-09-01', 'young-person', undefined],
  ] as const)('a decline on %s by %s: %s', (on, by, refusal) => {
    expect(record().refusal(on, { ...decline, by })).toBe(refusal);
  });

  it('a decline without capacity considered', () => {
    const said = { kind: 'declined', by: 'young-person', capacityConsidered: false };
    expect(healthCheckFactsSchema.safeParse(said).error?.issues[0]).toMatchObject({
      path: ['capacityConsidered'],
      message: 'Consider capacity to make this decision before recording that it was declined',
    });
  });
});

describe('The row of a health check record', () => {
  const record = onRegister('2008-10-14', '2023-01-01', '2025-12-15')
    .say('2024-11-20', checked)
    .say('2025-10-02', { ...decline, by: 'young-person' });

  it('says when a declined check is next due: when it is offered again', () => {
    expect(record.summary()).toMatchObject({ status: 'declined', due: { on: '2026-04-01', what: 'health-check' } });
    expect(record.summary('2025-10-01')).toMatchObject({ status: 'due-soon', due: { on: '2025-11-20' } });
  });

  it.each([
    ['2025-12-15', 'declined', '2023-24'],
    ['2026-03-31', 'declined', '2023-24'],
    ['2026-04-01', 'overdue', '2025-26'],
    ['2027-04-01', 'overdue', '2026-27'],
  ])('tells its status on %s, a later day than it was written: %s', (day, status, missed) => {
    const row = record.summary();
    expect(listStatusOn(row, localDate(day))).toBe(status);
    expect(missedYearOn(rowFactsOf(row), localDate(day))).toBe(missed);
  });
});
