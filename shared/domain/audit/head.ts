/**
 * The heads of a day: the last entry of every chain that grew, with its hash. Kept where nobody can change it, it proves
 * the past: whoever rewrites a chain contradicts the head, and whoever cuts its end off is found by the number.
 */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import type { ChainLink } from './verify.ts';
import { CHAIN_START } from './view.ts';

/** Where a chain ended: `[kind, id, person or empty, number, hash]`, a list because there are many. */
export const headLinkSchema = z.tuple([
  z.enum(['views', 'history']),
  /** Of the member of staff, or of the aggregate. */
  z.string().min(1).max(64),
  /** The person whose history it is; empty for views. */
  z.string().max(64),
  z.int().min(0),
  z.string().length(43),
]);
export type HeadLink = Readonly<z.output<typeof headLinkSchema>>;

export const dayHeadSchema = z.strictObject({
  place: placeIdSchema,
  /** From 1, one more than the head before: heads are a chain themselves. */
  number: z.int().min(1),
  /** The day, in England, up to whose end everything is included. */
  day: localDateSchema,
  takenAt: instantSchema,
  /** How many chains grew. */
  links: z.int().min(0),
  /** Hash of the links in their order. */
  digest: z.string().length(43),
  previousHash: z.string(),
  hash: z.string().length(43),
});
export type DayHead = Readonly<z.output<typeof dayHeadSchema>>;

/** A day's head with the ends of the chains that it is of. */
export interface KeptHead {
  readonly head: DayHead;
  readonly links: readonly HeadLink[];
}

type Hash = (text: string) => string;

/** The head of a day, behind the last one. The same links in any order make the same head. */
export function nextHead(
  facts: Pick<DayHead, 'place' | 'day' | 'takenAt'>,
  links: readonly HeadLink[],
  last: DayHead | undefined,
  hash: Hash,
): KeptHead {
  const sorted = links.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const { place, day, takenAt } = facts;
  const said = {
    place,
    number: (last?.number ?? 0) + 1,
    day,
    takenAt,
    links: sorted.length,
    digest: digestOf(sorted, hash),
    previousHash: last?.hash ?? CHAIN_START,
  };
  return { head: { ...said, hash: hash(hashed(said)) }, links: sorted };
}

/** A head as a link of the chain of heads. Its links are part of what it says. */
export function headAsLink({ head, links }: KeptHead, hash: Hash): ChainLink {
  const { number: seq, previousHash, hash: carried } = head;
  const said = { ...head, links: links.length, digest: digestOf(links, hash) };
  return { seq, previousHash, hash: carried, saidHash: hash(hashed(said)) };
}

function digestOf(links: readonly HeadLink[], hash: Hash): string {
  return hash(links.map((link) => JSON.stringify(link)).join('\n'));
}

function hashed({ place, number, day, takenAt, links, digest, previousHash }: Omit<DayHead, 'hash'>): string {
  return JSON.stringify([previousHash, number, place, day, takenAt, links, digest]);
}

function keyOf([of, id]: HeadLink): string {
  return `${of}#${id}`;
}
