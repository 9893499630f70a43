/** A ledger from another system over the API: nothing twice, nothing lost, and every row told of. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiService, type Asker } from '../api-service.ts';
import { BUDGET_TEAM, type Followed, happened, live, paid } from './budget-service.ts';

let api: ApiService;
let officer: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  officer = await api.staff('administrator', { services: BUDGET_TEAM });
});
afterAll(() => api.close());

type Cells = Readonly<Record<string, string>>;
const NUMBER = '9990017336';
let serial = 0;

/** Somebody with a live budget who is found by a local id of their own. */
async function known(more: Readonly<Record<string, unknown>> = {}): Promise<Followed & { readonly localId: string }> {
  serial += 1;
  const localId = `LEDGER-${serial}`;
  const who = { nhsNumber: null, noNhsNumberReason: 'not-known', localId, ...more };
  return { ...(await live(api, officer, 1_300_000, who)), localId };
}

function send(rows: readonly Cells[], more: Readonly<Record<string, unknown>> = {}, asker = officer) {
  const body = { system: 'finance', rows: rows.map((cells, at) => ({ row: at + 1, cells })), ...more };
  return api.ask(asker, 'POST', '/v1/budgets/ledger', { body });
}

const payment = (localId: string, reference: string, amount: string, date = '2026-04-01'): Cells => ({
  reference,
  localId,
  date,
  entry: 'Payment',
  amount,
});
const spending = (localId: string, reference: string, amount: string, date = '2026-04-20'): Cells => ({
  reference,
  localId,
  date,
  entry: 'Spent',
  amount,
  purpose: 'Personal assistant',
  paidTo: 'PA',
});
const outcomes = (answer: { body: { rows: { outcome: string }[] } }) => answer.body.rows.map(({ outcome }) => outcome);
const accounts = async ({ path }: Followed) => (await api.get(officer, path)).body.state.accounts;

describe('a ledger from a file', () => {
  it('is brought in to the penny, in whatever order its rows stand; a dry run keeps nothing', async () => {
    const budget = await known();
    const { localId } = budget;
    const rows = [
      spending(localId, 'A-3', '£403.85'),
      payment(localId, 'A-1', '£1,403.85'),
      { ...spending(localId, 'A-4', '12.5'), purpose: 'outside the plan' },
      { ...payment(localId, 'A-2', '0.01'), nhsNumber: '' },
    ];
    const dry = await send(rows, { dryRun: true });
    expect([dry.status, dry.body.recorded, outcomes(dry)]).toEqual([
      200,
      4,
      Array.from({ length: 4 }, () => 'recorded'),
    ]);
    expect(await accounts(budget)).toMatchObject([{ balancePence: 0 }]);
    const done = await send(rows);
    expect(done.body).toMatchObject({ dryRun: false, recorded: 4, known: 0, rejected: 0 });
    expect(await accounts(budget)).toMatchObject([
      { paidPence: 140_386, spentPence: 41_635, outsidePlanPence: 1_250, balancePence: 98_751 },
    ]);
  });

  it('is brought in once, whoever sends it again, and several at one moment', async () => {
    const budget = await known();
    const rows = [payment(budget.localId, 'B-1', '100.00'), spending(budget.localId, 'B-2', '30.00')];
    const colleague = await api.staff('data-manager');
    const answers = await Promise.all([send(rows), send(rows, {}, colleague), send(rows)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.reduce((sum, { body }) => sum + body.recorded, 0)).toBe(2);
    expect(outcomes(await send(rows, {}, colleague))).toEqual(['known', 'known']);
    expect(await accounts(budget)).toMatchObject([{ paidPence: 10_000, spentPence: 3_000 }]);
  });

  it('waits for whoever records by hand at the same moment: nothing of either is lost', async () => {
    const budget = await known();
    const rows = Array.from({ length: 6 }, (_, at) => payment(budget.localId, `C-${at}`, '10.00'));
    const byHand = async () => {
      for (;;) {
        const { version } = (await api.get(officer, budget.path)).body;
        const headers = { 'if-match': `"${version}"` };
        const answer = await api.post(
          officer,
          `${budget.path}/events`,
          { on: '2026-04-02', facts: paid(500) },
          headers,
        );
        if (answer.status !== 412) return answer.status;
      }
    };
    const [file, hand] = await Promise.all([send(rows), byHand()]);
    expect([file.body.recorded, hand]).toEqual([6, 201]);
    expect(await accounts(budget)).toMatchObject([{ paidPence: 6_500 }]);
  });

  it('costs a write a budget, however many entries it brings (docs/access-patterns.md, 45)', async () => {
    const budget = await known();
    const rows = Array.from({ length: 40 }, (_, at) => payment(budget.localId, `H-${at}`, '10.00'));
    const { store } = api.engine;
    if (store === undefined) throw new Error('only the local store meters');
    store.meter.reset();
    expect((await send(rows)).body.recorded).toBe(40);
    const { requests } = store.meter.read();
    // Who asks, the policy, the pointers; the person's collection, person, budget, the write; the view.
    expect(requests).toBeLessThanOrEqual(12);
    expect((await accounts(budget))[0].paidPence).toBe(40_000);
  });

  it('tells of each row that does not fit, and leaves the others done', async () => {
    const budget = await known();
    const { localId } = budget;
    await happened(api, officer, budget, ['2026-04-01', paid(10_000)]);
    const answer = await send([
      payment(localId, 'D-1', '5.00'),
      payment(localId, 'D-1', '6.00'),
      payment(localId, 'D-2', '5.005'),
      payment(localId, 'D-3', '99999.00'),
      payment(localId, 'D-4', '5.00', '2026-01-01'),
      payment('NOBODY', 'D-5', '5.00'),
      spending(localId, 'D-6', '900.00'),
      { ...spending(localId, 'D-7', '1.00'), purpose: 'Holiday' },
      { reference: 'D-8', localId, date: '2026-04-05', entry: 'Reversal', amount: '5.00', corrects: 'D-1' },
      { reference: 'D-9', localId, date: '2026-04-05', entry: 'Reversal', amount: '5.00', corrects: 'Z-1' },
    ]);
    const told = answer.body.rows.map(
      ({ outcome, errors }: { outcome: string; errors: { column: string; code: string }[] }) =>
        [outcome, ...errors.map(({ column, code }) => `${column}: ${code}`)].join(' '),
    );
    expect(told).toEqual([
      'recorded',
      'rejected Entry Reference: reference-repeated',
      'rejected Amount: amount-part-of-a-penny',
      'rejected Amount: over-allocation',
      'rejected Date: no-budget-then',
      'rejected NHS Number: budget-unknown',
      'rejected Amount: over-balance',
      'rejected Purpose: purpose-unknown',
      'recorded',
      'rejected Reverses: reverses-unknown',
    ]);
    expect(await accounts(budget)).toMatchObject([{ paidPence: 10_000, balancePence: 10_000 }]);
    expect(JSON.stringify(answer.body)).not.toContain(localId);
  });

  it('does not take a reference for something else than it was', async () => {
    const budget = await known();
    await send([payment(budget.localId, 'E-1', '5.00')]);
    const answer = await send([payment(budget.localId, 'E-1', '6.00')]);
    expect(answer.body.rows[0].errors).toMatchObject([{ column: 'Entry Reference', code: 'reference-changed' }]);
    // The same reference in another system is another entry.
    expect(outcomes(await send([payment(budget.localId, 'E-1', '6.00')], { system: 'other' }))).toEqual(['recorded']);
  });

  it('finds people by NHS number, and tells nothing of those whom the sender may not know of', async () => {
    const budget = await live(api, officer, 1_300_000, { nhsNumber: NUMBER });
    const rows = [{ reference: 'F-1', nhsNumber: NUMBER, date: '2026-04-01', entry: 'Payment', amount: '5.00' }];
    const therapist = await api.staff('clinician', { services: ['salt'] });
    expect((await send(rows, {}, therapist)).status).toBe(403);
    const elsewhere = await api.staff('data-manager', { place: 'cheshire-east' });
    expect((await send(rows, {}, elsewhere)).body.rows[0].errors).toMatchObject([{ code: 'budget-unknown' }]);
    expect(outcomes(await send(rows))).toEqual(['recorded']);
    expect(await accounts(budget)).toMatchObject([{ paidPence: 500 }]);
  });

  it('is not longer than it may be, and of a system with a name', async () => {
    const rows = Array.from({ length: 501 }, (_, at) => payment('X', `G-${at}`, '1.00'));
    expect((await send(rows)).status).toBe(422);
    expect((await send(rows.slice(0, 1), { system: 'Not A Name!' })).status).toBe(422);
  });
});
