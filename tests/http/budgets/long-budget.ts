/** The budget of a childhood, for tests and the bench: 200 entries a year in 15 years, 199 of them from a file. */
import type { ApiService, Asker, Received } from '../api-service.ts';
import { person } from '../invented.ts';
import { type Followed, happened, planOf } from './budget-service.ts';

export const YEARS = Array.from({ length: 15 }, (_, at) => 2011 + at);
export const PAYMENT = 100_000;
export const RECEIPT = 5_000;
export const RECEIPTS = 187;
/** What a year leaves in the account: twelve payments, the receipts of the file and the one that is typed in. */
export const LEFT = 12 * PAYMENT - (RECEIPTS + 1) * RECEIPT;

export type Cells = Readonly<Record<string, string>>;
export const day = (year: number, at: number) => new Date(Date.UTC(year, 3, 1 + at)).toISOString().slice(0, 10);
export const pay = (year: number, month: number): Cells => ({
  ...{ reference: `PAY-${year}-${month}`, localId: 'CHILDHOOD', date: day(year, month * 30), entry: 'payment' },
  amount: '1000.00',
});
export const receipt = (year: number, at: number): Cells => ({
  ...{
    reference: `REC-${year}-${at}`,
    localId: 'CHILDHOOD',
    date: day(year, 1 + Math.floor(at * 1.9)),
    entry: 'spent',
  },
  ...{ amount: '50.00', purpose: 'Personal assistant', paidTo: 'personal assistant' },
});
export const fileOf = (year: number): readonly Cells[] => [
  ...Array.from({ length: 12 }, (_, month) => pay(year, month)),
  ...Array.from({ length: RECEIPTS }, (_, at) => receipt(year, at)),
];

/** Sends rows of the ledger that the finance system keeps. */
export async function sendLedger(api: ApiService, asker: Asker, rows: readonly Cells[]): Promise<Received> {
  const body = { system: 'finance', rows: rows.map((cells, at) => ({ row: at + 1, cells })) };
  return api.ask(asker, 'POST', '/v1/budgets/ledger', { body });
}

/** Somebody with a direct payment since the year they were born. */
export async function liveSince2011(api: ApiService, officer: Asker): Promise<Followed> {
  const who = { birthDate: '2011-01-05', nhsNumber: null, noNhsNumberReason: 'not-known', localId: 'CHILDHOOD' };
  const made = await api.post(officer, '/v1/people', person(who));
  const facts = { kind: 'requested', right: 'continuing-care', askedBy: 'parent' };
  const opened = await api.post(officer, `/v1/people/${made.body.id}/budgets`, { on: '2011-03-01', facts });
  const followed = { personId: made.body.id, budgetId: opened.body.id, path: opened.headers['location'] ?? '' };
  const plan = planOf(12 * PAYMENT, { startsOn: '2011-04-01', payments: { rhythm: 'monthly', firstOn: '2011-04-01' } });
  await happened(
    api,
    officer,
    followed,
    ['2011-03-02', { kind: 'found-eligible', reason: 'In continuing care' }],
    ['2011-03-03', { kind: 'indicative-set', annualPence: 12 * PAYMENT, allTypesOffered: true }],
    ['2011-03-03', { kind: 'planning-started' }],
    ['2011-03-10', { kind: 'agreed', plan, agreedWith: 'parent' }],
    ['2011-03-11', { kind: 'consent-given', by: 'representative', lacksCapacity: false }],
    ['2011-03-11', { kind: 'agreement-signed', signedBy: 'representative', accountChecked: true }],
    ['2011-04-01', { kind: 'went-live' }],
  );
  return followed;
}
