/**
 * Things that travel in a page's hidden fields, because they are stored nowhere: compressed, as text that no form changes.
 * They come back from a browser, so they are measured and parsed like anything that does.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import type * as z from 'zod';
import { type DomainError, invalid } from '../../../../shared/domain/error.ts';

/** The most that anything packed may unpack to, bytes: 200 rows of the longest cells there are. */
const MOST_BYTES = 24_000_000;

export function packedBytes(bytes: Uint8Array): string {
  return gzipSync(bytes).toString('base64url');
}

/** @throws `invalid` `form-not-understood` for what no page of ours carries. */
export function unpackedBytes(packed: string): Uint8Array {
  try {
    return gunzipSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MOST_BYTES });
  } catch {
    throw notUnderstood();
  }
}

export function packedValue(value: unknown): string {
  return packedBytes(Buffer.from(JSON.stringify(value)));
}

/** @throws `invalid` `form-not-understood` for what no page of ours carries. */
export function unpackedValue<T>(schema: z.ZodType<T>, packed: string): T {
  const text = Buffer.from(unpackedBytes(packed)).toString('utf8');
  return parsedValue(schema, text);
}

/** A small thing that travels as plain JSON. @throws `invalid` `form-not-understood` for what no page of ours carries. */
export function parsedValue<T>(schema: z.ZodType<T>, text: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notUnderstood();
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw notUnderstood();
  return parsed.data;
}

function notUnderstood(): DomainError {
  return invalid('form-not-understood', 'What you sent could not be read. Go back and try again');
}
