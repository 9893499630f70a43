/** Imports and reviews over maps: twins of their repositories. */
import type { FindingKind, ImportBatch, Imports } from '../../shared/application/ports/imports.ts';
import type { ReferralKey } from '../../shared/application/ports/referrals.ts';
import type { Reviews } from '../../shared/application/ports/reviews.ts';
import { conflict, stale } from '../../shared/domain/error.ts';
import type { Import } from '../../shared/domain/import/import.ts';
import type { Review } from '../../shared/domain/import/review.ts';

const joined = (...parts: readonly (string | number)[]) => JSON.stringify(parts);

export function importsInMemory(): Imports {
  const imports = new Map<string, Import>();
  const batches = new Map<string, Map<number, ImportBatch>>();
  const findings = new Map<string, Map<number, readonly ReferralKey[]>>();
  const of = <T>(all: Map<string, Map<number, T>>, key: string) => {
    const own = all.get(key) ?? new Map<number, T>();
    all.set(key, own);
    return own;
  };
  const byStart = ({ startedAt, id }: Import) => `${startedAt}#${id}`;
  return {
    get: async (place, importId) => imports.get(joined(place, importId)),
    latest: async (place, limit) =>
      [...imports.values()]
        .filter((one) => one.place === place)
        .sort((a, b) => (byStart(a) < byStart(b) ? 1 : -1))
        .slice(0, limit),
    async create(started) {
      const key = joined(started.place, started.id);
      if (imports.has(key)) throw conflict('already-there', 'There is such an import already');
      imports.set(key, started);
    },
    async save(changed) {
      const key = joined(changed.place, changed.id);
      if (imports.get(key)?.version !== changed.version - 1) throw stale('changed-since', 'It has been changed');
      imports.set(key, changed);
    },
    batch: async (place, importId, first) => of(batches, joined(place, importId)).get(first),
    batches: async (place, importId) =>
      [...of(batches, joined(place, importId)).values()].sort((a, b) => a.first - b.first),
    async keepBatch(place, importId, batch) {
      const own = of(batches, joined(place, importId));
      const kept = own.get(batch.first) ?? batch;
      own.set(batch.first, kept);
      return kept;
    },
    async keepFinding(place, importId, kind: FindingKind, part, referrals) {
      const own = of(findings, joined(place, importId, kind));
      if (!own.has(part)) own.set(part, referrals);
    },
    findings: async (place, importId, kind) => new Map(of(findings, joined(place, importId, kind))),
  };
}

export function reviewsInMemory(): Reviews {
  const reviews = new Map<string, Review>();
  const waiting = (place: string) =>
    [...reviews.values()]
      .filter((one) => one.place === place && one.state === 'open')
      .map((one) => ({ order: `${one.heldAt}#${one.id}`, one }))
      .sort((a, b) => (a.order < b.order ? -1 : 1));
  return {
    get: async (place, reviewId) => reviews.get(joined(place, reviewId)),
    many: async (place, ids) => [...reviews.values()].filter((one) => one.place === place && ids.includes(one.id)),
    async waiting(place, limit, after) {
      const left = waiting(place).filter(({ order }) => order > (after?.['order'] ?? ''));
      const shown = left.slice(0, limit);
      const entries = shown.map(({ one: { id, reason, heldAt, row } }) => ({
        id,
        reason,
        heldAt,
        queue: row.queue,
        familyName: row.person.familyName,
        givenName: row.person.givenName,
        birthDate: row.person.birthDate,
      }));
      const last = shown.at(-1);
      return last === undefined || shown.length === left.length
        ? { reviews: entries }
        : { reviews: entries, end: { order: last.order } };
    },
    count: async (place) => waiting(place).length,
    async create(held) {
      const key = joined(held.place, held.id);
      if (reviews.has(key)) throw conflict('already-there', 'There is such a review already');
      reviews.set(key, held);
    },
    async save(changed) {
      const key = joined(changed.place, changed.id);
      if (reviews.get(key)?.version !== changed.version - 1) throw stale('changed-since', 'It has been changed');
      reviews.set(key, changed);
    },
  };
}
