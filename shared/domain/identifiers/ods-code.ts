import * as z from 'zod';

/** The code of an organisation in the NHS Organisation Data Service: 1 to 12 capital letters and digits. */
export type OdsCode = string & z.$brand<'OdsCode'>;

const shape = /^[A-Z0-9]{1,12}$/;

/** Reads an ODS code: space around it is dropped and letters become capitals. Undefined when it has no such shape. */
export function parseOdsCode(text: string): OdsCode | undefined {
  const code = text.trim().toUpperCase();
  return shape.test(code) ? (code as OdsCode) : undefined;
}

/** A stored ODS code. */
export const odsCodeSchema = z
  .string()
  .regex(shape, { error: 'An organisation code has 1 to 12 capital letters and digits' })
  .meta({ description: 'ODS organisation code', examples: ['RBS'] })
  .brand<'OdsCode'>();
