/**
 * A practice's file: chosen, checked without writing anything, then brought in. The file travels in the form from step to
 * step and is stored nowhere. What it says is added once, however often it is sent: reloading the last page changes nothing.
 */
import {
  type PracticeAnswers,
  workPracticeFile,
} from '../../../../shared/application/health-checks/work-practice-file.ts';
import { practiceMapping } from '../../../../shared/domain/health-check/practice-file/columns.ts';
import { fileCells } from '../../../../shared/http/csv/file-csv.ts';
import { practiceCsv, rejectedPracticeCsv } from '../../../../shared/http/csv/practice-csv.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { fileAnswer, type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { fileFault } from '../cases/file-steps.ts';
import { type ChosenFile, carriedFile, chosenFile } from '../imports/chosen-file.ts';
import { healthChecksPath, practiceFilePath, practiceTemplatePath } from './addresses.ts';
import { type CheckedFile, checkedView, doneView, practiceFileKind, startView } from './practice-file-view.ts';

const CSV = 'text/csv; charset=utf-8';
const frame = {
  section: 'duties',
  beforeContent: backLink({ href: healthChecksPath, text: 'Health checks' }),
} as const;

export const practiceFileRoutes: readonly PageRoute[] = [
  actingPage('GET', practiceFilePath, 'case.record', async (visit) => startPage(visit, null)),
  actingPage('GET', practiceTemplatePath, 'case.record', async () =>
    fileAnswer('practice-file.csv', CSV, practiceCsv([])),
  ),
  actingPage('POST', practiceFilePath, 'case.record', stepSent),
];

function startPage(visit: ActingVisit, fault: string | null): PageAnswer {
  const content = { ...frame, title: 'Update from a practice’s file', content: startView(visit, fault) };
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
      const { csv, answers } = await worked(visit, carriedFile(body), true);
      return fileAnswer(`not-taken-${visit.today}.csv`, CSV, rejectedPracticeCsv(csv, answers.rows));
    }
    default: {
      const choice = await chosenFile(body);
      if ('fault' in choice) return startPage(visit, choice.fault);
      const fault = fileFault(choice.file, practiceFileKind, practiceMapping(choice.file.csv.headings));
      if (fault !== null) return startPage(visit, fault);
      const checked = await worked(visit, choice.file, true);
      return page({ ...frame, title: 'What the file would do', isWide: true, content: checkedView(visit, checked) });
    }
  }
}

async function worked(visit: ActingVisit, file: ChosenFile, isDryRun: boolean): Promise<CheckedFile> {
  const { places, unread } = practiceMapping(file.csv.headings);
  const rows = [...fileCells(file.csv, places)];
  const answers: PracticeAnswers = await workPracticeFile(visit.deps, visit.call, { rows }, isDryRun);
  return { file, csv: file.csv, answers, unread };
}
