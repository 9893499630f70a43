import type { core } from './english/core.ts';
import type { Fitting, Message } from './message.ts';

type Core = typeof core;

/** The core in another language. */
export type Translation = Readonly<Record<keyof Core, Message>>;

/** A translation as it is written: every key of the core, no other, and each message with the holes of the English one. */
export function translation<const T extends Translation>(
  messages: T & { readonly [K in keyof T]: K extends keyof Core ? Fitting<Core[K], T[K]> : never },
): Translation {
  return messages;
}
