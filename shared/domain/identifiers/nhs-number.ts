import * as z from 'zod';

/** Ten digits with a right check digit, without spaces. Whether it may be used here is {@link isIssuedIn}'s to say. */
export type NhsNumber = string & z.$brand<'NhsNumber'>;

/** Why a text is refused as an NHS number; each has its own remedy. */
export type NhsNumberFault = 'format' | 'check-digit' | 'not-issued-here';

/** An NHS number that was understood, or why it was not. */
export type ParsedNhsNumber = { readonly number: NhsNumber } | { readonly fault: NhsNumberFault };

const tenDigits = /^[0-9]{10}$/;
// Passes the check digit and was never issued to anybody.
const allZeroes = '0000000000';

/**
 * The check digit for the first nine digits: each times 10, 9 … 2, summed, taken modulo 11 from 11, where 11 becomes 0.
 * 10 means that no number begins with these nine.
 */
export function nhsCheckDigit(firstNine: string): number {
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += (10 - at) * (firstNine.charCodeAt(at) - 48);
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check;
}

function checkFault(digits: string): 'format' | 'check-digit' | undefined {
  if (!tenDigits.test(digits) || digits === allZeroes) return 'format';
  return nhsCheckDigit(digits) === digits.charCodeAt(9) - 48 ? undefined : 'check-digit';
}

/**
 * Whether a number may be used in a stage. Production takes what is issued in England and Wales (starting 3, 4, 6 or 7)
 * and refuses all others, test numbers included; every other stage takes only numbers starting 9, which nobody has, so
 * that no real child can be recorded there.
 */
export function isIssuedIn(number: NhsNumber, stage: string): boolean {
  return stage === 'production' ? '3467'.includes(number.charAt(0)) : number.startsWith('9');
}

/**
 * Reads an NHS number as people write it: ten digits with any spaces or hyphens between. Any other character, another
 * count of digits, or ten zeroes is a fault of format.
 */
export function parseNhsNumber(text: string, stage: string): ParsedNhsNumber {
  const digits = text.replaceAll(/[ -]/g, '');
  const fault = checkFault(digits);
  if (fault !== undefined) return { fault };
  const number = digits as NhsNumber;
  return isIssuedIn(number, stage) ? { number } : { fault: 'not-issued-here' };
}

/** What to do about each fault, in one plain sentence that repeats nothing of what was written. */
export const nhsNumberFaultText: Readonly<Record<NhsNumberFault, string>> = {
  format: 'An NHS number has 10 digits, like 999 000 0018',
  'check-digit': 'This is not a valid NHS number: check each digit',
  'not-issued-here': 'This NHS number cannot be used in this system',
};

/** The number as people read it, 3-3-4: `999 000 0018`. */
export function formatNhsNumber(number: NhsNumber): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}

/** A stored NHS number: ten digits, check digit right. The stage is checked where a number comes in. */
export const nhsNumberSchema = z
  .string()
  .superRefine((text, context) => {
    const fault = checkFault(text);
    if (fault === undefined) return;
    context.addIssue({
      code: 'custom',
      message: nhsNumberFaultText[fault],
      params: { code: `nhs-number-${fault}` },
    });
  })
  .meta({ description: 'NHS number, ten digits without spaces', examples: ['9990000018'] })
  .brand<'NhsNumber'>();
