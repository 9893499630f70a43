import { describe, expect, it } from 'vitest';
import {
  nhsNumberStatusSchema,
  noNhsNumberReasonSchema,
} from '../../../shared/domain/identifiers/nhs-number-status.ts';
import { odsCodeSchema } from '../../../shared/domain/identifiers/ods-code.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { parsePostcode, postcodeSchema } from '../../../shared/domain/identifiers/postcode.ts';
import { isSnomedId } from '../../../shared/domain/identifiers/snomed.ts';

describe('Shapes of identifiers', () => {
  it.each([
    ['l18jq', 'L1 8JQ'],
    ['L31 2ZA', 'L31 2ZA'],
    [' sw1a  1aa ', 'SW1A 1AA'],
    ['ZZ99 3VZ', 'ZZ99 3VZ'],
    ['M1 1AE', 'M1 1AE'],
    ['L1 8J', undefined],
    ['LIV 8JQ', undefined],
    ['L1-8JQ', undefined],
    ['', undefined],
    ['L1111 8JQ', undefined],
  ])('%j as a postcode is %s', (text, postcode) => {
    expect(parsePostcode(text)).toBe(postcode);
    expect(postcodeSchema.safeParse(postcode).success).toBe(postcode !== undefined);
  });

  it.each([
    ['Zk3v0bq1T-9xA_2c', true],
    ['Zk3v0bq1T-9xA_2', false],
    ['Zk3v0bq1T-9xA_2cc', false],
    ['Zk3v0bq1T+9xA/2c', false],
    ['Zk3v0bq1T-9xA_2=', false],
    ['9990000018', false],
  ])('%j as an opaque id: %s', (text, valid) => {
    expect(opaqueIdSchema.safeParse(text).success).toBe(valid);
  });

  it.each([
    ['310104', false],
    ['31010', false],
    ['0310104001', false],
    ['310104001 ', false],
    ['1234567890123456789', false],
    ['1085671000000108', false],
    ['138875005', true],
    ['406506008', true],
    ['408856003', true],
    ['900000000000207008', true],
  ])('%s as a SNOMED CT id: %s', (text, valid) => {
    expect(isSnomedId(text)).toBe(valid);
  });

  it('a stored ODS code is already in capitals', () => {
    expect([odsCodeSchema.safeParse('RBS').success, odsCodeSchema.safeParse('rbs').success]).toEqual([true, false]);
  });

  it('knows the national verification statuses and our reasons for having no number', () => {
    const codes = ['00', '01', '08', '09', '1'].map((code) => nhsNumberStatusSchema.safeParse(code).success);
    expect(codes).toEqual([false, true, true, false, false]);
    expect(['not-supplied', 'other'].map((code) => noNhsNumberReasonSchema.safeParse(code).success)).toEqual([
      true,
      false,
    ]);
  });
});
