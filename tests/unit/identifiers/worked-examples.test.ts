import { describe, expect, it } from 'vitest';
import {
  formatNhsNumber,
  isIssuedIn,
  nhsCheckDigit,
  nhsNumberSchema,
  parseNhsNumber,
} from '../../../shared/domain/identifiers/nhs-number.ts';
import { parseOdsCode } from '../../../shared/domain/identifiers/ods-code.ts';
import { isSnomedId, snomedIdSchema } from '../../../shared/domain/identifiers/snomed.ts';

const stage = 'test';

describe('Identifiers: worked examples', () => {
  it('N8-01 the check digit of 943 476 591 is 9', () => {
    expect(nhsCheckDigit('943476591')).toBe(9);
    expect(parseNhsNumber('943 476 5919', stage)).toEqual({ number: '9434765919' });
  });

  it.each(['999 000 0018', '999-000-0018', '9990000018'])('N8-02 %s is read without its spaces and hyphens', (text) => {
    const parsed = parseNhsNumber(text, stage);
    expect(parsed).toEqual({ number: '9990000018' });
    expect(formatNhsNumber(nhsNumberSchema.parse('9990000018'))).toBe('999 000 0018');
  });

  it.each([
    '9990017336',
    '9990034664',
    '9990051992',
    '9990069328',
    '9990086656',
    '9990103984',
    '9990121311',
    '9990138648',
  ])('N8-03 %s is a valid synthetic number', (number) => {
    expect(parseNhsNumber(number, stage)).toEqual({ number });
  });

  it('N8-04 a wrong check digit is told apart from a wrong format', () => {
    expect(parseNhsNumber('9990017337', stage)).toEqual({ fault: 'check-digit' });
  });

  it('N8-05 no number begins with nine digits whose check digit would be 10', () => {
    expect(nhsCheckDigit('999000109')).toBe(10);
    for (let last = 0; last <= 9; last += 1) {
      expect(parseNhsNumber(`999000109${last}`, stage)).toEqual({ fault: 'check-digit' });
    }
  });

  it('N8-06 a check digit of 11 is written 0', () => {
    expect(nhsCheckDigit('999000103')).toBe(0);
    expect(parseNhsNumber('9990001030', stage)).toEqual({ number: '9990001030' });
  });

  it('N8-07 ten zeroes pass the sum and are refused', () => {
    expect(nhsCheckDigit('000000000')).toBe(0);
    expect(parseNhsNumber('0000000000', stage)).toEqual({ fault: 'format' });
    expect(nhsNumberSchema.safeParse('0000000000').success).toBe(false);
  });

  it('N8-08 485 777 3456 of many mock-ups is invalid', () => {
    expect(nhsCheckDigit('485777345')).toBe(7);
    expect(parseNhsNumber('485 777 3456', 'production')).toEqual({ fault: 'check-digit' });
  });

  it('N8-09 each stage refuses the numbers of the other', () => {
    expect(parseNhsNumber('4010232137', stage)).toEqual({ fault: 'not-issued-here' });
    expect(parseNhsNumber('4010232137', 'production')).toEqual({ number: '4010232137' });
    expect(parseNhsNumber('9990000018', 'production')).toEqual({ fault: 'not-issued-here' });
    expect(parseNhsNumber('9990000018', stage)).toEqual({ number: '9990000018' });
  });

  it.each([
    ['RBS', 'RBS'],
    ['QYG', 'QYG'],
    ['rbs ', 'RBS'],
    ['99A', '99A'],
    ['N82001', 'N82001'],
    ['TOO-LONG-CODE1', undefined],
    ['', undefined],
    ['ABCDEFGHIJKL', 'ABCDEFGHIJKL'],
    ['ABCDEFGHIJKLM', undefined],
    ['R S', undefined],
  ])('N8-10 %j as an ODS code is %s', (text, code) => {
    expect(parseOdsCode(text)).toBe(code);
  });

  it.each([
    ['310104001', true],
    ['310102002', true],
    ['310094007', true],
    ['310067008', true],
    ['310104002', false],
  ])('N8-11 %s is a SNOMED CT id: %s', (text, valid) => {
    expect(isSnomedId(text)).toBe(valid);
  });

  it.each(['1085671000000109', '1914891000000100'])('N8-12 the extension id %s is valid and stays text', (text) => {
    expect(snomedIdSchema.parse(text)).toBe(text);
    expect(snomedIdSchema.safeParse(Number(text)).success).toBe(false);
  });
});

describe('NHS numbers', () => {
  it.each([
    ['6000000006', 'production', { number: '6000000006' }],
    ['3111111113', 'production', { number: '3111111113' }],
    ['7111111117', 'production', { number: '7111111117' }],
    ['9999999999', 'local', { number: '9999999999' }],
    ['9999999999', 'production', { fault: 'not-issued-here' }],
    ['3111111113', 'local', { fault: 'not-issued-here' }],
    ['  999 - 000 - 0018  ', 'local', { number: '9990000018' }],
    ['999000001', 'local', { fault: 'format' }],
    ['99900000180', 'local', { fault: 'format' }],
    ['999000001O', 'local', { fault: 'format' }],
    ['999.000.0018', 'local', { fault: 'format' }],
    ['9990000018\n', 'local', { fault: 'format' }],
    ['９990000018', 'local', { fault: 'format' }],
    ['', 'local', { fault: 'format' }],
  ])('%j in stage %s', (text, where, expected) => {
    expect(parseNhsNumber(text, where)).toEqual(expected);
  });

  it('production takes the numbers that start 3, 4, 6 or 7, every other stage those that start 9', () => {
    const valid = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((first) => {
      const nine = [0, 1, 2].map((last) => `${first}1234567${last}`).find((digits) => nhsCheckDigit(digits) < 10) ?? '';
      return nhsNumberSchema.parse(`${nine}${nhsCheckDigit(nine)}`);
    });
    const firstDigits = (where: string) =>
      valid.filter((number) => isIssuedIn(number, where)).map((number) => number[0]);
    expect(firstDigits('production')).toEqual(['3', '4', '6', '7']);
    expect(firstDigits('staging')).toEqual(['9']);
  });

  it('a stored number is ten digits and nothing else', () => {
    expect(nhsNumberSchema.safeParse('999 000 0018').success).toBe(false);
    const refused = nhsNumberSchema.safeParse('9990000019');
    expect(refused.error?.issues[0]).toMatchObject({ params: { code: 'nhs-number-check-digit' } });
    expect(JSON.stringify(refused.error?.issues)).not.toContain('9990000019');
  });
});
