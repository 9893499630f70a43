import { describe, expect, it } from 'vitest';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { ImportField } from '../../../shared/domain/import/columns.ts';
import { readRow } from '../../../shared/domain/import/read-row.ts';
import type { ParsedRow } from '../../../shared/domain/import/row.ts';
import { rowErrorCodes } from '../../../shared/domain/import/row-error.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { rowOf } from './row.ts';

const context = { asAt: localDate('2026-11-01'), policy: liverpool, stage: 'test' };
type Cells = Partial<Record<ImportField, string>>;

function errorsOf(cells: Cells) {
  const reading = readRow(rowOf(cells), context);
  return 'errors' in reading ? reading.errors : [];
}
function read(cells: Cells): { row: ParsedRow; flags: readonly string[] } {
  const reading = readRow(rowOf(cells), context);
  if ('errors' in reading) throw new Error(JSON.stringify(reading.errors));
  return reading;
}

describe('a row that is wrong', () => {
  const cases: readonly [code: string, column: string, found: string, cells: Cells][] = [
    ['required-missing', 'Referral ID', '', { referralId: ' ' }],
    ['required-missing', 'Surname', '', { familyName: '' }],
    ['required-missing', 'Date of Birth', '', { birthDate: '' }],
    ['required-missing', 'Referral Received', '', { receivedOn: '' }],
    ['service-unknown', 'Service', 'Podiatry', { service: 'Podiatry' }],
    ['service-unknown', 'Service', '', { service: '' }],
    ['nhs-number-format', 'NHS Number', '99900173', { nhsNumber: '99900173' }],
    ['nhs-number-format', 'NHS Number', '0000000000', { nhsNumber: '0000000000' }],
    ['nhs-number-format', 'NHS Number', '4010232137', { nhsNumber: '4010232137' }],
    ['nhs-number-check-digit', 'NHS Number', '9990017337', { nhsNumber: '9990017337' }],
    ['date-invalid', 'Referral Received', '30/02/2026', { receivedOn: '30/02/2026' }],
    ['date-invalid', 'Date of Birth', '01/02/16', { birthDate: '01/02/16' }],
    ['before-birth', 'Referral Received', '2016-02-28', { receivedOn: '2016-02-28' }],
    ['date-in-future', 'Referral Received', '2026-11-02', { receivedOn: '2026-11-02' }],
    ['age-out-of-range', 'Date of Birth', '2000-05-31', { birthDate: '2000-05-31' }],
    ['date-order', 'First Contact Date', '2026-05-31', { firstContactOn: '2026-05-31', firstContactType: 'Video' }],
    ['date-order', 'Discharge Date', '2026-07-01', { assessmentStartedOn: '2026-07-02', dischargedOn: '2026-07-01' }],
    ['too-long', 'Local Patient ID', 'x'.repeat(41), { localId: 'x'.repeat(41) }],
  ];
  it.each(cases)('%s in %s, found “%s”', (code, column, found, cells) => {
    const [error, ...others] = errorsOf(cells);
    expect(error).toMatchObject({ code, column, found });
    expect(error?.fix).toMatch(/^[A-Z].{8,}/);
    expect(others).toEqual([]);
  });

  it('has a case for every code', () => {
    expect([...new Set(cases.map(([code]) => code))].sort()).toEqual([...rowErrorCodes].sort());
  });

  it('lists all that is wrong with it, and counts under the first in rank, wherever that stands in the file', () => {
    const all = errorsOf({
      nhsNumber: '123',
      service: 'Audiology',
      receivedOn: '2015-01-01',
      dischargedOn: '31/04/2026',
      familyName: '',
      firstContactOn: '2026-12-25',
    });
    expect(all.map(({ code }) => code)).toEqual([
      'required-missing',
      'service-unknown',
      'nhs-number-format',
      'date-invalid',
      'before-birth',
      'date-in-future',
    ]);
  });

  it('still names its referral, so that a referral that is open is not taken for absent', () => {
    expect(readRow(rowOf({ referralId: ' REF 9 ', service: '' }), context)).toMatchObject({ referralId: 'REF 9' });
    expect(readRow(rowOf({ referralId: '' }), context)).toMatchObject({ referralId: null });
  });
});

describe('a row that is right', () => {
  it('reads the same however it is written', () => {
    const plain = read({ receivedOn: '2026-06-01', service: 'SALT', priority: 'Routine', notes: 'a\nb' }).row;
    const otherwise = {
      receivedOn: ' 1 June 2026 ',
      service: ' speech  AND language therapy',
      priority: 'R',
      notes: 'a\r\nb\r\n',
      birthDate: '2016-02-29',
      nhsNumber: '999-001-7336',
      postcode: 'L18JQ',
      gpPractice: 'n82001',
      familyName: 'Ó Súilleabháin'.normalize('NFD'),
    };
    expect(read(otherwise).row).toEqual(plain);
  });

  it.each([
    ['SALT', 'salt '],
    ['SALT', 'S&LT'],
    ['OT', 'Occupational Therapy'],
    ['ASD', 'ASD Pathway'],
    ['ASD', 'Autism Assessment'],
    ['ADHD', 'adhd assessment'],
  ])('is of %s when its service is “%s”', (queue, service) => {
    expect(read({ service }).row.queue).toBe(queue);
  });

  it('may have no NHS number, and says so', () => {
    expect(read({ nhsNumber: '' })).toMatchObject({ row: { person: { nhsNumber: null } }, flags: ['no-nhs-number'] });
  });

  it('takes what it does not know for the usual, and says so', () => {
    const { row, flags } = read({
      source: 'Pigeon',
      priority: 'asap',
      firstContactOn: '2026-07-01',
      ethnicCategory: '?',
    });
    expect(row).toMatchObject({ source: 'other', tier: 'routine', firstContact: { mechanism: 'face-to-face' } });
    expect(row.person.ethnicCategory).toBe('99');
    expect([...flags].sort()).toEqual(['contact-type-assumed', 'value-not-known']);
    expect(read({}).flags).toEqual([]);
  });

  it('keeps a formula as the text it is, and takes the mark off that kept a spreadsheet from running it', () => {
    expect(read({ notes: '=HYPERLINK("http://x","click")' }).row.notes).toBe('=HYPERLINK("http://x","click")');
    expect(read({ notes: "'=HYPERLINK(1)" }).row.notes).toBe('=HYPERLINK(1)');
    expect(read({ notes: "'tis said" }).row.notes).toBe("'tis said");
  });

  it('cuts notes that are longer than a record holds, between characters, and says so', () => {
    const { row, flags } = read({ notes: `${'x'.repeat(1999)}👋 and more` });
    expect(row.notes).toBe('x'.repeat(1999));
    expect(flags).toEqual(['value-cut']);
  });

  it('is of ages that its queue takes', () => {
    const narrow = { ...liverpool, queues: liverpool.queues.map((queue) => ({ ...queue, ages: { from: 0, to: 9 } })) };
    const reading = readRow(rowOf({ receivedOn: '2026-06-01' }), { ...context, policy: narrow });
    expect(reading).toMatchObject({ errors: [{ code: 'age-out-of-range', fix: expect.stringContaining('0 to 9') }] });
  });
});
