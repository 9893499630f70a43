/** A ledger of three years on the real engine: what it weighs, what an entry costs, and that it goes on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseKey } from '../../shared/adapters/dynamodb/keys.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import { importLedger, ledgerBatchSchema } from '../../shared/application/budget/import-ledger.ts';
import { openCaseOf } from '../../shared/application/case/open-case.ts';
import { readCase } from '../../shared/application/case/read-case.ts';
import { recordCaseEvent } from '../../shared/application/case/record-case-event.ts';
import type { Deps } from '../../shared/application/deps.ts';
import type { BudgetState } from '../../shared/domain/budget/state.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { addMonths, localDate } from '../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../shared/domain/case/case.ts';
import { planOf } from '../http/budgets/budget-service.ts';
import { type Engine, openEngine } from './engine.ts';
import { samplePerson } from './samples.ts';

const SECRETS = {
  nhsNumberKey: 'a key for tests that is long enough to be one',
  sessionKey: 'another key for tests, for cookies and cursors',
  familyKey: 'a third key for tests, for the cookies of families',
};
const MONTHS = 36;
const RECEIPTS = 300;
/** The most that an item may weigh, bytes; and the most that a ledger of three years does. */
const MOST_BYTES = 400_000;
const THREE_YEARS = 180_000;

let engine: Engine;
let deps: Deps;
const actor = { id: 'm4Nb6Vc8Xz0Lk2Jh', place: 'liverpool', role: 'data-manager', services: [] } as const;
const call = { actor, now: parseInstant('2026-04-01T09:00:00Z'), requestId: 'request' };
let key: { readonly personId: string; readonly kind: 'budget'; readonly caseId: string };

beforeAll(async () => {
  engine = await openEngine(async () => undefined);
  const { recordsTable, auditTable, client } = engine;
  deps = serviceDeps({ stage: 'test', recordsTable, auditTable }, SECRETS, client);
  const person = samplePerson('liverpool', { localId: 'PHB1', birthDate: '2014-02-11', nhsNumber: null } as never);
  await deps.people.create(person);
  await deps.personNumbers.claim('liverpool', 'local-id', 'PHB1', { personId: person.id, claimedAt: call.now });
  const said = (on: string, facts: CaseFacts & Readonly<Record<string, unknown>>) => ({ on: localDate(on), facts });
  const asked = said('2023-03-01', { kind: 'requested', right: 'continuing-care', askedBy: 'parent' });
  let { record } = await openCaseOf(deps, call, person.id, 'budget', asked, deps.ids.fresh());
  key = { personId: person.id, kind: 'budget', caseId: record.id };
  const plan = planOf(1_200_000, { startsOn: '2023-04-01', payments: { rhythm: 'monthly', firstOn: '2023-04-01' } });
  for (const happened of [
    said('2023-03-02', { kind: 'found-eligible', reason: 'In continuing care' }),
    said('2023-03-03', { kind: 'indicative-set', annualPence: 1_200_000, allTypesOffered: true }),
    said('2023-03-03', { kind: 'planning-started' }),
    said('2023-03-10', { kind: 'agreed', plan, agreedWith: 'parent' }),
    said('2023-03-11', { kind: 'consent-given', by: 'representative', lacksCapacity: false }),
    said('2023-03-11', { kind: 'agreement-signed', signedBy: 'representative', accountChecked: true }),
    said('2023-04-01', { kind: 'went-live' }),
  ])
    ({ record } = await recordCaseEvent(deps, call, key, happened, record.version, deps.ids.fresh()));
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

async function itemBytes(): Promise<number> {
  const records = new TableAccess(engine.client, engine.recordsTable);
  return Buffer.byteLength(JSON.stringify(await records.get(caseKey('liverpool', key))));
}

const firstOf = (month: number) => addMonths(localDate('2023-04-01'), month);
const payments = Array.from({ length: MONTHS }, (_, month) => ({
  ...{ reference: `PAY-${month}`, localId: 'PHB1', date: firstOf(month), entry: 'payment', amount: '1000.00' },
}));
const receipt = (at: number) => ({
  ...{ reference: `REC-${at}`, localId: 'PHB1', date: addMonths(localDate('2023-04-20'), at % MONTHS) },
  ...{ entry: 'spent', amount: '100.07', purpose: 'Personal assistant', paidTo: 'personal assistant' },
});
const receipts = Array.from({ length: RECEIPTS }, (_, at) => receipt(at));

const send = (all: readonly Readonly<Record<string, string>>[]) => {
  const today = { ...call, now: parseInstant('2026-04-01T10:00:00Z') };
  const rows = all.map((cells, at) => ({ row: at + 1, cells }));
  return metered(() => importLedger(deps, today, ledgerBatchSchema.parse({ system: 'finance', rows })));
};

describe('a ledger of three years', () => {
  it('is brought in in one write, reconciles to the penny, and stays far below what an item may weigh', async () => {
    const { result, requests, writeUnits } = await send([...receipts, ...payments]);
    expect(result.filter(({ outcome }) => outcome !== 'recorded')).toEqual([]);
    expect(requests).toBeLessThanOrEqual(12);
    const { record, state } = await readCase(deps, call, key);
    expect(record.events).toHaveLength(8 + MONTHS + RECEIPTS);
    const sumOf = (what: string) =>
      (state as BudgetState).entries
        .filter((entry) => entry.what === what)
        .reduce((sum, { amountPence }) => sum + amountPence, 0);
    expect([sumOf('payment'), sumOf('spent')]).toEqual([MONTHS * 100_000, RECEIPTS * 10_007]);
    const bytes = Buffer.byteLength(JSON.stringify(record));
    expect(bytes).toBeLessThanOrEqual(THREE_YEARS);
    // A write unit a kilobyte, and a few for the entries in the lists.
    expect(writeUnits).toBeLessThanOrEqual(THREE_YEARS / 1024 + 10);
  });

  it('takes entries without end, loses none, and never weighs more than an item may', async () => {
    for (let part = 0; part < 3; part += 1) {
      const more = Array.from({ length: 200 }, (_, at) => ({ ...receipt(RECEIPTS + part * 200 + at), amount: '0.01' }));
      const { result } = await send(more);
      expect(result.filter(({ outcome }) => outcome !== 'recorded')).toEqual([]);
      expect(await itemBytes()).toBeLessThan(MOST_BYTES / 1.5);
    }
    const { record, state } = await readCase(deps, call, key, undefined, 'opening');
    expect(record.events).toHaveLength(8 + MONTHS + RECEIPTS + 600);
    expect((state as BudgetState).entries).toHaveLength(MONTHS + RECEIPTS + 600);
  });
});
