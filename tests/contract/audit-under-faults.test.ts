/** Exactly one entry for each view that was given, whatever the store does meanwhile and however many ask at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { auditSearchInTable } from '../../shared/adapters/dynamodb/audit-search.ts';
import { auditInTable } from '../../shared/adapters/dynamodb/audit-trail.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { beforeFirstView, chainFindings, viewLink } from '../../shared/domain/audit/verify.ts';
import type { View, ViewEntry } from '../../shared/domain/audit/view.ts';
import { instantOf } from '../../shared/domain/calendar/instant.ts';
import { isDomainError } from '../../shared/domain/error.ts';
import { openEngine } from './engine.ts';

const NOON = Date.UTC(2026, 10, 1, 12);
const id = (serial: number) => `id${String(serial).padStart(14, '0')}`;

describe('entries of the audit under faults of the store', () => {
  it('are as many as the views that were given, in a whole chain, each on every list', async () => {
    const engine = await openEngine(async () => undefined);
    const { store } = engine;
    if (store === undefined) throw new Error('only the local store fails on purpose');
    const table = new TableAccess(engine.client, engine.auditTable);
    const [audit, search] = [auditInTable(table, sha256), auditSearchInTable(table)];
    let [serial, injected, given] = [0, 0, 0];
    const rates = fc.record({
      throttle: fc.nat({ max: 60 }),
      'internal-error': fc.nat({ max: 60 }),
      'drop-before': fc.nat({ max: 60 }),
      'drop-after': fc.nat({ max: 250 }),
    });
    const batches = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 3, maxLength: 6 });
    try {
      await fc.assert(
        fc.asyncProperty(rates, batches, fc.string(), async (perMille, sizes, seed) => {
          serial += 1;
          const actor = id(serial);
          const asked = new Map<string, boolean>();
          store.setFaults({ seed, perMille });
          for (const size of sizes) {
            // One member of staff, several requests at once: each claims a number of one chain.
            const views = Array.from({ length: size }, (): View => {
              serial += 1;
              const [subject, requestId] = [id(serial), `request-${serial}`];
              const at = instantOf(NOON + serial);
              const what = { action: 'person.read', queue: null, subjects: [subject] };
              return { place: 'liverpool', actor, role: 'clinician', at, requestId, ...what };
            });
            await Promise.all(
              views.map(async (view) => {
                const outcome = await audit.viewed(view).catch((failed: unknown) => failed);
                if (outcome instanceof Error && !isDomainError(outcome, 'unavailable')) throw outcome;
                asked.set(view.requestId, !(outcome instanceof Error));
              }),
            );
          }
          for (const count of Object.values(store.usage().faults)) injected += count;
          store.setFaults(undefined);
          const entries: ViewEntry[] = [];
          for await (const entry of search.viewsFrom('liverpool', actor, 1)) entries.push(entry);
          const links = entries.map((entry) => viewLink(entry, sha256));
          expect(chainFindings({ of: 'views', id: actor }, links, beforeFirstView)).toEqual([]);
          const times = Map.groupBy(entries, ({ requestId }) => requestId);
          for (const [requestId, wasGiven] of asked) {
            const count = times.get(requestId)?.length ?? 0;
            // What was not given, because nobody could say whether it was recorded, may be there once: never twice.
            if (wasGiven) expect(count, `${requestId} was given`).toBe(1);
            else expect(count).toBeLessThanOrEqual(1);
            if (wasGiven) given += 1;
          }
          const wereGiven = entries.filter(({ requestId }) => asked.get(requestId) === true);
          expect(await search.unlisted(wereGiven)).toEqual([]);
          const viewers: string[] = [];
          for await (const viewer of search.viewers('liverpool')) viewers.push(viewer);
          if (entries.length > 0) expect(viewers).toContain(actor);
        }),
        // The same histories every time: what was injected and given is counted below.
        { seed: 20_261_101, numRuns: 12 },
      );
    } finally {
      await engine.close();
    }
    expect(injected).toBeGreaterThan(100);
    expect(given).toBeGreaterThan(100);
  }, 120_000);
});
