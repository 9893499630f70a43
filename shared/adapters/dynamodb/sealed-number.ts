/** The NHS number inside an item: sealed in everything written now, as it is in what was written before numbers were sealed. */
import * as z from 'zod';
import { type NumberSeal, SEALED_NUMBER } from '../crypto/number-seal.ts';
import type { Key } from './keys.ts';
import { UnreadableItem } from './stored-item.ts';

export const storedNumberSchema = z.union([z.string().regex(SEALED_NUMBER), z.string().regex(/^\d{10}$/)]).nullable();

export function sealedNumber(number: string | null, key: Key, seal: NumberSeal): string | null {
  return number === null ? null : seal.seal(number, aboutOf(key));
}

/** @throws UnreadableItem when it does not open: a number that cannot be read is never taken for none */
export function openedNumber(stored: string | null, key: Key, seal: NumberSeal): string | null {
  if (stored === null || !SEALED_NUMBER.test(stored)) return stored;
  try {
    return seal.open(stored, aboutOf(key));
  } catch {
    throw new UnreadableItem('NHS number', key, ['sealed otherwise']);
  }
}

function aboutOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`;
}
