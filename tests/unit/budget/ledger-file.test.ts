import { describe, expect, it } from 'vitest';
import { missingColumns, placeColumns } from '../../../shared/domain/budget/ledger-file/columns.ts';
import { entryFacts } from '../../../shared/domain/budget/ledger-file/entry-facts.ts';
import { type LedgerCells, readLedgerRow } from '../../../shared/domain/budget/ledger-file/read-row.ts';
import { planOf, stateOf, type Told, untilLive } from './budgets.ts';

const spent: LedgerCells = {
  reference: 'F-1001',
  nhsNumber: '999 000 0018',
  date: '14/04/2026',
  entry: 'Spent',
  amount: '£1,403.85',
  purpose: 'Personal assistant',
  paidTo: 'PA',
};

function codesOf(cells: LedgerCells): readonly string[] {
  const read = readLedgerRow(cells, 'test');
  return 'errors' in read ? read.errors.map(({ column, code }) => `${column}: ${code}`) : [];
}

describe('A row of another system’s ledger', () => {
  it('is read exactly', () => {
    expect(readLedgerRow(spent, 'test')).toEqual({
      entry: {
        reference: 'F-1001',
        person: { nhsNumber: '9990000018' },
        on: '2026-04-14',
        what: 'spent',
        type: null,
        amountPence: 140_385,
        purpose: 'Personal assistant',
        payee: 'personal-assistant',
        corrects: null,
      },
    });
  });

  it.each<[why: string, change: LedgerCells, codes: readonly string[]]>([
    ['no reference', { reference: ' ' }, ['Entry Reference: reference-missing']],
    ['a reference that is too long', { reference: 'x'.repeat(61) }, ['Entry Reference: reference-too-long']],
    ['a wrong digit', { nhsNumber: '999 000 0019' }, ['NHS Number: nhs-number-check-digit']],
    ['nobody', { nhsNumber: '' }, ['NHS Number: person-missing']],
    ['no such day', { date: '31/04/2026' }, ['Date: date-invalid']],
    ['a word that is no entry', { entry: 'constructor' }, ['Entry: entry-unknown']],
    ['part of a penny', { amount: '1403.855' }, ['Amount: amount-part-of-a-penny']],
    ['an amount below nothing', { amount: '-5.00' }, ['Amount: amount-negative']],
    ['nothing', { amount: '0.00' }, ['Amount: amount-nothing']],
    ['spending on nothing', { purpose: '' }, ['Purpose: purpose-missing']],
    ['a reversal of nothing', { entry: 'Reversal' }, ['Reverses: reverses-missing']],
    ['an unknown way of holding it', { heldAs: 'cash' }, ['Held As: held-as-unknown']],
    [
      'everything that is wrong, at once',
      { reference: '', date: '', amount: 'ten' },
      ['Entry Reference: reference-missing', 'Date: date-invalid', 'Amount: amount-format'],
    ],
    ['an apostrophe that a spreadsheet was kept off with', { reference: "'-77" }, []],
  ])('with %s', (_why, change, codes) => {
    expect(codesOf({ ...spent, ...change })).toEqual(codes);
  });

  it('finds its columns by their usual headings, and says which are missing', () => {
    const found = placeColumns(['Transaction ID', 'nhs no', 'DATE', 'Type', 'Amount (GBP)', 'Category']);
    expect(found).toEqual({ reference: 0, nhsNumber: 1, date: 2, amount: 4, purpose: 5 });
    expect(missingColumns(found)).toEqual(['Entry']);
    expect(missingColumns(placeColumns(['Reference', 'Date', 'Entry', 'Amount']))).toEqual(['NHS Number']);
  });
});

describe('What a row comes to on its budget', () => {
  const one = stateOf(untilLive(planOf({ 'direct-payment': 1_300_000 }, '2026-04-01')));
  const two = stateOf(untilLive(planOf({ 'direct-payment': 1_300_000, notional: 100_000 }, '2026-04-01')));
  const read = (change: LedgerCells) => {
    const row = readLedgerRow({ ...spent, ...change }, 'test');
    if ('errors' in row) throw new Error('The row should be readable');
    return row.entry;
  };
  const idOf = (reference: string) => `id-${reference}`;

  it.each<[why: string, change: LedgerCells, state: typeof one, expected: unknown]>([
    ['the only way it is held', {}, one, { type: 'direct-payment', category: 'assistant' }],
    ['the way that the row says', { heldAs: 'Notional' }, two, { type: 'notional' }],
    ['outside the plan', { purpose: 'Outside the plan' }, one, { category: null }],
    ['a payment', { entry: 'paid' }, one, { kind: 'payment-made', amountPence: 140_385, reference: 'F-1001' }],
    ['money given back', { entry: 'refund' }, one, { kind: 'money-returned', of: 'surplus' }],
  ])('%s', (_why, change, state, expected) => {
    expect(entryFacts(read(change), state, idOf)).toEqual({ facts: expect.objectContaining(expected) });
  });

  it.each<[why: string, change: LedgerCells, state: typeof one, code: string]>([
    ['several ways to hold it and none said', {}, two, 'held-as-missing'],
    ['a purpose that the plan does not have', { purpose: 'Holiday' }, one, 'purpose-unknown'],
    ['a reversal of what is not there', { entry: 'reversal', corrects: 'F-9' }, one, 'reverses-unknown'],
  ])('refuses %s', (_why, change, state, code) => {
    expect(entryFacts(read(change), state, idOf)).toEqual({ error: expect.objectContaining({ code }) });
  });

  it('reverses a whole entry, by its reference', () => {
    const told: readonly Told[] = [
      ...untilLive(planOf({ 'direct-payment': 1_300_000 }, '2026-04-01')),
      ['2026-04-02', { kind: 'payment-made', type: 'direct-payment', amountPence: 500 }],
    ];
    const paid = stateOf(told);
    const id = `event-${told.length - 1}`;
    const row = (amount: string) => read({ entry: 'Reversal', corrects: 'F-1', amount });
    expect(entryFacts(row('5.00'), paid, () => id)).toEqual({
      facts: expect.objectContaining({ kind: 'entry-reversed', entryId: id }),
    });
    expect(entryFacts(row('4.99'), paid, () => id)).toEqual({
      error: expect.objectContaining({ code: 'reverses-amount' }),
    });
  });
});
