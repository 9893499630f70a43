/** A local authority's file of notifications: what it is, and what became of its rows. */
import {
  mostNotifications,
  type NotificationAnswer,
  type NotificationAnswers,
  workNotifications,
} from '../../../../shared/application/care-assessment/work-notifications.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import type { CareEventKind } from '../../../../shared/domain/care-assessment/facts.ts';
import {
  type NotificationField,
  notificationColumns,
} from '../../../../shared/domain/care-assessment/notification-file/columns.ts';
import type { NotificationFlag } from '../../../../shared/domain/care-assessment/notification-file/row-outcome.ts';
import { emptyFileCsv } from '../../../../shared/http/csv/file-csv.ts';
import { notTakenNotificationsCsv } from '../../../../shared/http/csv/notifications-csv.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { casePath } from '../cases/addresses.ts';
import { type FilePages, fileRoutes } from '../cases/file-pages.ts';
import { fileStepForm, notTakenTable, type RowNotTaken, takenTable } from '../cases/file-steps.ts';
import type { ChosenFile } from '../imports/chosen-file.ts';
import { personPath } from '../people/addresses.ts';
import { carePath, notificationsPath, notificationsTemplatePath } from './addresses.ts';

const notifications: FilePages<NotificationField, NotificationAnswers> = {
  path: notificationsPath,
  title: 'Bring in notifications',
  caption: 'Health assessments in care',
  columns: notificationColumns,
  columnsCaption: 'Columns of a file of notifications',
  mostRows: mostNotifications,
  action: 'case.open',
  listPath: carePath,
  template: {
    path: notificationsTemplatePath,
    name: 'notifications.csv',
    csv: () => emptyFileCsv(notificationColumns),
  },
  about: html`<p>Bring in an authority’s list of children who became looked after: since when, by which authority, where they are placed, and whether consent is given. Each row starts the 20 working days of an initial health assessment, or adds what is new. First the file is checked, and you see what each row would do. Nothing changes until you confirm it.</p><p>A file only ever adds. A child whom nobody here knows is added with it, unless somebody here may be the same child.</p>`,
  begin: html`<p>Begin from <a href="${notificationsTemplatePath}">an empty file with the headings</a>.</p>`,
  work: ({ deps, call }, rows, isDryRun) => workNotifications(deps, call, { rows }, isDryRun),
  notTakenCsv: notTakenNotificationsCsv,
  tallied: [
    ['New', 'created'],
    ['Updated', 'updated'],
    ['Unchanged', 'unchanged'],
    ['To decide', 'review'],
    ['Rejected', 'rejected'],
  ],
  rowsView,
};

export const notificationRoutes = fileRoutes(notifications);

function rowsView(visit: ActingVisit, file: ChosenFile, { rows }: NotificationAnswers): Html {
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected');
  const toDecide = rows.filter(({ outcome }) => outcome === 'review').map(undecided);
  const taken = rows.filter(({ outcome }) => outcome !== 'rejected' && outcome !== 'review');
  return html`${
    toDecide.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Rows to decide</h2><p>Nothing of these rows is brought in: the row and what is recorded cannot both be right, or somebody has to say who the child is.</p>${notTakenTable('Rows to decide', notifications, toDecide)}`
  }${
    rejected.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Rows rejected</h2><p>Nothing of these rows is brought in. Put them right and send them again: rows that are in already stay as they are.</p>${notTakenTable('Rows rejected', notifications, rejected)}`
  }${
    rejected.length + toDecide.length > 0 &&
    fileStepForm(visit, notifications, file, 'download', 'Download the rows not taken (CSV)')
  }${taken.length > 0 && html`<h2 class="nhsuk-heading-m">Rows taken</h2>${takenTable(taken, taking)}`}`;
}

function undecided({ line, review, personId }: NotificationAnswer): RowNotTaken {
  return {
    line,
    faults: review === null ? [] : [{ field: review.field, found: '', fix: review.fix }],
    more:
      personId !== null &&
      html`<a href="${personPath(personId)}">Open the record<span class="nhsuk-u-visually-hidden"> of line ${line}</span></a>`,
  };
}

const addedWords: Readonly<Partial<Record<CareEventKind, string>>> = {
  'became-looked-after': 'looked after from',
  notified: 'told',
  'consent-given': 'consent',
  'consent-refused': 'refusal',
  'already-assessed': 'assessed before, told',
  'placement-moved': 'placement moved',
  'care-ended': 'care ended',
};
const flagWords: Readonly<Record<NotificationFlag, string>> = {
  'name-differs': 'The record has another surname: look whether it is the same child',
  'legal-status-differs': 'The record has another legal status: add a note of the change',
  'placement-at-entry-unknown':
    'The file tells of the placement since the move alone: it stands for the time before as well',
  'corrected-here': 'Something that this row says was recorded in error here: it stays so',
};

const taking: Parameters<typeof takenTable<NotificationAnswer>>[1] = {
  added: ({ added, isNewcomer }) => [
    ...(isNewcomer ? ['the child'] : []),
    ...added.map(({ kind, on }) => `${addedWords[kind] ?? kind} ${formatDateShort(on)}`),
  ],
  flags: ({ flags }) => flags.map((flag) => flagWords[flag]),
  link: {
    heading: 'Record',
    what: 'record',
    href: ({ personId, caseId }) =>
      personId === null || caseId === null ? null : casePath({ personId, kind: 'care-assessment', caseId }),
  },
};
