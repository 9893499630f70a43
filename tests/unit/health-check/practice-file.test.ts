import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import {
  type PracticeField,
  practiceColumns,
  practiceFields,
} from '../../../shared/domain/health-check/practice-file/columns.ts';
import { planPracticeRow } from '../../../shared/domain/health-check/practice-file/plan-practice-row.ts';
import { readPracticeRow } from '../../../shared/domain/health-check/practice-file/read-practice-row.ts';
import { fileMapping } from '../../../shared/domain/import/file-columns.ts';
import { onRegister } from './record.ts';

type Cells = Partial<Record<PracticeField, string>>;
const good: Cells = {
  nhsNumber: '999 000 0018',
  familyName: 'Okafor',
  birthDate: '14/10/2008',
  practice: 'n82001',
  registeredOn: '01/01/2023',
};
const asAt = localDate('2025-12-15');
const read = (cells: Cells) =>
  readPracticeRow({ record: 1, line: 2, cells: { ...good, ...cells } }, { asAt, stage: 'test' });
const faults = (cells: Cells) => {
  const reading = read(cells);
  return 'faults' in reading ? reading.faults.map(({ code, field }) => `${code} ${field}`) : [];
};
function rowOf(cells: Cells) {
  const reading = read(cells);
  if ('faults' in reading) throw new Error(reading.faults[0].code);
  return reading.row;
}

describe('The columns of a practice file', () => {
  it('are found by any of their names, in any order, and what is not read is told', () => {
    const { places, missing, unread } = fileMapping(practiceColumns, [
      'dob',
      'SURNAME',
      'nhs no',
      'Shoe size',
      'ODS code',
      'register date',
    ]);
    expect(places).toEqual({ birthDate: 0, familyName: 1, nhsNumber: 2, practice: 4, registeredOn: 5 });
    expect([missing, unread]).toEqual([[], ['Shoe size']]);
    expect(fileMapping(practiceColumns, ['Surname']).missing).toEqual(['birthDate', 'practice', 'registeredOn']);
  });

  it('no name stands for two of them', () => {
    const names = practiceFields.flatMap((field) => {
      const { heading, otherHeadings } = practiceColumns[field];
      return [heading, ...otherHeadings].map((name) => name.toLowerCase().replaceAll(/[^a-z]/g, ''));
    });
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('A row of a practice file', () => {
  it('is read with dates as people write them', () => {
    expect(
      rowOf({ checkedOn: '20 Nov 2024', checkedWhere: 'PCN hub', planOn: '2024-11-20', invitedOn: '1/11/2024' }),
    ).toMatchObject({
      nhsNumber: '9990000018',
      practice: 'N82001',
      registeredOn: '2023-01-01',
      invitedOn: '2024-11-01',
      checked: { on: '2024-11-20', where: 'hub' },
      planOn: '2024-11-20',
      declined: null,
      left: null,
    });
  });

  it.each<[string, Cells, string[]]>([
    ['no surname', { familyName: ' ' }, ['required-missing familyName']],
    ['neither number', { nhsNumber: '' }, ['number-missing nhsNumber']],
    ['a wrong check digit', { nhsNumber: '9990000017' }, ['nhs-number-check-digit nhsNumber']],
    ['a number that nobody has', { nhsNumber: '12' }, ['nhs-number-format nhsNumber']],
    ['no such day', { checkedOn: '31/02/2025' }, ['date-invalid checkedOn']],
    ['a day to come', { checkedOn: '16/12/2025' }, ['date-in-future checkedOn']],
    ['a day before birth', { registeredOn: '01/01/2008' }, ['before-birth registeredOn']],
    ['no code of a practice', { practice: 'Park Lane Surgery' }, ['value-not-known practice']],
    ['an unknown place', { checkedOn: '01/12/2025', checkedWhere: 'moon' }, ['value-not-known checkedWhere']],
    [
      'a decline without capacity',
      { declinedOn: '01/12/2025', declinedBy: 'parent' },
      ['capacity-not-considered capacityConsidered'],
    ],
    ['a decline by nobody', { declinedOn: '01/12/2025', capacityConsidered: 'Yes' }, ['value-not-known declinedBy']],
    ['leaving without a reason', { leftOn: '01/12/2025' }, ['value-not-known leftWhy']],
    [
      'everything at once',
      { familyName: '', birthDate: 'x', checkedOn: 'y' },
      ['required-missing familyName', 'date-invalid birthDate', 'date-invalid checkedOn'],
    ],
  ])('%s is refused, and says so', (_what, cells, expected) => {
    expect(faults(cells)).toEqual(expected);
  });

  it('may tell of a booking that is to come', () => {
    expect(rowOf({ bookedFor: '20/01/2026' }).bookedFor).toBe('2026-01-20');
  });
});

describe('What a row adds', () => {
  const full: Cells = {
    invitedOn: '01/11/2024',
    bookedFor: '20/11/2024',
    checkedOn: '20/11/2024',
    planOn: '21/11/2024',
    declinedOn: '02/10/2025',
    declinedBy: 'young person',
    capacityConsidered: 'yes',
  };
  const kinds = (plan: ReturnType<typeof planPracticeRow>) =>
    'facts' in plan ? plan.facts.map(({ on, facts }) => `${on} ${facts.kind}`) : plan.fault.code;

  it('to nothing: everything it says, in the order it happened', () => {
    expect(kinds(planPracticeRow(rowOf(full), undefined, [], asAt))).toEqual([
      '2023-01-01 registered',
      '2024-11-01 invited',
      '2024-11-20 booked',
      '2024-11-20 checked',
      '2024-11-21 plan-agreed',
      '2025-10-02 declined',
    ]);
  });

  it('is taken by the rules as it stands, and nothing the second time', () => {
    const plan = planPracticeRow(rowOf(full), undefined, [], asAt);
    if (!('facts' in plan)) throw new Error('not planned');
    const record = onRegister('2008-10-14', '2023-01-01', '2025-12-15');
    for (const { on, facts } of plan.facts.slice(1)) record.say(on, facts);
    expect(kinds(planPracticeRow(rowOf(full), record.state(), record.standing(), asAt))).toEqual([]);
    const more = rowOf({ ...full, checkedOn: '01/12/2025' });
    expect(kinds(planPracticeRow(more, record.state(), record.standing(), asAt))).toEqual(['2025-12-01 checked']);
  });

  it('a booking to come was made by the day of the file, and is the same in the next file', () => {
    const row = rowOf({ bookedFor: '20/01/2026' });
    const record = onRegister('2008-10-14', '2023-01-01', '2025-12-20').say('2025-12-15', {
      kind: 'booked',
      appointmentOn: '2026-01-20',
    });
    expect(kinds(planPracticeRow(row, undefined, [], asAt))).toContain('2025-12-15 booked');
    expect(kinds(planPracticeRow(row, record.state(), record.standing(), localDate('2025-12-20')))).toEqual([]);
  });

  it.each<[string, Cells, string]>([
    ['another register date', { registeredOn: '02/01/2023' }, 'register-date-differs'],
    ['another practice', { practice: 'N82002' }, 'other-practice'],
  ])('nothing where it has %s than the record: that is for a person to decide', (_what, cells, code) => {
    const record = onRegister('2008-10-14', '2023-01-01', '2025-12-15');
    expect(kinds(planPracticeRow(rowOf(cells), record.state(), record.standing(), asAt))).toBe(code);
  });

  it('nothing to somebody who has left, unless they are on the register again', () => {
    const record = onRegister('2008-10-14', '2023-01-01', '2025-12-15').say('2025-06-01', {
      kind: 'left',
      why: 'off-register',
    });
    const planned = (cells: Cells) => kinds(planPracticeRow(rowOf(cells), record.state(), record.standing(), asAt));
    expect(planned({})).toBe('left-already');
    expect(planned({ leftOn: '01/06/2025', leftWhy: 'Off register' })).toEqual([]);
    expect(planned({ registeredOn: '01/09/2025' })).toEqual(['2025-09-01 registered']);
  });
});
