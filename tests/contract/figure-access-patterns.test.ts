/** The rows of docs/access-patterns.md that are about figures: how many requests each takes, and what it costs (goal C2). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { openIds } from '../../shared/adapters/crypto/ids.ts';
import { boardPapersInTable } from '../../shared/adapters/dynamodb/board-papers.ts';
import { figuresKeptInTable } from '../../shared/adapters/dynamodb/figure-keeping.ts';
import { publishedFiguresInTable } from '../../shared/adapters/dynamodb/published-figures.ts';
import { queuesInTable } from '../../shared/adapters/dynamodb/queues.ts';
import { referralsInTable } from '../../shared/adapters/dynamodb/referrals.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import type { BoardDeps } from '../../shared/application/board/board-deps.ts';
import { beginPack, readPack } from '../../shared/application/board/packs.ts';
import { countList } from '../../shared/application/indicators/census/count-list.ts';
import { type Risk, raisedRisk } from '../../shared/domain/board/risk.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { completenessOf } from '../../shared/domain/indicator/completeness.ts';
import { syntheticDeprivation } from '../../shared/domain/indicator/deprivation/synthetic-2025.ts';
import { fullFigures } from '../../shared/domain/indicator/full-figures.ts';
import { placeFactsOf } from '../../shared/domain/indicator/place-facts.ts';
import { tallyQueue } from '../../shared/domain/indicator/tally.ts';
import { liverpool } from '../../shared/domain/policy/places/liverpool.ts';
import { canonicalJson } from '../../shared/domain/referral/canonical-json.ts';
import { aRisk } from '../http/indicators/papers.ts';
import { madeMonths, randomFrom } from '../property/indicator/made-population.ts';
import { salt } from '../unit/indicator/counted-people.ts';
import {
  sampleDuties,
  sampleMonth,
  sampleOverview,
  samplePoint,
  sampleStamp,
} from '../unit/indicator/sample-figures.ts';
import { type Engine, openEngine } from './engine.ts';
import { samplePerson, sampleReferral } from './samples.ts';

/** The most queues that a place may have. */
const QUEUES = 24;
const TREND = 13;

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(async () => undefined);
  const keeping = figuresKeptInTable(new TableAccess(engine.client, engine.indicatorsTable));
  const [line] = sampleOverview().queues;
  const [point] = line?.trend ?? [];
  if (line === undefined || point === undefined) throw new Error('the sample has a queue');
  const trend = Array.from({ length: TREND }, () => point);
  const queues = Array.from({ length: QUEUES }, (_, at) => ({ ...line, queue: `QUEUE-${at}`, trend }));
  await keeping.overview('full', sampleOverview({ queues }));
  await keeping.duties('full', sampleDuties());
  const people = madeMonths(randomFrom(7), 1)[0]?.people ?? [];
  const context = { queue: salt, stamp: sampleStamp(), completeness: completenessOf(people) };
  const figures = fullFigures(tallyQueue(people, salt.standard.days), context);
  await keeping.census('liverpool', figures);
  await keeping.month('liverpool', 'full', { figures, month: sampleMonth() });
  for (let month = 1; month <= 12; month += 1) {
    for (const year of [2023, 2024, 2025]) {
      const code = `${year}-${String(month).padStart(2, '0')}`;
      await keeping.point('liverpool', 'full', 'SALT', samplePoint(code));
    }
  }
});
afterAll(() => engine.close());

async function metered<T>(work: () => Promise<T>) {
  const { store } = engine;
  if (store === undefined) throw new Error('only the local store meters');
  store.meter.reset();
  const result = await work();
  const { requests, readUnits } = store.meter.read();
  return { result, requests, readUnits };
}

const figures = () => publishedFiguresInTable(new TableAccess(engine.client, engine.indicatorsTable));

describe('access patterns of figures', () => {
  it('30: every queue of a place, with thirteen months of each, is one query of at most 10 read units', async () => {
    const { result, requests, readUnits } = await metered(() => figures().overview('liverpool', 'full'));
    expect(result?.queues).toHaveLength(QUEUES);
    expect(requests).toBe(1);
    expect(readUnits).toBeLessThanOrEqual(10);
  });

  it('31: the figures of a queue, of a month and of the duties are one query each', async () => {
    const asked = [
      () => figures().queue('liverpool', 'SALT', 'full'),
      () => figures().month('liverpool', 'SALT', 'full', '2026-10'),
      () => figures().duties('liverpool', 'full'),
    ];
    for (const ask of asked) {
      const { result, requests, readUnits } = await metered<unknown>(ask);
      expect(result).toBeDefined();
      expect(requests).toBe(1);
      expect(readUnits).toBeLessThanOrEqual(4);
    }
  });

  it('32: three years of a queue are one query', async () => {
    const { result, requests, readUnits } = await metered(() => figures().series('liverpool', 'SALT', 'full', 36));
    expect([result.length, requests]).toEqual([36, 1]);
    expect(readUnits).toBeLessThanOrEqual(4);
  });

  it('35: the risk register is one query, and a risk another', async () => {
    const board = boardPapersInTable(new TableAccess(engine.client, engine.indicatorsTable));
    const by = { id: 'AAAAAAAAAAAAAAAA', name: 'Grace', role: 'performance-lead' };
    const event = { id: 'BBBBBBBBBBBBBBBB', at: parseInstant('2026-11-02T09:00:00Z'), by, requestHash: '' };
    const ids = Array.from({ length: 40 }, (_, at) => `risk-${String(at).padStart(11, '0')}`);
    const risks = ids.map((id) =>
      raisedRisk({ id, place: 'liverpool', details: aRisk() }, event, localDate('2026-11-02')),
    );
    for (const risk of risks) expect(await board.keepRisk(risk)).toBe(true);
    const list = await metered(() => board.risks('liverpool'));
    expect([list.result.length, list.requests]).toEqual([40, 1]);
    expect(list.readUnits).toBeLessThanOrEqual(12);
    const one = await metered(() => board.risk('liverpool', ids[3] ?? ''));
    expect([one.result, one.requests]).toEqual([risks[3], 1]);
    // Whoever is second finds that somebody was first.
    expect(await board.keepRisk(risks[3] as Risk)).toBe(false);
  });

  it('36: a board pack is four queries and four a queue, and a signed edition is two', async () => {
    const board = boardPapersInTable(new TableAccess(engine.client, engine.indicatorsTable));
    const keeping = figuresKeptInTable(new TableAccess(engine.client, engine.indicatorsTable));
    const facts = placeFactsOf(liverpool);
    await keeping.facts(facts);
    await keeping.duties('released', sampleDuties());
    const deps: BoardDeps = { figures: figures(), board, ids: openIds, hash: sha256 };
    const actor = { id: 'AAAAAAAAAAAAAAAA', place: 'liverpool', role: 'performance-lead', services: [] } as const;
    const call = { actor, name: 'Grace', now: parseInstant('2026-11-02T09:00:00Z'), requestId: 'request' };
    await beginPack(deps, call, '2026-10', 'a-key-to-begin');
    const { requests } = await metered(() => readPack(deps, call, '2026-10'));
    expect(requests).toBe(4 + 4 * facts.queues.length);
    const text = canonicalJson({ any: 'text' });
    expect(await board.keepCopy('liverpool', '2026-10', sha256(text), text)).toBe(true);
    // What is there is never written over.
    expect(await board.keepCopy('liverpool', '2026-10', sha256(text), 'another')).toBe(false);
    const copy = await metered(() => board.copy('liverpool', '2026-10', sha256(text)));
    expect([copy.result, copy.requests]).toEqual([text, 1]);
  });

  it('33: a census of a queue reads its slim list once', async () => {
    const records = new TableAccess(engine.client, engine.recordsTable);
    const referrals = referralsInTable(records);
    for (let each = 0; each < 60; each += 1) {
      const { referral, entry } = sampleReferral(samplePerson('liverpool'), '2026-08-03');
      await referrals.create(referral, entry);
    }
    const deps = { queues: queuesInTable(records), deprivation: syntheticDeprivation };
    const { result, requests, readUnits } = await metered(() =>
      countList(deps, 'liverpool', 'SALT', localDate('2026-11-01')),
    );
    expect([result.length, requests]).toEqual([60, 1]);
    expect(readUnits).toBeLessThanOrEqual(2);
  });
});
