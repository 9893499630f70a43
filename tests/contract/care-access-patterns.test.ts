/** The questions about health assessments in care in docs/access-patterns.md: how many requests each takes, and what it costs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import { countCare } from '../../shared/application/care-assessment/count-care.ts';
import { notificationsSchema, workNotifications } from '../../shared/application/care-assessment/work-notifications.ts';
import type { Deps } from '../../shared/application/deps.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { type Engine, openEngine } from './engine.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the cookies of families',
};
const CHILDREN = 40;

let engine: Engine;
let deps: Deps;
const actor = { id: 'm4Nb6Vc8Xz0Lk2Jh', place: 'liverpool', role: 'data-manager', services: [] } as const;
const call = { actor, now: parseInstant('2026-11-01T09:00:00Z'), requestId: 'request' };
const rows = Array.from({ length: CHILDREN }, (_, at) => ({
  record: at + 1,
  line: at + 2,
  cells: {
    localId: `CLA${at}`,
    familyName: `Okafor ${at}`,
    givenName: 'Ade',
    birthDate: '2015-10-14',
    enteredOn: '2026-09-01',
    legalStatus: 'S20',
    authority: 'Liverpool',
    placement: 'in area',
    notifiedOn: '2026-09-02',
  },
}));

beforeAll(async () => {
  engine = await openEngine(async () => undefined);
  const { recordsTable, auditTable, client } = engine;
  deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
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
const send = (cells: Readonly<Record<string, string>> = {}) =>
  metered(() => {
    const sent = rows.map((row) => ({ ...row, cells: { ...row.cells, ...cells } }));
    return workNotifications(deps, call, notificationsSchema.parse({ rows: sent }), false);
  });

describe('access patterns of health assessments in care', () => {
  it('55: a file of looked-after children is a read and a conditional write a row, and 6 more for a child who is added', async () => {
    const first = await send();
    expect(first.result.rows.every(({ outcome, isNewcomer }) => outcome === 'created' && isNewcomer)).toBe(true);
    expect(first.requests).toBeLessThanOrEqual(8 * CHILDREN + 12);
    const more = await send({ consent: 'given', consentBy: 'parent', consentOn: '2026-09-05' });
    expect(more.result.rows.every(({ outcome }) => outcome === 'updated')).toBe(true);
    expect(more.requests).toBeLessThanOrEqual(2 * CHILDREN + 12);
    const again = await send();
    expect(again.result.rows.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
    expect(again.requests).toBeLessThanOrEqual(CHILDREN + 12);
    expect(again.writeUnits).toBeLessThanOrEqual(6);
  });

  it('56: the counts of a period read both lists, and every record, a hundred a request', async () => {
    const period = { from: localDate('2026-09-01'), to: localDate('2026-10-31') };
    const { result, requests } = await metered(() => countCare(deps, call, period));
    expect(result.whole.initial).toMatchObject({ denominator: CHILDREN, returned: 0 });
    expect(requests).toBeLessThanOrEqual(4);
  });
});
