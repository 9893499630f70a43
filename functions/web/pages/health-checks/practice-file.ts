/** A practice's file: what it is, and what became of its rows. */
import {
  mostPracticeRows,
  type PracticeAnswer,
  type PracticeAnswers,
  workPracticeFile,
} from '../../../../shared/application/health-checks/work-practice-file.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { type PracticeField, practiceColumns } from '../../../../shared/domain/health-check/practice-file/columns.ts';
import type { PracticeFlag } from '../../../../shared/domain/health-check/practice-file/row-fault.ts';
import { practiceCsv, rejectedPracticeCsv } from '../../../../shared/http/csv/practice-csv.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { type FilePages, fileRoutes } from '../cases/file-pages.ts';
import { fileStepForm, notTakenTable, takenTable } from '../cases/file-steps.ts';
import type { ChosenFile } from '../imports/chosen-file.ts';
import { personPath } from '../people/addresses.ts';
import { nameOf as personNamed } from '../people/name.ts';
import { healthCheckPath, healthChecksPath, practiceFilePath, practiceTemplatePath } from './addresses.ts';
import { addedWords } from './words.ts';

const practiceFile: FilePages<PracticeField, PracticeAnswers> = {
  path: practiceFilePath,
  title: 'Update from a practice’s file',
  caption: 'Health checks',
  columns: practiceColumns,
  columnsCaption: 'Columns of a practice’s file',
  mostRows: mostPracticeRows,
  action: 'case.record',
  listPath: healthChecksPath,
  template: { path: practiceTemplatePath, name: 'practice-file.csv', csv: () => practiceCsv([]) },
  about: html`<p>Bring in a practice’s learning-disability register, with what the practice did for each person: invitations, checks, plans, declines. First the file is checked, and you see what each row would do. Nothing changes until you confirm it.</p><p>A file only ever adds. Nobody is taken off the list because a file does not name them, and nothing that somebody recorded here is changed.</p>`,
  begin: html`<p>Begin from <a href="${practiceTemplatePath}">an empty file with the headings</a>, or from the list of a practice that you download, which is a file of this kind.</p>`,
  work: ({ deps, call }, rows, isDryRun) => workPracticeFile(deps, call, { rows }, isDryRun),
  notTakenCsv: rejectedPracticeCsv,
  tallied: [
    ['New records', 'created'],
    ['Updated', 'updated'],
    ['Unchanged', 'unchanged'],
    ['Not taken', 'rejected'],
  ],
  rowsView,
};

export const practiceFileRoutes = fileRoutes(practiceFile);

function rowsView(visit: ActingVisit, file: ChosenFile, { rows, absent }: PracticeAnswers): Html {
  const refused = rows.filter(({ outcome }) => outcome === 'rejected');
  const taken = rows.filter(({ outcome }) => outcome !== 'rejected');
  return html`${
    refused.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Rows not taken</h2><p>Nothing of these rows is brought in. Put them right and send them again: rows that are in already stay as they are.</p>${notTakenTable('Rows not taken', practiceFile, refused)}${fileStepForm(visit, practiceFile, file, 'download', 'Download these rows (CSV)')}`
  }${
    absent.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Not in the file</h2><p>${counted(absent.length, 'open record')} of the practices in the file ${absent.length === 1 ? 'is' : 'are'} not named in it. Nothing is done about ${absent.length === 1 ? 'it' : 'them'}: look whether they left.</p><ul class="nhsuk-list">${absent.map(
      (one) => html`<li><a href="${healthCheckPath(one)}">${personNamed(one)}</a></li>`,
    )}</ul>`
  }${taken.length > 0 && html`<h2 class="nhsuk-heading-m">Rows taken</h2>${takenTable(taken, taking)}`}`;
}

const flagWords: Readonly<Record<PracticeFlag, string>> = {
  'name-differs': 'The record has another surname: look whether it is the same person',
  'corrected-here': 'Something that this row says was recorded in error here: it stays so',
};

const taking: Parameters<typeof takenTable<PracticeAnswer>>[1] = {
  added: ({ added }) => added.map(({ kind, on }) => `${addedWords[kind]} ${formatDateShort(on)}`),
  flags: ({ flags }) => flags.map((flag) => flagWords[flag]),
  link: {
    heading: 'Person',
    what: 'person',
    href: ({ personId }) => (personId === null ? null : personPath(personId)),
  },
};
