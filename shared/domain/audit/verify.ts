/**
 * Proves chains: that nothing was removed, altered or put in another order. Pure: whoever calls has read the entries, in the
 * order in which the store keeps them.
 */
import type { AuditFinding, Chain } from './finding.ts';
import { CHAIN_START, entryHash, type ViewEntry } from './view.ts';

type Hash = (text: string) => string;

/** One entry of a chain, as far as chains are alike. */
export interface ChainLink {
  readonly seq: number;
  readonly previousHash: string;
  /** The hash that it carries. */
  readonly hash: string;
  /** The hash of what it says: another one when it was altered. */
  readonly saidHash: string;
}

/** A number and the hash that was there when somebody looked: where a walk begins, or what a daily head wrote down. */
export interface ChainPoint {
  readonly seq: number;
  readonly hash: string;
}

/** Where a chain of views begins: before number 1. */
export const beforeFirstView: ChainPoint = { seq: 0, hash: CHAIN_START };
/** Where a history begins: before number 0. */
export const beforeFirstEvent: ChainPoint = { seq: -1, hash: CHAIN_START };

/** A view as a link of its viewer's chain. */
export function viewLink(entry: ViewEntry, hash: Hash): ChainLink {
  const { seq, previousHash, hash: carried } = entry;
  return { seq, previousHash, hash: carried, saidHash: entryHash(entry, hash) };
}

/**
 * Everything wrong with a chain, in the order of its numbers.
 * @param links as the store gave them, from `base` on.
 * @param base the last entry that was proved before, or the beginning.
 * @param heads what daily heads say of this chain.
 */
export function chainFindings(
  chain: Chain,
  links: readonly ChainLink[],
  base: ChainPoint,
  heads: readonly ChainPoint[] = [],
): readonly AuditFinding[] {
  const hashes = new Map<number, string>([
    [base.seq, base.hash],
    ...links.map(({ seq, hash }) => [seq, hash] as const),
  ]);
  const last = Math.max(base.seq, ...links.map(({ seq }) => seq));
  const found: AuditFinding[] = [...gaps(chain, new Set(hashes.keys()), base.seq + 1, last)];
  const find = (fault: AuditFinding['fault'], from: number, to = from) => found.push({ chain, fault, from, to });
  for (const [at, link] of links.entries()) {
    const { seq, hash, saidHash, previousHash } = link;
    if (seq <= (links[at - 1]?.seq ?? base.seq)) find('moved', seq);
    if (hash !== saidHash) find('altered', seq);
    const before = hashes.get(seq - 1);
    if (before !== undefined && before !== previousHash) find('unlinked', Math.max(base.seq + 1, seq - 1), seq);
  }
  const known = Math.max(last, ...heads.map(({ seq }) => seq));
  if (known > last) find('truncated', last + 1, known);
  for (const { seq, hash } of heads) {
    const there = hashes.get(seq);
    if (there !== undefined && there !== hash) find('rewritten', seq);
  }
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function* gaps(chain: Chain, present: ReadonlySet<number>, first: number, last: number): Iterable<AuditFinding> {
  let from: number | undefined;
  for (let seq = first; seq <= last + 1; seq += 1) {
    const absent = seq <= last && !present.has(seq);
    if (absent) from ??= seq;
    else if (from !== undefined) {
      yield { chain, fault: 'missing', from, to: seq - 1 };
      from = undefined;
    }
  }
}

/** An event of a record beside what the audit must say of it. */
export interface HistoryLink extends ChainLink {
  /** What its copies say, as one text: {@link copyText}. */
  readonly copy: string;
  /** Whether it was recorded so long ago that its copies must be there. */
  readonly settled: boolean;
}

/** A copy of an event in the audit. */
export interface HistoryCopy {
  readonly seq: number;
  readonly hash: string;
  readonly copy: string;
}

/**
 * Everything wrong with the history of one record, held against its two copies.
 * @param byPerson the copies on the person's list.
 * @param byWriter the copies on the lists of those who wrote, by number.
 */
export function historyFindings(
  chain: Chain,
  events: readonly HistoryLink[],
  byPerson: readonly HistoryCopy[],
  byWriter: ReadonlyMap<number, HistoryCopy>,
  heads: readonly ChainPoint[] = [],
): readonly AuditFinding[] {
  const found: AuditFinding[] = [...chainFindings(chain, events, beforeFirstEvent, heads)];
  const find = (fault: AuditFinding['fault'], seq: number) => found.push({ chain, fault, from: seq, to: seq });
  const eventOf = new Map(events.map((event) => [event.hash, event]));
  const copies = new Map(byPerson.map((copy) => [copy.seq, copy]));
  const end = Math.max(-1, ...events.map(({ seq }) => seq));
  for (const copy of byPerson) {
    if (eventOf.has(copy.hash)) continue;
    if (copy.seq > end) find('truncated', copy.seq);
    else if (!found.some((other) => other.from <= copy.seq && copy.seq <= other.to)) find('missing', copy.seq);
  }
  for (const { seq, hash, copy: text, settled } of events) {
    const copy = copies.get(seq);
    if (copy === undefined) {
      if (settled) find('not-copied', seq);
    } else if (copy.hash === hash && copy.copy !== text) find('copy-altered', seq);
    const writers = byWriter.get(seq);
    if (writers === undefined ? settled : writers.hash !== hash || writers.copy !== text) find('not-listed', seq);
  }
  return found.toSorted((a, b) => a.from - b.from || a.to - b.to);
}
