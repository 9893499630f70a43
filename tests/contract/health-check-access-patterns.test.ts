/** The questions about health checks in docs/access-patterns.md: how many requests each takes, and what it costs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { Deps } from '../../shared/application/deps.ts';
import { countHealthChecks } from '../../shared/application/health-checks/count-health-checks.ts';
import { listHealthChecks } from '../../shared/application/health-checks/list-health-checks.ts';
import { practiceFileSchema, workPracticeFile } from '../../shared/application/health-checks/work-practice-file.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { type Engine, openEngine } from './engine.ts';
import { samplePerson } from './samples.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the cookies of families',
};
const PEOPLE = 60;

let engine: Engine;
let deps: Deps;
const actor = {
  id: 'm4Nb6Vc8Xz0Lk2Jh',
  place: 'liverpool',
  role: 'data-manager',
  services: ['learning-disability'],
} as const;
const call = { actor, now: parseInstant('2026-11-01T09:00:00Z'), requestId: 'request' };
const rows = Array.from({ length: PEOPLE }, (_, at) => ({
  record: at + 1,
  line: at + 2,
  cells: {
    localId: `LD${at}`,
    familyName: 'Okafor',
    birthDate: '2008-10-14',
    practice: 'N82001',
    registeredOn: '2024-04-01',
    checkedOn: '2026-05-12',
    planOn: '2026-05-12',
  },
}));

beforeAll(async () => {
  engine = await openEngine(async () => undefined);
  const { recordsTable, auditTable, client } = engine;
  deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
  for (const { cells } of rows) {
    const details = { localId: cells.localId, familyName: cells.familyName, birthDate: cells.birthDate };
    const person = samplePerson('liverpool', { ...details, nhsNumber: null } as never);
    await deps.people.create(person);
    await deps.personNumbers.claim('liverpool', 'local-id', cells.localId, {
      personId: person.id,
      claimedAt: call.now,
    });
  }
});
afterAll(() => engine.close());

async function metered<T>(work: () => Promise<T>) {
  const { store } = engine;
  if (store === undefined) throw new Error('only the local store meters');
  store.meter.reset();
  const result = await work();
  const { requests, tableWriteUnits, indexWriteUnits } = store.meter.read();
  return { result, requests, writeUnits: tableWriteUnits + indexWriteUnits };
}

const sendFile = (isDryRun: boolean) =>
  metered(() => workPracticeFile(deps, call, practiceFileSchema.parse({ rows }), isDryRun));

describe('access patterns of health checks', () => {
  it('30: a practice’s file is a read and a conditional write a row, beside a few batch reads for all of them', async () => {
    const dry = await sendFile(true);
    const done = await sendFile(false);
    expect(done.result.rows.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'created'));
    // A dry run names whoever has no record each by themselves in the audit.
    expect(dry.requests).toBeLessThanOrEqual(2 * PEOPLE + 20);
    expect(done.requests).toBeLessThanOrEqual(2 * PEOPLE + 12);
    // A new record of three events: the item, and an entry in the list, the due dates and what is watched.
    expect(done.writeUnits / PEOPLE).toBeLessThanOrEqual(7);
    // Sent again it is the reads.
    const again = await sendFile(false);
    expect(again.result.rows.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
    expect(again.requests).toBeLessThanOrEqual(PEOPLE + 12);
  });

  it('31: the list of health checks is a query a megabyte, filtered in memory, and a recorded view', async () => {
    const { result, requests } = await metered(() =>
      listHealthChecks(deps, call, { order: { by: 'name', descending: false } }),
    );
    expect([result.rows.length, result.total]).toEqual([50, PEOPLE]);
    expect(requests).toBeLessThanOrEqual(5);
  });

  it('32: the counts of a year read every record and its person, a hundred a request', async () => {
    const { result, requests } = await metered(() => countHealthChecks(deps, call));
    expect(result.whole).toMatchObject({ eligible: PEOPLE, checked: PEOPLE, withPlan: PEOPLE });
    // The policy, both lists, the records and the people.
    expect(requests).toBeLessThanOrEqual(5);
  });
});
