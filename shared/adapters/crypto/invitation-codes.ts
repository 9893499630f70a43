/**
 * The codes of invitations. A code follows from the invitation's id under a key, so none is stored anywhere: a letter can be
 * printed again, and whoever reads the tables can make none. The store finds an invitation by another keyed hash of the code.
 */
import { createHmac } from 'node:crypto';

/** Letters and digits that are not taken for each other (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 20;
const GROUP = 4;

export interface InvitationCodes {
  /** 20 characters in groups of four: 100 bits. */
  readonly codeOf: (invitationId: string) => string;
  /** What the store knows a code by; the same however the code was typed. */
  readonly hashOf: (code: string) => string;
}

/** @param key any text kept secret. */
export function invitationCodes(key: string): InvitationCodes {
  const keyed = (use: string, text: string) => createHmac('sha256', key).update(`${use}\n${text}`).digest();
  return {
    codeOf: (invitationId) => {
      const bytes = keyed('invitation-code', invitationId);
      const letters = Array.from({ length: CODE_LENGTH }, (_, at) => ALPHABET[(bytes[at] ?? 0) % ALPHABET.length]);
      return (letters.join('').match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
    },
    hashOf: (code) => keyed('invitation-hash', asMeant(code)).toString('base64url'),
  };
}

/** Case, spaces and hyphens do not matter, nor O for 0, nor I or L for 1. */
function asMeant(code: string): string {
  return code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}
