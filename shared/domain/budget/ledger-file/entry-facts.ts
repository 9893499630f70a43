/** What a row of a ledger comes to on the budget it is of: the facts that are recorded, or why it does not fit. */
import type { BudgetType } from '../budget-type.ts';
import type { BudgetFacts } from '../facts.ts';
import { pocketsOf } from '../money.ts';
import type { BudgetState } from '../state.ts';
import { ledgerColumns } from './columns.ts';
import { type LedgerRowError, outsideWords, type ReadEntry } from './read-row.ts';

type LedgerFacts = BudgetFacts<'payment-made' | 'spent' | 'money-returned' | 'entry-reversed'>;

/** @param idOf the id that an entry of the same system has by its reference. */
export function entryFacts(
  entry: ReadEntry,
  state: BudgetState,
  idOf: (reference: string) => string,
): { readonly facts: LedgerFacts } | { readonly error: LedgerRowError } {
  const { reference, amountPence } = entry;
  if (entry.what === 'reversal') return reversal(entry, state, idOf);
  const type = entry.type ?? onlyType(state);
  if (type === undefined)
    return error('heldAs', 'held-as-missing', 'The budget is held in several ways. Say which of them this is');
  if (entry.what === 'payment') return { facts: { kind: 'payment-made', type, amountPence, reference } };
  if (entry.what === 'returned')
    return { facts: { kind: 'money-returned', type, amountPence, of: 'surplus', reference } };
  const category = categoryIn(entry.purpose ?? '', state);
  if (category === undefined)
    return error('purpose', 'purpose-unknown', 'The plan has no such purpose. Give it as the plan names it');
  return { facts: { kind: 'spent', type, amountPence, category, payee: entry.payee, reference } };
}

function reversal(entry: ReadEntry, state: BudgetState, idOf: (reference: string) => string) {
  const entryId = idOf(entry.corrects ?? '');
  const found = state.entries.find(({ id }) => id === entryId);
  if (found === undefined)
    return error(
      'corrects',
      'reverses-unknown',
      'The entry to reverse is not in the ledger. Give the reference it came with',
    );
  if (found.amountPence !== entry.amountPence)
    return error('amount', 'reverses-amount', 'A reversal is of the whole entry. Give its amount');
  return { facts: { kind: 'entry-reversed', entryId, reason: 'Reversed in the ledger it came from' } } as const;
}

function onlyType(state: BudgetState): BudgetType | undefined {
  const [only, ...others] = pocketsOf(state);
  return others.length === 0 ? only?.type : undefined;
}

/** The purpose by its name or code; null for outside the plan. */
function categoryIn(purpose: string, { plans }: BudgetState): string | null | undefined {
  const wanted = purpose.trim().toLowerCase();
  if (outsideWords.has(wanted)) return null;
  const categories = plans.toReversed().flatMap(({ plan }) => plan.categories);
  return categories.find(({ code, name }) => code === wanted || name.toLowerCase() === wanted)?.code;
}

function error(field: keyof typeof ledgerColumns, code: string, message: string): { readonly error: LedgerRowError } {
  return { error: { column: ledgerColumns[field].heading, code, message } };
}
