import * as z from 'zod';

/** A SNOMED CT identifier. Always text: ids have up to 18 digits, more than a number holds. */
export type SnomedId = string & z.$brand<'SnomedId'>;

const shape = /^[1-9][0-9]{5,17}$/;

// Verhoeff's check: products in the dihedral group of ten, after a permutation that depends on the position.
const product = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
] as const;
const permutation = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
] as const;

/** Whether a text is a SNOMED CT identifier: 6 to 18 digits, no leading 0, Verhoeff check digit right. */
export function isSnomedId(text: string): text is SnomedId {
  if (!shape.test(text)) return false;
  let check = 0;
  for (let place = 0; place < text.length; place += 1) {
    const digit = Number(text[text.length - 1 - place]);
    check = Number(product[check]?.[Number(permutation[place % 8]?.[digit])]);
  }
  return check === 0;
}

/** A stored SNOMED CT identifier. */
export const snomedIdSchema = z
  .string()
  .refine(isSnomedId, { error: 'This is not a SNOMED CT identifier', params: { code: 'snomed-id' } })
  .meta({ description: 'SNOMED CT identifier', examples: ['310104001'] })
  .brand<'SnomedId'>();
