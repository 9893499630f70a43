/**
 * A file of notifications: chosen, checked without writing anything, then brought in. The file travels in the form from step to
 * step and is stored nowhere. What it says is added once, however often it is sent: reloading the last page changes nothing.
 */
import { workNotifications } from '../../../../shared/application/care-assessment/work-notifications.ts';
import {
  notificationColumns,
  notificationMapping,
} from '../../../../shared/domain/care-assessment/notification-file/columns.ts';
import { emptyFileCsv, fileCells } from '../../../../shared/http/csv/file-csv.ts';
import { notTakenNotificationsCsv } from '../../../../shared/http/csv/notifications-csv.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { fileAnswer, type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { fileFault } from '../cases/file-steps.ts';
import { type ChosenFile, carriedFile, chosenFile } from '../imports/chosen-file.ts';
import { carePath, notificationsPath, notificationsTemplatePath } from './addresses.ts';
import {
  type CheckedNotifications,
  checkedView,
  doneView,
  notificationsKind,
  startView,
} from './notifications-view.ts';

const CSV = 'text/csv; charset=utf-8';
const frame = {
  section: 'duties',
  beforeContent: backLink({ href: carePath, text: 'Health assessments in care' }),
} as const;

export const notificationRoutes: readonly PageRoute[] = [
  actingPage('GET', notificationsPath, 'case.open', async (visit) => startPage(visit, null)),
  actingPage('GET', notificationsTemplatePath, 'case.open', async () =>
    fileAnswer('notifications.csv', CSV, emptyFileCsv(notificationColumns)),
  ),
  actingPage('POST', notificationsPath, 'case.open', stepSent),
];

function startPage(visit: ActingVisit, fault: string | null): PageAnswer {
  const content = { ...frame, title: notificationsKind.title, content: startView(visit, fault) };
  return fault === null ? page(content) : refusedPage(content);
}

async function stepSent(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  switch (body.get('step')) {
    case 'run': {
      const checked = await worked(visit, carriedFile(body), false);
      return page({ ...frame, title: 'The file is in', isWide: true, content: doneView(visit, checked) });
    }
    case 'download': {
      const { file, answers } = await worked(visit, carriedFile(body), true);
      return fileAnswer(`not-taken-${visit.today}.csv`, CSV, notTakenNotificationsCsv(file.csv, answers.rows));
    }
    default: {
      const choice = await chosenFile(body);
      if ('fault' in choice) return startPage(visit, choice.fault);
      const fault = fileFault(choice.file, notificationsKind, notificationMapping(choice.file.csv.headings));
      if (fault !== null) return startPage(visit, fault);
      const checked = await worked(visit, choice.file, true);
      return page({ ...frame, title: 'What the file would do', isWide: true, content: checkedView(visit, checked) });
    }
  }
}

async function worked(visit: ActingVisit, file: ChosenFile, isDryRun: boolean): Promise<CheckedNotifications> {
  const { places, unread } = notificationMapping(file.csv.headings);
  const rows = [...fileCells(file.csv, places)];
  return { file, answers: await workNotifications(visit.deps, visit.call, { rows }, isDryRun), unread };
}
