/** One row of another system's ledger: what it says moved, or everything that is wrong with it. Nothing is guessed. */
import type { LocalDate } from '../../calendar/local-date.ts';
import { dateFaultText, parseDate } from '../../calendar/parse-date.ts';
import { nhsNumberFaultText, parseNhsNumber } from '../../identifiers/nhs-number.ts';
import { restored } from '../../import/formula.ts';
import type { BudgetType } from '../budget-type.ts';
import type { BudgetFacts, payees } from '../facts.ts';
import { penceFaultWords, readPence } from '../pence.ts';
import { type LedgerField, ledgerColumns } from './columns.ts';

/** The cells of a row by column; a cell that is absent is empty. */
export type LedgerCells = Partial<Record<LedgerField, string>>;

export interface LedgerRowError {
  /** The heading of the column. */
  readonly column: string;
  readonly code: string;
  /** What to do about it, one plain sentence that repeats nothing of the cell. */
  readonly message: string;
}

/** What moved, before the budget is known. `category` is a name that the plan still has to know. */
export interface ReadEntry {
  readonly reference: string;
  readonly person: { readonly nhsNumber: string } | { readonly localId: string };
  readonly on: LocalDate;
  readonly what: 'payment' | 'spent' | 'returned' | 'reversal';
  /** Null where the file does not say: then the budget must be held in one way only. */
  readonly type: BudgetType | null;
  readonly amountPence: number;
  readonly purpose: string | null;
  readonly payee: BudgetFacts<'spent'>['payee'];
  /** Reference of the entry that this one takes out. */
  readonly corrects: string | null;
}

/** What stands for "not in the plan" in the column of the purpose. */
export const outsideWords: ReadonlySet<string> = new Set([
  'outside the plan',
  'outside plan',
  'unapproved',
  'not in plan',
]);

const entryWords: Readonly<Record<string, ReadEntry['what']>> = {
  payment: 'payment',
  paid: 'payment',
  credit: 'payment',
  spent: 'spent',
  spend: 'spent',
  expenditure: 'spent',
  debit: 'spent',
  returned: 'returned',
  'given back': 'returned',
  refund: 'returned',
  reversal: 'reversal',
  reversed: 'reversal',
};
const typeWords: Readonly<Record<string, BudgetType>> = {
  'direct payment': 'direct-payment',
  dp: 'direct-payment',
  'third party': 'third-party',
  tp: 'third-party',
  notional: 'notional',
};
const payeeWords: Readonly<Record<string, (typeof payees)[number]>> = {
  provider: 'provider',
  agency: 'provider',
  'personal assistant': 'personal-assistant',
  pa: 'personal-assistant',
  'household carer': 'household-carer',
  equipment: 'equipment',
  other: 'other',
  '': 'other',
};

/** Reads a row. Every error is told, so that a file is mended in one go. */
export function readLedgerRow(
  cells: LedgerCells,
  stage: string,
): { readonly entry: ReadEntry } | { readonly errors: readonly LedgerRowError[] } {
  const errors: LedgerRowError[] = [];
  const wrong = (field: LedgerField, code: string, message: string): undefined => {
    errors.push({ column: ledgerColumns[field].heading, code, message });
    return undefined;
  };
  const text = (field: LedgerField): string => restored(cells[field] ?? '').trim();
  const among = <T>(
    field: LedgerField,
    known: Readonly<Record<string, T>>,
    code: string,
    message: string,
  ): T | undefined => {
    const word = text(field)
      .toLowerCase()
      .replaceAll(/[-_\s]+/g, ' ');
    return Object.hasOwn(known, word) ? known[word] : wrong(field, code, message);
  };

  const reference = text('reference');
  if (reference === '')
    wrong('reference', 'reference-missing', 'Give each entry the reference it has in the other system');
  else if (reference.length > 60) wrong('reference', 'reference-too-long', 'Give a reference of at most 60 characters');
  const person = personIn(text('nhsNumber'), text('localId'), stage, wrong);
  const on = dateIn(text('date'), wrong);
  const what = among('entry', entryWords, 'entry-unknown', 'Say payment, spent, returned or reversal');
  const amount = readPence(text('amount'));
  if ('fault' in amount) wrong('amount', amount.fault, penceFaultWords[amount.fault]);
  else if (amount.pence === 0) wrong('amount', 'amount-nothing', 'An entry is of a penny at least');
  const type =
    text('heldAs') === ''
      ? null
      : among('heldAs', typeWords, 'held-as-unknown', 'Say direct payment, third party or notional');
  const payee = what === 'spent' ? among('paidTo', payeeWords, 'payee-unknown', payeeMessage) : 'other';
  if (what === 'spent' && text('purpose') === '')
    wrong('purpose', 'purpose-missing', 'Give the purpose as the plan names it, or “outside the plan”');
  if (what === 'reversal' && text('corrects') === '')
    wrong('corrects', 'reverses-missing', 'Give the reference of the entry that this one reverses');

  if (errors.length > 0 || person === undefined || on === undefined || what === undefined) return { errors };
  if (type === undefined || payee === undefined || !('pence' in amount)) return { errors };
  const purpose = what === 'spent' ? text('purpose') : null;
  const corrects = what === 'reversal' ? text('corrects') : null;
  return { entry: { reference, person, on, what, type, amountPence: amount.pence, purpose, payee, corrects } };
}

const payeeMessage = 'Say provider, personal assistant, household carer, equipment or other';

type Wrong = (field: LedgerField, code: string, message: string) => undefined;

function personIn(nhsNumber: string, localId: string, stage: string, wrong: Wrong): ReadEntry['person'] | undefined {
  if (nhsNumber === '')
    return localId === '' || localId.length > 40
      ? wrong('nhsNumber', 'person-missing', 'Give the NHS number, or the local id, of the person')
      : { localId };
  const parsed = parseNhsNumber(nhsNumber, stage);
  if ('number' in parsed) return { nhsNumber: parsed.number };
  return wrong('nhsNumber', `nhs-number-${parsed.fault}`, nhsNumberFaultText[parsed.fault]);
}

function dateIn(text: string, wrong: Wrong): LocalDate | undefined {
  const parsed = parseDate(text);
  return 'date' in parsed ? parsed.date : wrong('date', 'date-invalid', dateFaultText[parsed.fault]);
}
