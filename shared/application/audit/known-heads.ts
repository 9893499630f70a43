import type { AuditFinding } from '../../domain/audit/finding.ts';
import { headAsLink } from '../../domain/audit/head.ts';
import { beforeFirstView, type ChainLink, type ChainPoint, chainFindings } from '../../domain/audit/verify.ts';
import type { Deps } from '../deps.ts';

/** What the daily heads of a place say of each chain, and what is wrong with the heads themselves. */
export interface KnownHeads {
  readonly views: ReadonlyMap<string, readonly ChainPoint[]>;
  readonly histories: ReadonlyMap<string, readonly ChainPoint[]>;
  /** Everybody whose history a head names. */
  readonly people: ReadonlySet<string>;
  readonly count: number;
  readonly findings: readonly AuditFinding[];
}

/** Reads every head of a place: what was there, day by day, when nobody could change it any more. */
export async function knownHeads(deps: Pick<Deps, 'auditHeads' | 'hash'>, place: string): Promise<KnownHeads> {
  const views = new Map<string, ChainPoint[]>();
  const histories = new Map<string, ChainPoint[]>();
  const people = new Set<string>();
  const chain: ChainLink[] = [];
  for await (const kept of deps.auditHeads.all(place)) {
    chain.push(headAsLink(kept, deps.hash));
    for (const [of, id, personId, seq, hash] of kept.links) {
      const points = of === 'views' ? views : histories;
      const own = points.get(id) ?? [];
      own.push({ seq, hash });
      points.set(id, own);
      if (of === 'history') people.add(personId);
    }
  }
  const findings = chainFindings({ of: 'heads', id: place }, chain, beforeFirstView);
  return { views, histories, people, count: chain.length, findings };
}
