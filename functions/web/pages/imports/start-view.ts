/** Draws the form that begins an import, and the imports so far. */
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { type Import, MAX_ROWS } from '../../../../shared/domain/import/import.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { errorSummary } from '../../../../shared/http/html/components/error-summary.ts';
import { fileUpload } from '../../../../shared/http/html/components/file-upload.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { FormError } from '../../../../shared/http/page/form.ts';
import { MAX_FORM_BYTES } from '../../../../shared/http/page/form-body.ts';
import { questionsView } from '../../../../shared/http/page/form-view.ts';
import type { Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { momentInWords } from '../queues/as-at.ts';
import { importPath, reportPath } from './addresses.ts';
import { type ChosenFile, USE_COMMAND } from './chosen-file.ts';
import { choicesForm } from './import-choices.ts';
import { importStateTag } from './import-state.ts';

export interface StartViewProps {
  readonly imports: readonly Import[];
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  /** A file that is good, where something else is not. */
  readonly file: ChosenFile | null;
}

export function startView(visit: ActingVisit, { imports, typed, errors, file }: StartViewProps): Html {
  const { questions } = choicesForm(visit.today);
  return html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${errorSummary(
    errors.map(({ question, message }) => ({
      text: message,
      href: question === null ? null : (`#${question === 'asAt' ? 'asAt-day' : question}` as const),
    })),
  )}${pageHeading('Import a file', visit.policy.place.name)}<p>Bring in an extract of referrals. First the file is checked and you see what each row would do. Nothing changes until you confirm it.</p><p>The file is not kept: only what its rows say about referrals.</p>${postForm(
    {
      action: importPath,
      csrfToken: visit.session.formToken,
      isMultipart: true,
      hidden: { step: 'file', ...(file === null ? {} : { file: file.packed, name: file.name }) },
      content: html`${upload(errors, file)}${questionsView(questions, typed, errors)}${button({ text: 'Continue' })}`,
    },
  )}</div></div>${imports.length > 0 && importsTable(imports)}`;
}

function upload(errors: readonly FormError[], file: ChosenFile | null): Html {
  const error = errors.find(({ question }) => question === 'upload')?.message;
  const megabytes = (MAX_FORM_BYTES / 1_000_000).toFixed(1);
  return html`<div data-module="app-file-size" data-most-bytes="${MAX_FORM_BYTES - 10_000}" data-too-large="The file is larger than ${megabytes} MB. ${USE_COMMAND}">${file !== null && html`<p><strong>${file.name === '' ? 'Your file' : html`<bdi>${file.name}</bdi>`}</strong> is chosen: ${counted(file.csv.records.length, 'row')}. Choose another file only to replace it.</p>`}${fileUpload(
    {
      id: 'upload',
      name: 'upload',
      label: { text: file === null ? 'CSV file' : 'Another CSV file (optional)', size: 's' },
      hint: `Up to ${megabytes} MB and ${MAX_ROWS.toLocaleString('en-GB')} rows, the first row with the headings. From a spreadsheet, save it as “CSV UTF-8”`,
      accept: '.csv,text/csv',
      error,
    },
  )}</div>`;
}

function importsTable(imports: readonly Import[]): Html {
  return table<Import>({
    caption: 'Imports so far',
    captionSize: 'm',
    isResponsive: true,
    tableClass: 'app-blocks',
    rows: imports,
    columns: [
      {
        heading: 'Started',
        isRowHeader: true,
        cell: ({ id, startedAt }) => html`<a href="${reportPath(id)}">${momentInWords(startedAt)}</a>`,
      },
      { heading: 'System', cell: ({ system }) => html`<bdi>${system}</bdi>` },
      { heading: 'File of', cell: ({ asAt }) => html`<span class="app-nowrap">${formatDateShort(asAt)}</span>` },
      { heading: 'Rows', isNumeric: true, cell: ({ rows }) => rows },
      { heading: 'New', isNumeric: true, cell: ({ totals }) => totals?.created },
      { heading: 'Updated', isNumeric: true, cell: ({ totals }) => totals?.updated },
      { heading: 'Rejected', isNumeric: true, cell: ({ totals }) => totals && rejectedOf(totals) },
      { heading: 'Status', cell: ({ state }) => importStateTag(state) },
    ],
  });
}

function rejectedOf({ rejected }: NonNullable<Import['totals']>): number {
  return Object.values(rejected).reduce((sum, count) => sum + count, 0);
}
