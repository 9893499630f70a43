/** The addresses that families are reached at: how they are typed, kept, and shown back so that nobody else learns them. */
import { parsePostcode } from '../identifiers/postcode.ts';
import type { PersonalChannel } from '../message/channel.ts';
import { emailSchema } from '../message/preferences.ts';

/** Longest address in characters, whatever it is of. */
export const LONGEST_ADDRESS = 400;
/** Lines of a letter's address after the name: GOV.UK Notify takes seven with it. */
const MOST_LINES = 6;

export type ReadAddress = { readonly address: string } | { readonly fault: string };

/** An address as it is kept: one text, of a letter the lines after the name. */
export function readAddress(channel: PersonalChannel, typed: string): ReadAddress {
  switch (channel) {
    case 'email': {
      const read = emailSchema.safeParse(typed.trim());
      return read.success
        ? { address: read.data }
        : { fault: 'Enter an e-mail address in the right form, like name@example.com' };
    }
    case 'text': {
      const mobile = /^(?:\+44|0044|0)(7\d{9})$/.exec(typed.replaceAll(/[\s()-]/g, ''))?.[1];
      return mobile === undefined
        ? { fault: 'Enter a UK mobile number, like 07700 900123' }
        : { address: `+44${mobile}` };
    }
    case 'letter':
      return readLines(typed);
  }
}

function readLines(typed: string): ReadAddress {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const postcode = parsePostcode(lines.at(-1) ?? '');
  if (postcode === undefined || lines.length < 2)
    return { fault: 'Enter each part of the address on a line, and the postcode on the last' };
  if (lines.length > MOST_LINES || typed.length > LONGEST_ADDRESS)
    return { fault: `Enter the address in ${MOST_LINES} lines or fewer` };
  return { address: [...lines.slice(0, -1), postcode].join('\n') };
}

/** Enough to know one's own address by, and too little for anybody else who looks on. */
export function hintOf(channel: PersonalChannel, address: string): string {
  switch (channel) {
    case 'email':
      return address.replace(/^(.).*@/, '$1…@');
    case 'text':
      return address.slice(-3);
    case 'letter':
      return address.split('\n').at(-1)?.split(' ')[0] ?? '';
  }
}
