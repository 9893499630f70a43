/** Bringing in a ledger that another system keeps: the file is chosen, checked without keeping anything, and then imported. */
import * as z from 'zod';
import { importLedger } from '../../../../shared/application/budget/import-ledger.ts';
import {
  ledgerColumns,
  ledgerFields,
  missingColumns,
  placeColumns,
} from '../../../../shared/domain/budget/ledger-file/columns.ts';
import {
  type LedgerOutcome,
  type LedgerRow,
  type LedgerRowResult,
  ledgerRowSchema,
  MOST_LEDGER_ROWS,
} from '../../../../shared/domain/budget/ledger-file/ledger-row.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { errorSummary } from '../../../../shared/http/html/components/error-summary.ts';
import { fileUpload } from '../../../../shared/http/html/components/file-upload.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { input } from '../../../../shared/http/html/components/input.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { type ChosenFile, chosenFile } from '../imports/chosen-file.ts';
import { packedValue, unpackedValue } from '../imports/packed.ts';
import { budgetsPath, ledgerFilePath } from './addresses.ts';

const frame = {
  title: 'Import a ledger',
  section: 'duties',
  beforeContent: backLink({ href: budgetsPath, text: 'Back to the budgets' }),
} as const;
const usualSystem = 'finance';
const carriedSchema = z.array(ledgerRowSchema).max(MOST_LEDGER_ROWS);

export async function ledgerFilePage(visit: ActingVisit): Promise<PageAnswer> {
  return page({ ...frame, content: html`${doneBanner(visit.query)}${startView(visit, usualSystem, [])}` });
}

/** The file with what would become of each row; or, once that was seen, the import itself. */
export async function ledgerFileSent(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const system = body.get('system').trim().toLowerCase();
  const { deps, call } = visit;
  if (body.get('step') === 'import') {
    const rows = unpackedValue(carriedSchema, body.get('rows'));
    const results = await importLedger(deps, call, { system, rows, dryRun: false });
    const told = new URLSearchParams();
    for (const outcome of ['recorded', 'known', 'rejected'] as const)
      told.set(outcome, String(countOf(results, outcome)));
    return goTo(`${ledgerFilePath}?${told.toString()}`);
  }
  const errors: Fault[] = [];
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(system))
    errors.push({ at: 'system', message: 'Enter the system in 2 to 40 letters, digits or hyphens' });
  const choice = await chosenFile(body);
  if ('fault' in choice) errors.push({ at: 'upload', message: choice.fault });
  const rows = 'file' in choice ? rowsOf(choice.file) : [];
  if (typeof rows === 'string') errors.push({ at: 'upload', message: rows });
  if (errors.length > 0 || typeof rows === 'string')
    return refusedPage({ ...frame, content: startView(visit, body.get('system'), errors) });
  const results = await importLedger(deps, call, { system, rows, dryRun: true });
  return page({ ...frame, title: 'What the import will do', content: checkedView(visit, system, rows, results) });
}

interface Fault {
  readonly at: 'system' | 'upload';
  readonly message: string;
}

/** The rows as they are sent on, or what is wrong with the file as a whole. */
function rowsOf({ csv }: ChosenFile): readonly LedgerRow[] | string {
  const found = placeColumns(csv.headings);
  const missing = missingColumns(found);
  if (missing.length > 0) return `The file has no column ${missing.map((name) => `“${name}”`).join(' and ')}`;
  if (csv.records.length > MOST_LEDGER_ROWS)
    return `The file has ${counted(csv.records.length, 'row')}, more than the ${MOST_LEDGER_ROWS} of one import. Split it into smaller files`;
  return csv.records.map(({ record, cells }) => ({
    row: record,
    cells: Object.fromEntries(
      ledgerFields.flatMap((field) => {
        const at = found[field];
        const cell = at === undefined ? '' : (cells[at] ?? '');
        return cell === '' ? [] : [[field, cell.slice(0, 200)]];
      }),
    ),
  }));
}

/** `1 entry`, `2 entries`. */
function entries(count: number): string {
  return `${count} ${count === 1 ? 'entry' : 'entries'}`;
}

function countOf(results: readonly LedgerRowResult[], wanted: LedgerOutcome): number {
  return results.filter(({ outcome }) => outcome === wanted).length;
}

function startView({ session }: ActingVisit, system: string, errors: readonly Fault[]): Html {
  const errorOf = (at: Fault['at']) => errors.find((error) => error.at === at)?.message;
  const columns = ledgerFields.map((field) => ledgerColumns[field].heading).join(', ');
  return html`${errors.length > 0 && errorSummary(errors.map(({ at, message }) => ({ text: message, href: `#${at}` as const })))}${pageHeading('Import a ledger', 'Personal health budgets')}<p>Payments and spending that another system keeps, one entry a row. An entry is known by its reference in that system: a file can be imported again, and nothing is recorded twice.</p><p>Columns: ${columns}. The first row holds the headings; the order does not matter. Amounts are pounds and pence, like 1,403.85.</p>${postForm(
    {
      action: ledgerFilePath,
      csrfToken: session.formToken,
      isMultipart: true,
      hidden: { step: 'check' },
      content: html`${input({
        id: 'system',
        name: 'system',
        label: { text: 'System that keeps the ledger', size: 's' },
        hint: 'Always the same word for the same system',
        value: system,
        width: 20,
        autocomplete: 'off',
        spellcheck: false,
        error: errorOf('system'),
      })}${fileUpload({ id: 'upload', name: 'upload', label: { text: 'CSV file', size: 's' }, accept: '.csv,text/csv', error: errorOf('upload') })}${button({ text: 'Check the file' })}`,
    },
  )}`;
}

function checkedView(
  { session }: ActingVisit,
  system: string,
  rows: readonly LedgerRow[],
  results: readonly LedgerRowResult[],
): Html {
  const wrong = results.filter(({ outcome }) => outcome === 'rejected');
  const toRecord = countOf(results, 'recorded');
  return html`${pageHeading('What the import will do', 'Import a ledger')}<ul class="nhsuk-list nhsuk-list--bullet"><li>${entries(toRecord)} will be recorded</li><li>${entries(countOf(results, 'known'))} ${countOf(results, 'known') === 1 ? 'is' : 'are'} there already, and nothing more is done</li><li>${counted(wrong.length, 'row')} cannot be recorded</li></ul>${wrong.length > 0 && wrongRows(wrong)}${
    toRecord === 0
      ? insetText('There is nothing to record. Put the file right, then choose it again.')
      : postForm({
          action: ledgerFilePath,
          csrfToken: session.formToken,
          hidden: { step: 'import', system, rows: packedValue(rows) },
          content: button({ text: `Record ${entries(toRecord)}` }),
        })
  }<p><a href="${ledgerFilePath}">Choose another file</a></p>`;
}

function wrongRows(wrong: readonly LedgerRowResult[]): Html {
  const lines = wrong.flatMap(({ row, errors }) => errors.map((error) => ({ row, ...error })));
  return table({
    caption: 'Rows that cannot be recorded',
    captionSize: 's',
    isResponsive: true,
    isCompact: true,
    rows: lines,
    columns: [
      { heading: 'Row', isRowHeader: true, cell: ({ row }) => String(row) },
      { heading: 'Column', cell: ({ column }) => column },
      { heading: 'What to do', cell: ({ message }) => message },
    ],
  });
}

/** What an import did, in counts: the file is kept nowhere, and checking it again tells of each row. */
function doneBanner(query: URLSearchParams): Html | undefined {
  const [recorded, known, rejected] = ['recorded', 'known', 'rejected'].map((name) => Number(query.get(name)));
  if (!query.has('recorded') || [recorded, known, rejected].some((count) => !Number.isInteger(count))) return undefined;
  return notificationBanner({
    variant: 'success',
    heading: `${entries(recorded ?? 0)} recorded`,
    content: html`<p>${entries(known ?? 0)} were there already, and ${counted(rejected ?? 0, 'row')} could not be recorded. Put those right and import the file again: what is recorded is not recorded twice.</p>`,
  });
}
