import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNhsNumber, nhsCheckDigit, parseNhsNumber } from '../../shared/domain/identifiers/nhs-number.ts';
import { parseOdsCode } from '../../shared/domain/identifiers/ods-code.ts';
import { parsePostcode } from '../../shared/domain/identifiers/postcode.ts';
import { isSnomedId } from '../../shared/domain/identifiers/snomed.ts';

const synthetic = fc
  .integer({ min: 999_000_000, max: 999_999_999 })
  .map(String)
  .filter((nine) => nhsCheckDigit(nine) < 10)
  .map((nine) => `${nine}${nhsCheckDigit(nine)}`);

describe('NHS numbers', () => {
  it('of nine digits at most one check digit makes a number, and none when it would be 10', () => {
    fc.assert(
      fc.property(fc.integer({ min: 900_000_000, max: 999_999_999 }), (nine) => {
        const valid = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter(
          (check) => 'number' in parseNhsNumber(`${nine}${check}`, 'test'),
        );
        const digits = Array.from(String(nine), Number);
        const sum = digits.reduce((so, digit, at) => so + digit * (10 - at), 0);
        // The definition turned round: with the check digit weighing 1, the whole sum is a multiple of 11.
        expect(valid).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((check) => (sum + check) % 11 === 0));
      }),
    );
  });

  it('one wrong digit, or two neighbours swapped, is always found', () => {
    fc.assert(
      fc.property(synthetic, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const digits = number.split('');
        const wrong = digits.with(at, String((Number(digits[at]) + shift) % 10)).join('');
        expect(parseNhsNumber(wrong, 'test')).toEqual({ fault: 'check-digit' });
        const swapped = digits
          .with(at, digits[at + 1] ?? '')
          .with(at + 1, digits[at] ?? '')
          .join('');
        if (swapped !== number) expect(parseNhsNumber(swapped, 'test')).toEqual({ fault: 'check-digit' });
      }),
    );
  });

  it('is read back from how it is shown', () => {
    fc.assert(
      fc.property(synthetic, (number) => {
        const parsed = parseNhsNumber(number, 'test');
        if (!('number' in parsed)) throw new Error('A synthetic number was refused');
        expect(formatNhsNumber(parsed.number)).toMatch(/^\d{3} \d{3} \d{4}$/);
        expect(parseNhsNumber(formatNhsNumber(parsed.number), 'test')).toEqual(parsed);
      }),
    );
  });
});

describe('Other identifiers', () => {
  it('of ten last digits exactly one makes a SNOMED CT id', () => {
    const body = fc.stringMatching(/^[1-9][0-9]{4,16}$/);
    fc.assert(
      fc.property(body, (digits) => {
        expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((check) => isSnomedId(`${digits}${check}`))).toHaveLength(1);
      }),
    );
  });

  it('reading an ODS code or a postcode twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^ ?[a-zA-Z]{1,2}[0-9]{1,2} ?[0-9][a-zA-Z]{2}$/)), (text) => {
        const code = parseOdsCode(text);
        if (code !== undefined) expect(parseOdsCode(code)).toBe(code);
        const postcode = parsePostcode(text);
        if (postcode !== undefined) expect(parsePostcode(postcode)).toBe(postcode);
      }),
    );
  });
});
