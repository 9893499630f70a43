/** Draws the steps of a file of notifications. */
import {
  mostNotifications,
  type NotificationAnswer,
  type NotificationAnswers,
} from '../../../../shared/application/care-assessment/work-notifications.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { CareEventKind } from '../../../../shared/domain/care-assessment/facts.ts';
import { notificationColumns } from '../../../../shared/domain/care-assessment/notification-file/columns.ts';
import type { NotificationFlag } from '../../../../shared/domain/care-assessment/notification-file/row-outcome.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { casePath } from '../cases/addresses.ts';
import {
  chooseFileView,
  type FileKind,
  fileName,
  fileStepForm,
  notTakenTable,
  type RowNotTaken,
  unreadView,
} from '../cases/file-steps.ts';
import type { ChosenFile } from '../imports/chosen-file.ts';
import { personPath } from '../people/addresses.ts';
import { figuresStrip } from '../queues/figures-strip.ts';
import { carePath, notificationsPath, notificationsTemplatePath } from './addresses.ts';

export interface CheckedNotifications {
  readonly file: ChosenFile;
  readonly answers: NotificationAnswers;
  /** Headings that are not read. */
  readonly unread: readonly string[];
}

export const notificationsKind: FileKind = {
  path: notificationsPath,
  title: 'Bring in notifications',
  caption: 'Health assessments in care',
  columns: notificationColumns,
  columnsCaption: 'Columns of a file of notifications',
  mostRows: mostNotifications,
};

export function startView(visit: ActingVisit, fault: string | null): Html {
  return chooseFileView(visit, notificationsKind, fault, {
    about: html`<p>Bring in an authority’s list of children who became looked after: since when, by which authority, where they are placed, and whether consent is given. Each row starts the 20 working days of an initial health assessment, or adds what is new. First the file is checked, and you see what each row would do. Nothing changes until you confirm it.</p><p>A file only ever adds. A child whom nobody here knows is added with it, unless somebody here may be the same child.</p>`,
    begin: html`<p>Begin from <a href="${notificationsTemplatePath}">an empty file with the headings</a>.</p>`,
  });
}

export function checkedView(visit: ActingVisit, checked: CheckedNotifications): Html {
  const adds = addingRows(checked.answers);
  return html`${pageHeading('What the file would do', fileName(checked.file))}<p>Nothing has been changed yet.</p>${tallyView(checked.answers)}${unreadView(checked.unread)}${
    adds > 0
      ? fileStepForm(visit, notificationsKind, checked.file, 'run', `Bring in ${counted(adds, 'row')}`)
      : html`<p><strong>There is nothing to bring in.</strong></p>`
  }${rowsView(visit, checked)}`;
}

export function doneView(visit: ActingVisit, checked: CheckedNotifications): Html {
  return html`${notificationBanner({
    variant: 'success',
    heading: `${counted(addingRows(checked.answers), 'row')} brought in`,
    content: html`<p>Sending the same file again changes nothing. <a href="${carePath}">See the list</a></p>`,
  })}${pageHeading('The file is in', fileName(checked.file))}${tallyView(checked.answers)}${rowsView(visit, checked)}`;
}

function addingRows({ rows }: NotificationAnswers): number {
  return rows.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
}

function tallyView({ rows }: NotificationAnswers): Html {
  const count = (outcome: NotificationAnswer['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return figuresStrip([
    { name: 'Rows', value: String(rows.length) },
    { name: 'New', value: String(count('created')) },
    { name: 'Updated', value: String(count('updated')) },
    { name: 'Unchanged', value: String(count('unchanged')) },
    { name: 'To decide', value: String(count('review')) },
    { name: 'Rejected', value: String(count('rejected')) },
  ]);
}

function rowsView(visit: ActingVisit, { file, answers: { rows } }: CheckedNotifications): Html {
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected');
  const toDecide = rows.filter(({ outcome }) => outcome === 'review').map(undecided);
  const taken = rows.filter(({ outcome }) => outcome !== 'rejected' && outcome !== 'review');
  return html`${
    toDecide.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Rows to decide</h2><p>Nothing of these rows is brought in: the row and what is recorded cannot both be right, or somebody has to say who the child is.</p>${notTakenTable('Rows to decide', notificationsKind, toDecide)}`
  }${
    rejected.length > 0 &&
    html`<h2 class="nhsuk-heading-m">Rows rejected</h2><p>Nothing of these rows is brought in. Put them right and send them again: rows that are in already stay as they are.</p>${notTakenTable('Rows rejected', notificationsKind, rejected)}`
  }${
    rejected.length + toDecide.length > 0 &&
    fileStepForm(visit, notificationsKind, file, 'download', 'Download the rows not taken (CSV)')
  }${taken.length > 0 && html`<h2 class="nhsuk-heading-m">Rows taken</h2>${takenTable(taken)}`}`;
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

function takenTable(rows: readonly NotificationAnswer[]): Html {
  return table<NotificationAnswer>({
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
        cell: ({ added, isNewcomer }) => {
          const told = added.map(({ kind, on }) => `${addedWords[kind] ?? kind} ${formatDateShort(on)}`);
          const all = isNewcomer ? ['the child', ...told] : told;
          return all.length === 0 ? 'Nothing: it is all there' : all.join(', ');
        },
      },
      { heading: 'To look at', cell: ({ flags }) => flags.map((flag) => flagWords[flag]).join('. ') },
      {
        heading: 'Record',
        cell: ({ personId, caseId, line }) =>
          personId !== null &&
          caseId !== null &&
          html`<a href="${casePath({ personId, kind: 'care-assessment', caseId })}">Open<span class="nhsuk-u-visually-hidden"> the record of line ${line}</span></a>`,
      },
    ],
  });
}
