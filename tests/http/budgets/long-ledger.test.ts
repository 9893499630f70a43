/** The ledger of a childhood: 3,000 entries in 15 years, from files and one by one, on the real engine with its change stream. */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archivedEventKey } from '../../../shared/adapters/dynamodb/keys.ts';
import { closeDay } from '../../../shared/application/audit/close-day.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { ApiService, type Asker, type Received } from '../api-service.ts';
import { BUDGET_TEAM, type Followed, paid, say, spent } from './budget-service.ts';
import {
  type Cells,
  day,
  fileOf,
  LEFT,
  liveSince2011,
  PAYMENT,
  pay,
  RECEIPT,
  RECEIPTS,
  receipt,
  sendLedger,
  YEARS,
} from './long-budget.ts';

let api: ApiService;
let officer: Asker;
let budget: Followed;
const typedIn = new Map<number, { readonly key: string; readonly version: number; readonly answer: Received }>();

const send = (rows: readonly Cells[]) => sendLedger(api, officer, rows);

async function metered<T>(work: () => Promise<T>) {
  const meter = api.engine.store?.meter;
  if (meter === undefined) throw new Error('only the local store meters');
  await api.engine.store?.settled();
  meter.scope('work');
  meter.reset();
  const result = await work();
  const { requests, readUnits, tableWriteUnits, indexWriteUnits } = meter.read();
  return { result, requests, readUnits, writeUnits: tableWriteUnits + indexWriteUnits };
}

const read = async (query: Readonly<Record<string, string>> = {}) => (await api.get(officer, budget.path, query)).body;
const balance = async () => (await read()).state.accounts[0].balancePence;

beforeAll(async () => {
  api = await ApiService.open({ stream: true });
  officer = await api.staff('administrator', { services: BUDGET_TEAM });
  budget = await liveSince2011(api, officer);
  for (const year of YEARS) {
    const sent = await send(fileOf(year));
    if (sent.body.recorded !== 12 + RECEIPTS) throw new Error(sent.text);
    const { version } = await read();
    const key = api.key();
    const body = { on: day(year, 362), facts: spent(RECEIPT) };
    const headers = { 'idempotency-key': key, 'if-match': `"${version}"` };
    const answer = await api.ask(officer, 'POST', `${budget.path}/events`, { body, headers });
    if (answer.status !== 201) throw new Error(answer.text);
    typedIn.set(year, { key, version, answer });
  }
}, 300_000);
afterAll(() => api.close());

describe('the ledger of a childhood', () => {
  it('refused nothing, lost nothing, and reconciles to the penny', async () => {
    const recent = await read();
    expect(recent.state.accounts[0].balancePence).toBe(15 * LEFT);
    expect(recent.history.length + recent.earlierEvents).toBe(8 + 15 * 200);
    const whole = await read({ history: 'whole' });
    expect(whole.history.map(({ seq }: { seq: number }) => seq)).toEqual(Array.from({ length: 3008 }, (_, seq) => seq));
    expect({
      ...whole,
      history: whole.history.slice(recent.earlierEvents),
      earlierEvents: recent.earlierEvents,
    }).toEqual(recent);
  });

  it('tells of every year, each statement opening with what the one before closed with', async () => {
    for (const at of [0, 1, 7, 13, 14]) {
      const year = 2011 + at;
      const { body } = await api.get(officer, `${budget.path}/statement`, {
        from: `${year}-04-01`,
        to: `${year + 1}-03-31`,
      });
      expect([body.openingPence, body.lines.length, body.closingPence]).toEqual([at * LEFT, 200, (at + 1) * LEFT]);
    }
    const asAt = await read({ asAt: '2014-03-31' });
    expect(asAt.state.accounts[0].balancePence).toBe(3 * LEFT);
  });

  it('costs no more to read and to go on with than the ledger of three years', async () => {
    const page = await metered(() => read());
    expect(page.readUnits).toBeLessThanOrEqual(45);
    const { version } = page.result;
    const entry = await metered(() => say(api, officer, budget.path, version, '2026-04-20', paid(PAYMENT)));
    expect(entry.result.status).toBe(201);
    expect(entry.readUnits).toBeLessThanOrEqual(45);
    expect(entry.writeUnits).toBeLessThanOrEqual(186);
  });

  it('knows every entry for ever, and the same reference with something else', async () => {
    const { version } = await read();
    for (const year of [2011, 2018, 2025]) {
      const again = await metered(() => send(fileOf(year)));
      expect(again.result.body).toMatchObject({ known: 12 + RECEIPTS, recorded: 0, rejected: 0 });
    }
    const other = await send([
      { ...receipt(2011, 5), amount: '50.01' },
      { ...pay(2012, 3), date: '2026-05-01' },
    ]);
    const codes = other.body.rows.map(({ errors }: { errors: { code: string }[] }) => errors[0]?.code);
    expect(codes).toEqual(['reference-changed', 'reference-changed']);
    expect((await read()).version).toBe(version);
  });

  it('answers a command that is sent again after years as it was answered first', async () => {
    const { key, version, answer } = typedIn.get(2012) ?? {};
    const body = { on: day(2012, 362), facts: spent(RECEIPT) };
    const headers = { 'idempotency-key': key ?? '', 'if-match': `"${version}"` };
    const again = await api.ask(officer, 'POST', `${budget.path}/events`, { body, headers });
    expect(again.status).toBe(201);
    expect([again.body.version, again.body.state]).toEqual([answer?.body.version, answer?.body.state]);
    const changed = await api.ask(officer, 'POST', `${budget.path}/events`, {
      body: { ...body, on: day(2012, 363) },
      headers,
    });
    expect(changed.body.code).toBe('idempotency-key-reused');
  });

  it('takes out an entry of the first years, from a file and typed in, once', async () => {
    const before = await balance();
    const { reference, amount } = receipt(2011, 7);
    const reversal = {
      reference: 'REV-1',
      localId: 'CHILDHOOD',
      date: '2026-06-01',
      entry: 'reversal',
      amount: amount ?? '',
    };
    const sent = await send([{ ...reversal, corrects: reference ?? '' }]);
    expect(sent.body.recorded, sent.text).toBe(1);
    expect(await balance()).toBe(before + RECEIPT);
    const twice = await send([{ ...reversal, reference: 'REV-2', corrects: reference ?? '' }]);
    expect(twice.body.rows[0].errors[0].code).toBe('reversed-before');

    const [typed] = (await read({ history: 'whole' })).history.filter(
      ({ facts }: { facts: { kind: string } }) => facts.kind === 'spent',
    );
    const facts = { kind: 'entry-reversed', entryId: typed.id, reason: 'Another child’s' };
    const { version } = await read();
    expect((await say(api, officer, budget.path, version, '2026-06-02', facts)).status).toBe(201);
    expect(await balance()).toBe(before + 2 * RECEIPT);
    expect((await say(api, officer, budget.path, version + 1, '2026-06-03', facts)).body.errors[0].code).toBe(
      'reversed-before',
    );
  });

  it('takes an entry of a day long ago where it still fits, and refuses one that does not', async () => {
    const before = await balance();
    const late = await send([
      { ...receipt(2013, 0), reference: 'LATE-1', amount: '10.00' },
      { ...pay(2013, 3), reference: 'LATE-2', amount: '1000.00' },
    ]);
    const codes = late.body.rows.map(({ errors }: { errors: { code: string }[] }) => errors[0]?.code);
    expect(codes).toEqual([undefined, 'contradicts-history']);
    expect(await balance()).toBe(before - 1_000);
  });

  it('keeps what several record at one moment', async () => {
    const before = await balance();
    const rows = Array.from({ length: 4 }, (_, lane) =>
      Array.from({ length: 100 }, (_row, at) => ({
        ...receipt(2025, at),
        reference: `LANE-${lane}-${at}`,
        date: '2026-07-01',
        amount: '0.01',
      })),
    );
    const sent = await Promise.all(rows.map(send));
    const taken = sent.filter(({ status }) => status === 200);
    expect(taken.map(({ body }) => body.recorded)).toEqual(taken.map(() => 100));
    expect(await balance()).toBe(before - taken.length * 100);
    for (const lane of rows) expect((await send(lane)).body).toMatchObject({ rejected: 0 });
    expect(await balance()).toBe(before - 400);
  });

  it('is proved whole by the audit, which tells of an archived event that is gone', async () => {
    await api.engine.store?.settled();
    const night = async () => {
      const failed: unknown[] = [];
      const { counts } = await closeDay(api.deps, {
        ...{
          places: ['liverpool'],
          time: parseInstant('2026-11-02T02:30:00Z'),
          requestId: 'night',
          hasTime: () => true,
        },
        onFailure: (failure) => failed.push(failure),
      });
      return [counts['findings'], failed];
    };
    expect(await night()).toEqual([0, []]);
    const key = { personId: budget.personId, kind: 'budget', caseId: budget.budgetId } as const;
    const [, , third] = (await read({ history: 'whole' })).history;
    const lost = archivedEventKey('liverpool', key, third.id);
    await api.engine.client.send(new DeleteCommand({ TableName: api.engine.recordsTable, Key: lost }));
    expect(await night()).toEqual([1, []]);
  });
});
