/** The columns of a ledger that another system keeps: our name for each, its heading, and other headings that it goes by. */

interface LedgerColumn {
  readonly heading: string;
  readonly otherHeadings: readonly string[];
  readonly required: boolean;
}

export const ledgerColumns = {
  reference: column(
    'Entry Reference',
    ['reference', 'transaction id', 'transaction reference', 'entry id', 'ref'],
    true,
  ),
  nhsNumber: column('NHS Number', ['nhs no', 'nhs']),
  localId: column('Local Patient ID', ['local id', 'patient id']),
  date: column('Date', ['transaction date', 'entry date', 'date paid', 'posted'], true),
  entry: column('Entry', ['entry type', 'transaction type', 'kind'], true),
  heldAs: column('Held As', ['budget type', 'held', 'deployment']),
  amount: column('Amount', ['value', 'amount gbp', 'gross'], true),
  purpose: column('Purpose', ['category', 'spend category', 'plan category']),
  paidTo: column('Paid To', ['payee', 'supplier type']),
  corrects: column('Reverses', ['reversal of', 'corrects']),
} as const satisfies Record<string, LedgerColumn>;

export type LedgerField = keyof typeof ledgerColumns;
export const ledgerFields = Object.keys(ledgerColumns) as readonly LedgerField[];

/** Where each column stands among a file's headings; a column that the file does not have is absent. */
export type LedgerHeadings = Partial<Record<LedgerField, number>>;

export function placeColumns(headings: readonly string[]): LedgerHeadings {
  const found: LedgerHeadings = {};
  for (const field of ledgerFields) {
    const { heading, otherHeadings } = ledgerColumns[field];
    const wanted = [heading, ...otherHeadings].map(bare);
    const at = headings.findIndex((one) => wanted.includes(bare(one)));
    if (at !== -1) found[field] = at;
  }
  return found;
}

/** The headings that must be there and are not. A number of the person must be, of one kind or the other. */
export function missingColumns(found: LedgerHeadings): readonly string[] {
  const missing = ledgerFields.filter((field) => ledgerColumns[field].required && found[field] === undefined);
  const names = missing.map((field) => ledgerColumns[field].heading);
  return found.nhsNumber === undefined && found.localId === undefined
    ? [...names, ledgerColumns.nhsNumber.heading]
    : names;
}

function column(heading: string, otherHeadings: readonly string[], required = false): LedgerColumn {
  return { heading, otherHeadings, required };
}

function bare(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
