/** The chain of a history: each event carries the hash of the one before, so that a change or a gap shows. */
import { canonicalJson } from './canonical-json.ts';
import type { ReferralEvent } from './event.ts';

/** Of a text: SHA-256 in base64url. Given from outside, because the rules hold no cryptography. */
export type Hash = (text: string) => string;

/** An event before it is hashed. */
export type UnchainedEvent = Omit<ReferralEvent, 'previousHash' | 'hash'>;

/** What the first event of a history follows. */
export const chainStart = '';

/** Puts an event behind another: its hash is that of the hash before and the canonical JSON of everything else in it. */
export function chained(event: UnchainedEvent, previousHash: string, hash: Hash): ReferralEvent {
  return { ...event, previousHash, hash: hash(`${previousHash}${canonicalJson(event)}`) };
}

/** The position of the first event that does not follow from the one before, or was changed; -1 when the chain holds. */
export function brokenLink(events: readonly ReferralEvent[], hash: Hash): number {
  let expected = chainStart;
  return events.findIndex(({ previousHash, hash: found, ...event }, index) => {
    const holds =
      event.seq === index && previousHash === expected && found === hash(`${expected}${canonicalJson(event)}`);
    expected = found;
    return !holds;
  });
}
