/**
 * What reaching families needs to be kept secret: their addresses are sealed, and the codes and links that messages carry follow
 * from ids under a key, so that none is at rest anywhere and whoever sends a message can still write it.
 */
import { createHmac } from 'node:crypto';
import { newestOf, type TextSeal, textSeal } from './sealed-text.ts';

/** Digits of a code that is typed within ten minutes (promise P15). */
const CODE_DIGITS = 6;
/** Characters of a link's secret, base64url: 144 bits. */
const LINK_LENGTH = 24;

export interface ContactSecrets {
  readonly seal: TextSeal;
  /** The six digits of a one-time code. */
  readonly codeOf: (codeId: string) => string;
  /** The secret of an invitation's link. */
  readonly linkOf: (invitationId: string) => string;
  /** The secret of the address of a calendar. */
  readonly calendarOf: (calendarId: string) => string;
}

/** @param keys by their ids: the highest makes codes and links. */
export function contactSecrets(keys: Readonly<Record<string, string>>): ContactSecrets {
  const newest = keys[newestOf(keys)] ?? '';
  const keyed = (use: string, id: string) => createHmac('sha256', newest).update(`${use}\n${id}`).digest();
  const link = (use: string, id: string) => keyed(use, id).toString('base64url').slice(0, LINK_LENGTH);
  return {
    seal: textSeal('contact', keys),
    codeOf: (codeId) =>
      String(keyed('one-time-code', codeId).readBigUInt64BE() % 10n ** BigInt(CODE_DIGITS)).padStart(CODE_DIGITS, '0'),
    linkOf: (invitationId) => link('invitation-link', invitationId),
    calendarOf: (calendarId) => link('calendar', calendarId),
  };
}
