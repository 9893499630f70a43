/** Draws the steps of a practice's file. */
import {
  mostPracticeRows,
  type PracticeAnswer,
  type PracticeAnswers,
} from '../../../../shared/application/health-checks/work-practice-file.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { practiceColumns } from '../../../../shared/domain/health-check/practice-file/columns.ts';
import type { PracticeFlag } from '../../../../shared/domain/health-check/practice-file/row-fault.ts';
import type { CsvFile } from '../../../../shared/http/csv/read-csv.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import {
  chooseFileView,
  type FileKind,
  fileName,
  fileStepForm,
  notTakenTable,
  unreadView,
} from '../cases/file-steps.ts';
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

export const practiceFileKind: FileKind = {
  path: practiceFilePath,
  title: 'Update from a practice’s file',
  caption: 'Health checks',
  columns: practiceColumns,
  columnsCaption: 'Columns of a practice’s file',
  mostRows: mostPracticeRows,
};

export function startView(visit: ActingVisit, fault: string | null): Html {
  return chooseFileView(visit, practiceFileKind, fault, {
    about: html`<p>Bring in a practice’s learning-disability register, with what the practice did for each person: invitations, checks, plans, declines. First the file is checked, and you see what each row would do. Nothing changes until you confirm it.</p><p>A file only ever adds. Nobody is taken off the list because a file does not name them, and nothing that somebody recorded here is changed.</p>`,
    begin: html`<p>Begin from <a href="${practiceTemplatePath}">an empty file with the headings</a>, or from the list of a practice that you download, which is a file of this kind.</p>`,
  });
}

export function checkedView(visit: ActingVisit, checked: CheckedFile): Html {
  const { answers } = checked;
  const adds = answers.rows.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
  return html`${pageHeading('What the file would do', fileName(checked.file))}<p>Nothing has been changed yet.</p>${tallyView(answers)}${unreadView(checked.unread)}${
    adds > 0
      ? fileStepForm(visit, practiceFileKind, checked.file, 'run', `Bring in ${counted(adds, 'row')}`)
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
  })}${pageHeading('The file is in', fileName(checked.file))}${tallyView(checked.answers)}${rowsView(visit, checked)}`;
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
    html`<h2 class="nhsuk-heading-m">Rows not taken</h2><p>Nothing of these rows is brought in. Put them right and send them again: rows that are in already stay as they are.</p>${notTakenTable('Rows not taken', practiceFileKind, refused)}${fileStepForm(visit, practiceFileKind, checked.file, 'download', 'Download these rows (CSV)')}`
  }${
    absent.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Not in the file</h2><p>${counted(absent.length, 'open record')} of the practices in the file ${absent.length === 1 ? 'is' : 'are'} not named in it. Nothing is done about ${absent.length === 1 ? 'it' : 'them'}: look whether they left.</p><ul class="nhsuk-list">${absent.map(
      (one) => html`<li><a href="${healthCheckPath(one)}">${personNamed(one)}</a></li>`,
    )}</ul>`
  }${others.length > 0 && html`<h2 class="nhsuk-heading-m">Rows taken</h2>${takenTable(others)}`}`;
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
