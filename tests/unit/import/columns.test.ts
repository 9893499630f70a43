import { describe, expect, it } from 'vitest';
import {
  guessMapping,
  importColumns,
  importFields,
  missingFromMapping,
} from '../../../shared/domain/import/columns.ts';

describe('columns', () => {
  it('are known by their headings, however they are cased and spaced', () => {
    const headings = importFields.map((field) => ` ${importColumns[field].heading.toUpperCase()} `);
    const mapping = guessMapping(headings);
    expect(Object.keys(mapping).sort()).toEqual([...importFields].sort());
    expect(missingFromMapping(mapping)).toEqual([]);
  });

  it('are known by the other names that extracts give them, an exact heading first', () => {
    expect(guessMapping(['DOB', 'Last name', 'NHS No', 'Referral date', 'MRN', 'Ref ID', 'Pathway'])).toEqual({
      birthDate: 'DOB',
      familyName: 'Last name',
      nhsNumber: 'NHS No',
      receivedOn: 'Referral date',
      localId: 'MRN',
      referralId: 'Ref ID',
      service: 'Pathway',
    });
    expect(guessMapping(['GP', 'GP Practice']).gpPractice).toBe('GP Practice');
  });

  it('that an import cannot do without are named when they are missing', () => {
    expect(missingFromMapping(guessMapping(['Forename', 'Surname', 'Notes']))).toEqual([
      'referralId',
      'birthDate',
      'receivedOn',
    ]);
  });
});
