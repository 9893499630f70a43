/** Draws the steps of a practice's file. */
import {
  mostPracticeRows,
  type PracticeAnswer,
  type PracticeAnswers,
} from '../../../../shared/application/health-checks/work-practice-file.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import {
  type PracticeField,
  practiceColumns,
  practiceFields,
} from '../../../../shared/domain/health-check/practice-file/columns.ts';
import type { PracticeFlag } from '../../../../shared/domain/health-check/practice-file/row-fault.ts';
import type { CsvFile } from '../../../../shared/http/csv/read-csv.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { errorSummary } from '../../../../shared/http/html/components/error-summary.ts';
import { fileUpload } from '../../../../shared/http/html/components/file-upload.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import type { ChosenFile } from '../imports/chosen-file.ts';
import { personPath } from '../people/addresses.ts';
import { nameOf as personNamed } from '../people/name.ts';
import { figuresStrip } from '../queues/figures-strip.ts';
import { healthCheckPath, healthChecksPath, practiceFilePath, practiceTemplatePath } from './addresses.ts';
import { addedWords } from './words.ts';

export interface CheckedFile {
  readonly file: ChosenFile;
  readonly csv: CsvFile;
  readonly answers: PracticeAnswers;
  /** Headings that are not read. */
  readonly unread: readonly string[];
}

export function startView({ session }: ActingVisit, fault: string | null): Html {
  return html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${
    fault !== null && errorSummary([{ text: fault, href: '#upload' }])
  }${pageHeading('Update from a practice’s file', 'Health checks')}<p>Bring in a practice’s learning-disability register, with what the practice did for each person: invitations, checks, plans, declines. First the file is checked, and you see what each row would do. Nothing changes until you confirm it.</p><p>A file only ever adds. Nobody is taken off the list because a file does not name them, and nothing that somebody recorded here is changed.</p>${postForm(
    {
      action: practiceFilePath,
      csrfToken: session.formToken,
      isMultipart: true,
      hidden: { step: 'check' },
      content: html`${fileUpload({
        id: 'upload',
        name: 'upload',
        label: { text: 'CSV file', size: 's' },
        hint: `Up to ${mostPracticeRows} rows, the first row with the headings. From a spreadsheet, save it as “CSV UTF-8”`,
        accept: '.csv,text/csv',
        error: fault ?? undefined,
      })}${button({ text: 'Check the file' })}`,
    },
  )}<p>Begin from <a href="${practiceTemplatePath}">an empty file with the headings</a>, or from the list of a practice that you download, which is a file of this kind.</p>${details(
    { summary: 'The columns of the file', content: columnsTable() },
  )}</div></div>`;
}

function columnsTable(): Html {
  return table<PracticeField>({
    caption: 'Columns of a practice’s file',
    isCaptionHidden: true,
    isResponsive: true,
    rows: practiceFields,
    columns: [
      { heading: 'Heading', isRowHeader: true, cell: (field) => practiceColumns[field].heading },
      { heading: 'Needed', cell: (field) => (practiceColumns[field].required ? 'Always' : '') },
      { heading: 'Holds', cell: (field) => practiceColumns[field].holds },
    ],
  });
}

export function checkedView(visit: ActingVisit, checked: CheckedFile): Html {
  const { answers } = checked;
  const adds = answers.rows.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
  return html`${pageHeading('What the file would do', nameOf(checked.file))}<p>Nothing has been changed yet.</p>${tallyView(answers)}${unreadView(checked)}${
    adds > 0
      ? stepForm(visit, checked, 'run', `Bring in ${counted(adds, 'row')}`)
      : html`<p><strong>There is nothing to bring in.</strong></p>`
  }${rowsView(visit, checked)}`;
}

export function doneView(visit: ActingVisit, checked: CheckedFile): Html {
  const { rows } = checked.answers;
  const added = rows.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
  return html`${notificationBanner({
    variant: 'success',
    heading: `${counted(added, 'row')} brought in`,
    content: html`<p>Sending the same file again changes nothing. <a href="${healthChecksPath}">See the list</a></p>`,
  })}${pageHeading('The file is in', nameOf(checked.file))}${tallyView(checked.answers)}${rowsView(visit, checked)}`;
}

function nameOf({ name }: ChosenFile): Html {
  return name === '' ? html`Your file` : html`<bdi>${name}</bdi>`;
}

function tallyView({ rows }: PracticeAnswers): Html {
  const count = (outcome: PracticeAnswer['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return figuresStrip([
    { name: 'Rows', value: String(rows.length) },
    { name: 'New records', value: String(count('created')) },
    { name: 'Updated', value: String(count('updated')) },
    { name: 'Unchanged', value: String(count('unchanged')) },
    { name: 'Not taken', value: String(count('rejected')) },
  ]);
}

function unreadView({ unread }: CheckedFile): Html | false {
  return (
    unread.length > 0 &&
    insetText(
      html`<p>Not read: ${unread.map((heading, at) => html`${at > 0 && ', '}<bdi>${heading.slice(0, 60)}</bdi>`)}.</p>`,
    )
  );
}

function stepForm({ session }: ActingVisit, { file }: CheckedFile, step: 'run' | 'download', text: string): Html {
  return postForm({
    action: practiceFilePath,
    csrfToken: session.formToken,
    hidden: { step, file: file.packed, name: file.name },
    content: button({ text, ...(step === 'download' ? { variant: 'secondary' as const, small: true } : {}) }),
  });
}

const flagWords: Readonly<Record<PracticeFlag, string>> = {
  'name-differs': 'The record has another surname: look whether it is the same person',
  'corrected-here': 'Something that this row says was recorded in error here: it stays so',
};

function rowsView(visit: ActingVisit, checked: CheckedFile): Html {
  const { rows, absent } = checked.answers;
  const refused = rows.filter(({ outcome }) => outcome === 'rejected');
  const others = rows.filter(({ outcome }) => outcome !== 'rejected');
  return html`${
    refused.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Rows not taken</h2><p>Nothing of these rows is brought in. Put them right and send them again: rows that are in already stay as they are.</p>${refusedTable(refused)}${stepForm(visit, checked, 'download', 'Download these rows (CSV)')}`
  }${
    absent.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Not in the file</h2><p>${counted(absent.length, 'open record')} of the practices in the file ${absent.length === 1 ? 'is' : 'are'} not named in it. Nothing is done about ${absent.length === 1 ? 'it' : 'them'}: look whether they left.</p><ul class="nhsuk-list">${absent.map(
      (one) => html`<li><a href="${healthCheckPath(one)}">${personNamed(one)}</a></li>`,
    )}</ul>`
  }${others.length > 0 && html`<h2 class="nhsuk-heading-m">Rows taken</h2>${takenTable(others)}`}`;
}

function refusedTable(rows: readonly PracticeAnswer[]): Html {
  return table<PracticeAnswer>({
    caption: 'Rows not taken',
    isCaptionHidden: true,
    isResponsive: true,
    tableClass: 'app-blocks',
    rows,
    columns: [
      { heading: 'Line', isRowHeader: true, cell: ({ line }) => String(line) },
      {
        heading: 'What is wrong, and what to do',
        cell: ({ faults }) =>
          html`<ul class="app-lines">${faults.map(
            ({ field, found, fix }) =>
              html`<li><strong>${practiceColumns[field].heading}</strong>${found !== '' && html` (<bdi>${found}</bdi>)`}: ${fix}.</li>`,
          )}</ul>`,
      },
    ],
  });
}

function takenTable(rows: readonly PracticeAnswer[]): Html {
  return table<PracticeAnswer>({
    caption: 'Rows taken',
    isCaptionHidden: true,
    isResponsive: true,
    isCompact: true,
    rows,
    columns: [
      { heading: 'Line', isRowHeader: true, cell: ({ line }) => String(line) },
      { heading: 'Outcome', cell: ({ outcome }) => statusTag.importOutcome(outcome) },
      {
        heading: 'Adds',
        cell: ({ added }) =>
          added.length === 0
            ? 'Nothing: it is all there'
            : added.map(({ kind, on }) => `${addedWords[kind]} ${formatDateShort(on)}`).join(', '),
      },
      {
        heading: 'To look at',
        cell: ({ flags }) => flags.map((flag) => flagWords[flag]).join('. '),
      },
      {
        heading: 'Person',
        cell: ({ personId, line }) =>
          personId === null
            ? ''
            : html`<a href="${personPath(personId)}">Open<span class="nhsuk-u-visually-hidden"> the person of line ${line}</span></a>`,
      },
    ],
  });
}
