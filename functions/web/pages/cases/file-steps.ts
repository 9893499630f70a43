/** What the pages of files whose columns we name have in common: choosing the file, what it would do, what was not taken. */
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { FileColumns, FileMapping } from '../../../../shared/domain/import/file-columns.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { errorSummary } from '../../../../shared/http/html/components/error-summary.ts';
import { fileUpload } from '../../../../shared/http/html/components/file-upload.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import type { ChosenFile } from '../imports/chosen-file.ts';

/** A kind of file, as its pages tell of it. */
export interface FileKind {
  readonly path: string;
  readonly title: string;
  /** Whose pages these are: over the heading. */
  readonly caption: string;
  readonly columns: FileColumns<string>;
  readonly columnsCaption: string;
  readonly mostRows: number;
}

/** Choosing the file. @param fault what is wrong with the one that was chosen. */
export function chooseFileView(
  { session }: ActingVisit,
  kind: FileKind,
  fault: string | null,
  words: { readonly about: Html; readonly begin: Html },
): Html {
  return html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${
    fault !== null && errorSummary([{ text: fault, href: '#upload' }])
  }${pageHeading(kind.title, kind.caption)}${words.about}${postForm({
    action: kind.path,
    csrfToken: session.formToken,
    isMultipart: true,
    hidden: { step: 'check' },
    content: html`${fileUpload({
      id: 'upload',
      name: 'upload',
      label: { text: 'CSV file', size: 's' },
      hint: `Up to ${kind.mostRows} rows, the first row with the headings. From a spreadsheet, save it as “CSV UTF-8”`,
      accept: '.csv,text/csv',
      error: fault ?? undefined,
    })}${button({ text: 'Check the file' })}`,
  })}${words.begin}${details({ summary: 'The columns of the file', content: columnsTable(kind) })}</div></div>`;
}

function columnsTable({ columns, columnsCaption }: FileKind): Html {
  return table({
    caption: columnsCaption,
    isCaptionHidden: true,
    isResponsive: true,
    rows: Object.values(columns),
    columns: [
      { heading: 'Heading', isRowHeader: true, cell: ({ heading }) => heading },
      { heading: 'Needed', cell: ({ required }) => (required ? 'Always' : '') },
      { heading: 'Holds', cell: ({ holds }) => holds },
    ],
  });
}

/** What is wrong with a file as a whole; null when its rows can be looked at. */
export function fileFault<F extends string>(
  { csv }: ChosenFile,
  { columns, mostRows }: FileKind,
  { missing }: FileMapping<F>,
): string | null {
  const names = missing.map((field) => `“${columns[field]?.heading}”`);
  if (names.length > 0) return `The file has no column ${names.join(', none ')}. Add it, or begin from the empty file`;
  return csv.records.length > mostRows
    ? `The file has ${counted(csv.records.length, 'row')}, more than the ${mostRows} of one file. Split it`
    : null;
}

export function fileName({ name }: ChosenFile): Html {
  return name === '' ? html`Your file` : html`<bdi>${name}</bdi>`;
}

/** Headings that are not read. */
export function unreadView(unread: readonly string[]): Html | false {
  return (
    unread.length > 0 &&
    insetText(
      html`<p>Not read: ${unread.map((heading, at) => html`${at > 0 && ', '}<bdi>${heading.slice(0, 60)}</bdi>`)}.</p>`,
    )
  );
}

/** The button that goes on with the file, which travels in the form. */
export function fileStepForm(
  { session }: ActingVisit,
  { path }: FileKind,
  file: ChosenFile,
  step: 'run' | 'download',
  text: string,
): Html {
  return postForm({
    action: path,
    csrfToken: session.formToken,
    hidden: { step, file: file.packed, name: file.name },
    content: button({ text, ...(step === 'download' ? { variant: 'secondary' as const, small: true } : {}) }),
  });
}

/** A row that was not taken, with each thing that is wrong: where, what stood there, and what to do. */
export interface RowNotTaken {
  readonly line: number;
  readonly faults: readonly { readonly field: string; readonly found: string; readonly fix: string }[];
  /** Behind the faults: a way to the record, say. */
  readonly more?: Content;
}

export function notTakenTable(caption: string, { columns }: FileKind, rows: readonly RowNotTaken[]): Html {
  return table<RowNotTaken>({
    caption,
    isCaptionHidden: true,
    isResponsive: true,
    tableClass: 'app-blocks',
    rows,
    columns: [
      { heading: 'Line', isRowHeader: true, cell: ({ line }) => String(line) },
      {
        heading: 'What is wrong, and what to do',
        cell: ({ faults, more }) =>
          html`<ul class="app-lines">${faults.map(
            ({ field, found, fix }) =>
              html`<li><strong>${columns[field]?.heading}</strong>${found !== '' && html` (<bdi>${found}</bdi>)`}: ${fix}.</li>`,
          )}</ul>${more}`,
      },
    ],
  });
}

/** A row that was taken, or would be. */
interface RowTaken {
  readonly line: number;
  readonly outcome: Parameters<typeof statusTag.importOutcome>[0];
}

/** What each row that was taken adds. */
export function takenTable<R extends RowTaken>(
  rows: readonly R[],
  tell: {
    /** What the row adds, in words; none for nothing new. */
    readonly added: (row: R) => readonly string[];
    /** What somebody should look at. */
    readonly flags: (row: R) => readonly string[];
    /** The way to what it is about. */
    readonly link: { readonly heading: string; readonly what: string; readonly href: (row: R) => string | null };
  },
): Html {
  return table<R>({
    caption: 'Rows taken',
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    rows,
    columns: [
      { heading: 'Line', isRowHeader: true, cell: ({ line }) => String(line) },
      { heading: 'Outcome', cell: ({ outcome }) => statusTag.importOutcome(outcome) },
      { heading: 'Adds', cell: (row) => tell.added(row).join(', ') || 'Nothing: it is all there' },
      { heading: 'To look at', cell: (row) => tell.flags(row).join('. ') },
      {
        heading: tell.link.heading,
        cell: (row) => {
          const href = tell.link.href(row);
          return (
            href !== null &&
            html`<a href="${href}">Open<span class="nhsuk-u-visually-hidden"> the ${tell.link.what} of line ${row.line}</span></a>`
          );
        },
      },
    ],
  });
}
