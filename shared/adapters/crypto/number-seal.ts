import { type TextSeal, textSeal } from './sealed-text.ts';

/** Seals the NHS numbers that are kept. */
export type NumberSeal = TextSeal;

/** What a sealed number looks like: the key's id, then nonce, tag and ten digits sealed. */
export const SEALED_NUMBER = /^(?:0|[1-9]\d{0,2})\.[\w-]{51}$/;

/** The key that every deployment has without asking for one. */
const FIRST_KEY = '0';

/**
 * @param secret any text kept secret: the first key follows from it
 * @param keys later keys by their ids
 */
export function numberSeal(secret: string, keys: Readonly<Record<string, string>> = {}): NumberSeal {
  return textSeal('nhs-number', { ...keys, [FIRST_KEY]: secret });
}
