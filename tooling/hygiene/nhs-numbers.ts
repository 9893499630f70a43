import { type Finding, type HygieneRule, matchesIn } from './project-file.ts';

/** Ten digits, alone or spaced 3-3-4, that are no part of a longer word or number. */
const TEN_DIGITS = /(?<![\w.+-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-]|\.\d)/g;

/** Numbers outside the test range that a test or a document needs, and why nobody's record is meant by them. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['0000000000', 'passes the arithmetic and must be refused all the same'],
  ['9434765919', 'the published example of the check digit’s arithmetic'],
  ['4010232137', 'published for tests; a stage that is not production must refuse it'],
  ['3111111113', 'one digit repeated: production must accept the ranges that are issued, 3 among them'],
  ['6000000006', 'one digit repeated: production must accept the ranges that are issued, 6 among them'],
  ['7111111117', 'one digit repeated: production must accept the ranges that are issued, 7 among them'],
  ['9912003888', 'published in test repositories of NHS teams, quoted with the rule (docs/domain.md 8.1)'],
  ['0123456789', 'the ten digits in order: a row of the Verhoeff check'],
  ['9876543210', 'the ten digits backwards: a row of the Verhoeff check'],
]);

/**
 * Every number that could be somebody's NHS number, because its check digit is right, is from the range kept for tests
 * (it starts 999) or is listed above. Numbers with a wrong check digit belong to nobody and may stand anywhere.
 */
export const nhsNumbersAreSynthetic: HygieneRule = ({ files }) =>
  files.flatMap((file): Finding[] => {
    if (file.path === 'package-lock.json') return [];
    return matchesIn(file, TEN_DIGITS).flatMap(({ match, line }) => {
      const digits = match[0].replaceAll(/\D/g, '');
      if (digits.startsWith('999') || EXCEPTIONS.has(digits) || !hasRightCheckDigit(digits)) return [];
      const message = `${match[0]} could be somebody's NHS number: use one that starts 999`;
      return [{ path: file.path, line, message }];
    });
  });

/** Modulus 11 over the first nine digits, weights 10 to 2 (NHS Data Dictionary, NHS NUMBER). */
function hasRightCheckDigit(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 9), (digit, index) => Number(digit) * (10 - index)).reduce((a, b) => a + b, 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
