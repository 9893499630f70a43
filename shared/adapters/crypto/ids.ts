import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Ids } from '../../application/ports/ids.ts';

/** 96 bits. */
const BYTES = 12;

/** Random ids alone, for whoever has no key to derive others by. */
export const randomIds: Pick<Ids, 'fresh'> = { fresh: () => randomBytes(BYTES).toString('base64url') };

/**
 * Random ids, and ids that anybody who knows the parts can derive: for a function that holds no secret, of things that are
 * nobody's secret. Every read of them asks permission all the same.
 */
export const openIds: Ids = {
  ...randomIds,
  derived: (...parts) =>
    createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, BYTES).toString('base64url'),
};

/** Random ids, and ids derived from parts under a key. @param key any text kept secret. */
export function keyedIds(key: string): Ids {
  return {
    ...randomIds,
    // As JSON, so that no parts can be told as other parts.
    derived: (...parts) => keyedHash(key, 'id')(JSON.stringify(parts)),
  };
}

/**
 * A keyed hash of a text, HMAC-SHA-256 cut to 96 bits: 16 base64url characters that nobody without the key can make.
 * @param use keeps what is hashed for one purpose apart from what is hashed for another.
 */
export function keyedHash(key: string, use: string): (text: string) => string {
  return (text) =>
    createHmac('sha256', key).update(`${use}\n${text}`).digest().subarray(0, BYTES).toString('base64url');
}
