/** The invented children in care can be put in, read and listed, in every status that a list is filtered by. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedCare } from '../../infra/local/seed/care.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { Deps } from '../../shared/application/deps.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { liverpool } from '../../shared/domain/policy/places/liverpool.ts';
import { type Engine, openEngine } from './engine.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the codes of families',
};

let engine: Engine;
let deps: Deps;
beforeAll(async () => {
  engine = await openEngine(async () => undefined);
  const { recordsTable, auditTable, client } = engine;
  deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
  await seedCare(deps, liverpool, { districts: ['L1'], practices: ['N82001'] }, localDate('2026-11-02'));
});
afterAll(() => engine.close());

async function metered<T>(work: () => Promise<T>) {
  engine.store?.meter.reset();
  const result = await work();
  return { result, requests: engine.store?.meter.read().requests };
}

describe('the invented children in care', () => {
  it('are there in many states, each readable with its history, and chained to the person', async () => {
    const open = await deps.cases.list('liverpool', 'care-assessment', 'open', 1000);
    const closed = await deps.cases.list('liverpool', 'care-assessment', 'closed', 1000);
    expect(open.rows.length + closed.rows.length).toBe(60);
    const statuses = new Set([...open.rows, ...closed.rows].map(({ status }) => status));
    expect([...statuses]).toEqual(expect.arrayContaining(['up-to-date', 'care-ended', 'plan-awaited']));
    expect(statuses.size).toBeGreaterThanOrEqual(5);
  });
});

describe('access patterns of cases', () => {
  it('24: a list of a kind is one query a megabyte', async () => {
    const { result, requests } = await metered(() => deps.cases.list('liverpool', 'care-assessment', 'open', 1000));
    expect([result.complete, requests]).toEqual([true, 1]);
  });

  it('25: what is due of a service up to a day is one query that reads nothing else', async () => {
    const upTo = localDate('2026-11-30');
    const { result, requests } = await metered(() =>
      deps.cases.due('liverpool', 'children-in-care-health', upTo, 1000),
    );
    expect(requests).toBe(1);
    expect(result.rows.length).toBeGreaterThan(0);
    expect(result.rows.every(({ due }) => due !== null && due.on <= upTo)).toBe(true);
  });

  it('26: a case with its history is one read; everything about its person stays one query', async () => {
    const { rows } = await deps.cases.list('liverpool', 'care-assessment', 'open', 1);
    const [row] = rows;
    if (row === undefined) throw new Error('there is a case');
    expect((await metered(() => deps.cases.get('liverpool', row))).requests).toBe(1);
    const record = await metered(() => deps.people.record('liverpool', row.personId));
    expect([record.requests, record.result?.cases.length]).toEqual([1, 1]);
  });
});
