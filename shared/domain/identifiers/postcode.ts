import * as z from 'zod';

/** A postcode of the United Kingdom, in capitals with one space. Only its shape is checked, not that it exists. */
export type Postcode = string & z.$brand<'Postcode'>;

// Pseudo postcodes of the NHS (ZZ99 3VZ, no fixed abode) must pass, so the letters are not narrowed further.
const shape = /^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$/;

/** Reads a postcode however it is spaced and cased. Undefined when it has no such shape. */
export function parsePostcode(text: string): Postcode | undefined {
  const packed = text.replaceAll(' ', '').toUpperCase();
  const spaced = `${packed.slice(0, -3)} ${packed.slice(-3)}`;
  return shape.test(spaced) ? (spaced as Postcode) : undefined;
}

/** A stored postcode. */
export const postcodeSchema = z
  .string()
  .regex(shape, { error: 'Write the postcode in capitals with a space, like L1 8JQ' })
  .meta({ description: 'Postcode', examples: ['L1 8JQ'] })
  .brand<'Postcode'>();

/** The district of a postcode, such as L1 of L1 8JQ; null where there is none that can be read. */
export function districtOf(postcode: string | null): string | null {
  const parsed = postcode === null ? undefined : parsePostcode(postcode);
  return parsed === undefined ? null : parsed.slice(0, -4);
}
