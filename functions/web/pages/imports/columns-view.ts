/** Draws the columns of a file with their first values, each with what it holds. */
import { importColumns, importFields } from '../../../../shared/domain/import/columns.ts';
import { attributes } from '../../../../shared/http/html/attributes.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { errorSummary } from '../../../../shared/http/html/components/error-summary.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html, joined } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { importPath } from './addresses.ts';
import type { ChosenFile } from './chosen-file.ts';
import { type ColumnError, type Columns, columnName } from './columns-form.ts';
import { fileInWords } from './file-to-import.ts';
import { choiceFields, type ImportChoices } from './import-choices.ts';
import { paceField } from './parts-view.ts';

export interface ColumnsViewProps {
  readonly choices: ImportChoices;
  readonly file: ChosenFile;
  readonly columns: Columns;
  readonly errors: readonly ColumnError[];
  /** Where the answers shown come from. */
  readonly known: 'as-last-time' | 'guessed' | 'chosen';
}

/** The most first values that are shown of a column, and the most characters of each. */
const EXAMPLES = 3;
const LONGEST_EXAMPLE = 30;

export const backToStart: Html = backLink({ href: importPath, text: 'Choose another file' });

export function columnsView(visit: ActingVisit, props: ColumnsViewProps): Html {
  const { choices, file, errors } = props;
  return html`${errorSummary(
    errors.map(({ at, message }) => ({ text: message, href: `#${columnName(at ?? firstFree(props))}` as const })),
  )}${pageHeading('What does each column hold?', fileInWords(choices, file))}<p>${said(props)}</p>${postForm({
    action: importPath,
    csrfToken: visit.session.formToken,
    hidden: { step: 'columns', name: file.name, file: file.packed, ...choiceFields(choices) },
    content: html`${paceField}${columnsTable(props)}${button({ text: 'Check the file' })}`,
  })}`;
}

function said({ known, choices }: ColumnsViewProps): Html {
  if (known === 'as-last-time')
    return html`The columns are read as in the last file of <bdi>${choices.system}</bdi>. Change what is different this time.`;
  if (known === 'guessed')
    return html`This is a guess from the headings. Check it against the first values; what is right is kept for the next file of <bdi>${choices.system}</bdi>.`;
  return html`Change what is not right. It is kept for the next file of <bdi>${choices.system}</bdi>.`;
}

/** Where somebody who misses a column would look first. */
function firstFree({ columns }: ColumnsViewProps): number {
  return Math.max(0, columns.indexOf(null));
}

interface ColumnRow {
  readonly at: number;
  readonly heading: string;
}

function columnsTable(props: ColumnsViewProps): Html {
  const { csv } = props.file;
  const rows = csv.headings.map((heading, at) => ({ at, heading })).filter(({ heading }) => heading !== '');
  return table<ColumnRow>({
    caption: 'Columns of the file',
    isCaptionHidden: true,
    isResponsive: true,
    tableClass: 'app-blocks app-columns-read',
    rows,
    columns: [
      { heading: 'Column in the file', isRowHeader: true, cell: ({ heading }) => html`<bdi>${heading}</bdi>` },
      { heading: 'First values', cell: ({ at }) => examples(csv.records, at) },
      { heading: 'Holds', cell: (row) => choice(props, row) },
    ],
  });
}

function examples(records: readonly { readonly cells: readonly string[] }[], at: number): Html {
  const found = new Set<string>();
  for (const { cells } of records) {
    const cell = cells[at]?.trim() ?? '';
    if (cell !== '')
      found.add(cell.length > LONGEST_EXAMPLE ? `${cell.slice(0, LONGEST_EXAMPLE).toWellFormed()}…` : cell);
    if (found.size === EXAMPLES) break;
  }
  if (found.size === 0) return html`<span class="app-secondary">Empty</span>`;
  return joined(
    [...found].map((cell) => html`<bdi class="app-example">${cell}</bdi>`),
    html`<span class="app-secondary">, </span>`,
  );
}

function choice({ columns, errors }: ColumnsViewProps, { at, heading }: ColumnRow): Html {
  const id = columnName(at);
  const wrong = errors.find((error) => error.at === at)?.message;
  const className = wrong === undefined ? 'nhsuk-select' : 'nhsuk-select nhsuk-select--error';
  const options = [
    { value: '', text: 'Leave out' },
    ...importFields.map((field) => ({
      value: field as string,
      text: `${importColumns[field].heading}${importColumns[field].required ? ' (needed)' : ''}`,
    })),
  ];
  return html`<label class="nhsuk-u-visually-hidden" for="${id}">What the column ${heading} holds</label>${
    wrong !== undefined &&
    html`<span class="nhsuk-error-message" id="${id}-error"><span class="nhsuk-u-visually-hidden">Error:</span> ${wrong}</span>`
  }<select class="${className}" id="${id}" name="${id}" ${attributes({ 'aria-describedby': wrong && `${id}-error` })}>${options.map(
    ({ value, text }) =>
      html`<option value="${value}" ${attributes({ selected: value === (columns[at] ?? '') })}>${text}</option>`,
  )}</select>`;
}
