import type { english } from './english/all.ts';
import type { Fitting, Message } from './message.ts';

type Area = Readonly<Record<string, Message>>;

/** Every word of families in another language. */
export type Translated = Readonly<Record<keyof typeof english, Message>>;

/**
 * An area in another language as it is written: every key of the English one, no other, and each message with the holes of the English
 * message.
 */
export function translation<const E extends Area, const T extends Readonly<Record<keyof E, Message>>>(
  _english: E,
  messages: T & { readonly [K in keyof T]: K extends keyof E ? Fitting<E[K], T[K]> : never },
): Readonly<Record<keyof E, Message>> {
  return messages;
}
