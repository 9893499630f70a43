import type { AuditFinding } from '../../domain/audit/finding.ts';
import { beforeFirstView, type ChainPoint, chainFindings, viewLink } from '../../domain/audit/verify.ts';
import type { ViewEntry } from '../../domain/audit/view.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Deps } from '../deps.ts';

type VerifyingDeps = Pick<Deps, 'auditSearch' | 'hash'>;

/** A stretch of a chain of views that was walked. */
export interface WalkedViews {
  readonly findings: readonly AuditFinding[];
  readonly entries: number;
  /** Where to go on; absent when the chain was walked to its end. */
  readonly next?: ChainPoint;
}

/**
 * Walks the views of one member of staff from a proved entry on, at most so many of them.
 * @param settledBefore entries of before this instant must be on their lists; a later one may be on its way there.
 */
export async function verifyViews(
  deps: VerifyingDeps,
  chain: { readonly place: string; readonly actor: string; readonly heads: readonly ChainPoint[] },
  { base = beforeFirstView, most, settledBefore }: { base?: ChainPoint; most: number; settledBefore: Instant },
): Promise<WalkedViews> {
  const { place, actor, heads } = chain;
  const entries: ViewEntry[] = [];
  let more = false;
  for await (const entry of deps.auditSearch.viewsFrom(place, actor, base.seq + 1)) {
    more = entries.length === most;
    if (more) break;
    entries.push(entry);
  }
  const of = { of: 'views', id: actor } as const;
  const last = entries.at(-1);
  const within = more && last !== undefined ? heads.filter(({ seq }) => seq <= last.seq) : heads;
  const links = entries.map((entry) => viewLink(entry, deps.hash));
  const unlisted = await deps.auditSearch.unlisted(entries.filter(({ at }) => at < settledBefore));
  const findings: AuditFinding[] = [
    ...chainFindings(of, links, base, within),
    ...unlisted.map(({ seq }): AuditFinding => ({ chain: of, fault: 'not-listed', from: seq, to: seq })),
  ];
  return {
    findings,
    entries: entries.length,
    ...(more && last !== undefined ? { next: { seq: last.seq, hash: last.hash } } : {}),
  };
}
