/** The check does not end at 18 or 25: on leaving the service the due date is handed to the GP practice (domain.md 3). */
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { handOverBy, isHandOverNear } from '../../../shared/domain/health-check/hand-over.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { onRegister } from './record.ts';

const checked = { kind: 'checked', where: 'practice' } as const;
const handOver = (record: ReturnType<typeof onRegister>, asAt?: string) =>
  record.deadlines(asAt).find(({ kind }) => kind === 'health-check-hand-over');

describe('Handing over the due date', () => {
  it.each([
    ['a birthday in the ordinary way', '2001-06-10', '2020-04-01', '2027-06-10'],
    ['a birthday of 29 February, on 1 March', '2000-02-29', '2020-04-01', '2026-03-01'],
    ['somebody put on the register later than that', '1999-06-10', '2025-09-01', '2025-09-01'],
  ])('is due by the 26th birthday: %s', (_name, birthDate, registerFrom, by) => {
    const person = { birthDate: localDate(birthDate), registerFrom: localDate(registerFrom) };
    expect(handOverBy(person, liverpool)).toBe(by);
  });

  it('follows from the ages of the place', () => {
    const person = { birthDate: localDate('2001-06-10'), registerFrom: localDate('2020-04-01') };
    expect(handOverBy(person, { scopeAge: { from: 0, to: 18 } })).toBe('2020-06-10');
  });

  it('is warned of 56 and 14 days before and the day after, from the first day on the register', () => {
    const record = onRegister('2001-06-10', '2020-04-01', '2027-12-31').say('2026-11-02', checked);
    expect(handOver(record, '2020-04-01')).toMatchObject({
      start: '2020-04-01',
      due: '2027-06-10',
      warnOn: [{ on: '2027-04-15' }, { on: '2027-05-27' }, { on: '2027-06-11' }],
    });
    const by = localDate('2027-06-10');
    expect([localDate('2027-04-14'), localDate('2027-04-15')].map((on) => isHandOverNear(by, on))).toEqual([
      false,
      true,
    ]);
  });

  it('is what is due next once no check comes before it, and waits on us when it is near', () => {
    const record = onRegister('2001-06-10', '2020-04-01', '2027-12-31').say('2025-11-02', checked);
    expect(record.summary('2026-10-01').due).toEqual({ on: '2026-11-02', what: 'health-check' });
    record.say('2026-11-02', checked).say('2026-11-02', { kind: 'plan-agreed', goals: ['Swim'], actions: [] });
    expect(record.summary('2026-11-02').due).toEqual({ on: '2027-06-10', what: 'health-check-hand-over' });
    expect([record.summary('2027-03-31'), record.summary('2027-05-01')].map(({ waitingOn }) => waitingOn)).toEqual([
      null,
      'us',
    ]);
  });

  it('ends when somebody leaves, and begins anew when they come back', () => {
    const record = onRegister('2001-06-10', '2020-04-01', '2027-12-31')
      .say('2026-11-02', checked)
      .say('2027-06-01', { kind: 'left', why: 'left-service', handedOverTo: 'Abercromby practice' });
    expect(handOver(record)).toBeUndefined();
    expect(record.state().left?.due).toBe('2027-11-02');
    record.say('2027-06-05', { kind: 'registered', practice: 'N82001' });
    expect(handOver(record)).toMatchObject({ start: '2027-06-05', due: '2027-06-10' });
  });
});
