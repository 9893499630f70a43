/**
 * A file whose columns we name: chosen, checked without writing anything, then brought in. It travels in the form from step to step
 * and is stored nowhere. What it says is added once, however often it is sent: reloading the last page changes nothing.
 */
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { type FileColumns, fileMapping } from '../../../../shared/domain/import/file-columns.ts';
import { type FileCells, fileCells } from '../../../../shared/http/csv/file-csv.ts';
import type { CsvFile } from '../../../../shared/http/csv/read-csv.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { fileAnswer, type PageAnswer, page, refusedPage } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { type ChosenFile, carriedFile, chosenFile } from '../imports/chosen-file.ts';
import { figuresStrip } from '../queues/figures-strip.ts';
import { chooseFileView, type FileKind, fileFault, fileName, fileStepForm, unreadView } from './file-steps.ts';

/** What became of the rows, or would. */
interface FileAnswers {
  readonly rows: readonly { readonly outcome: string }[];
}

export interface FilePages<F extends string, A extends FileAnswers> extends FileKind {
  readonly columns: FileColumns<F>;
  /** Who may bring it in. */
  readonly action: 'case.open' | 'case.record';
  /** Where what it adds is listed. */
  readonly listPath: string;
  readonly template: { readonly path: string; readonly name: string; readonly csv: () => string };
  /** Said before somebody chooses a file, and behind the form. */
  readonly about: Html;
  readonly begin: Html;
  readonly work: (visit: ActingVisit, rows: FileCells<F>[], isDryRun: boolean) => Promise<A>;
  readonly notTakenCsv: (csv: CsvFile, rows: A['rows']) => string;
  /** How many rows came to what, by what it is called. */
  readonly tallied: readonly (readonly [name: string, outcome: A['rows'][number]['outcome']])[];
  readonly rowsView: (visit: ActingVisit, file: ChosenFile, answers: A) => Html;
}

const CSV = 'text/csv; charset=utf-8';

export function fileRoutes<F extends string, A extends FileAnswers>(pages: FilePages<F, A>): readonly PageRoute[] {
  const { action, path, template } = pages;
  return [
    actingPage('GET', path, action, async (visit) => startPage(visit, pages, null)),
    actingPage('GET', template.path, action, async () => fileAnswer(template.name, CSV, template.csv())),
    actingPage('POST', path, action, (visit) => stepSent(visit, pages)),
  ];
}

type Framed = Pick<FileKind, 'caption'> & { readonly listPath: string };

function frameOf({ listPath, caption }: Framed) {
  return { section: 'duties', beforeContent: backLink({ href: listPath, text: caption }) } as const;
}

function startPage<F extends string, A extends FileAnswers>(
  visit: ActingVisit,
  pages: FilePages<F, A>,
  fault: string | null,
): PageAnswer {
  const content = { ...frameOf(pages), title: pages.title, content: chooseFileView(visit, pages, fault, pages) };
  return fault === null ? page(content) : refusedPage(content);
}

async function stepSent<F extends string, A extends FileAnswers>(
  visit: ActingVisit,
  pages: FilePages<F, A>,
): Promise<PageAnswer> {
  const body = await visit.form();
  switch (body.get('step')) {
    case 'run': {
      const done = await worked(visit, pages, carriedFile(body), false);
      const content = doneView(visit, pages, done);
      return page({ ...frameOf(pages), title: 'The file is in', isWide: true, content });
    }
    case 'download': {
      const { file, answers } = await worked(visit, pages, carriedFile(body), true);
      return fileAnswer(`not-taken-${visit.today}.csv`, CSV, pages.notTakenCsv(file.csv, answers.rows));
    }
    default: {
      const choice = await chosenFile(body);
      if ('fault' in choice) return startPage(visit, pages, choice.fault);
      const fault = fileFault(choice.file, pages, fileMapping(pages.columns, choice.file.csv.headings));
      if (fault !== null) return startPage(visit, pages, fault);
      const content = checkedView(visit, pages, await worked(visit, pages, choice.file, true));
      return page({ ...frameOf(pages), title: 'What the file would do', isWide: true, content });
    }
  }
}

interface WorkedFile<A> {
  readonly file: ChosenFile;
  readonly answers: A;
  /** Headings that are not read. */
  readonly unread: readonly string[];
}

async function worked<F extends string, A extends FileAnswers>(
  visit: ActingVisit,
  { columns, work }: FilePages<F, A>,
  file: ChosenFile,
  isDryRun: boolean,
): Promise<WorkedFile<A>> {
  const { places, unread } = fileMapping(columns, file.csv.headings);
  return { file, answers: await work(visit, [...fileCells(file.csv, places)], isDryRun), unread };
}

function checkedView<F extends string, A extends FileAnswers>(
  visit: ActingVisit,
  pages: FilePages<F, A>,
  { file, answers, unread }: WorkedFile<A>,
): Html {
  const adds = addingRows(answers);
  return html`${pageHeading('What the file would do', fileName(file))}<p>Nothing has been changed yet.</p>${tallyView(pages, answers)}${unreadView(unread)}${
    adds > 0
      ? fileStepForm(visit, pages, file, 'run', `Bring in ${counted(adds, 'row')}`)
      : html`<p><strong>There is nothing to bring in.</strong></p>`
  }${pages.rowsView(visit, file, answers)}`;
}

function doneView<F extends string, A extends FileAnswers>(
  visit: ActingVisit,
  pages: FilePages<F, A>,
  { file, answers }: WorkedFile<A>,
): Html {
  return html`${notificationBanner({
    variant: 'success',
    heading: `${counted(addingRows(answers), 'row')} brought in`,
    content: html`<p>Sending the same file again changes nothing. <a href="${pages.listPath}">See the list</a></p>`,
  })}${pageHeading('The file is in', fileName(file))}${tallyView(pages, answers)}${pages.rowsView(visit, file, answers)}`;
}

function addingRows({ rows }: FileAnswers): number {
  return rows.filter(({ outcome }) => outcome === 'created' || outcome === 'updated').length;
}

function tallyView<F extends string, A extends FileAnswers>({ tallied }: FilePages<F, A>, { rows }: A): Html {
  return figuresStrip([
    { name: 'Rows', value: String(rows.length) },
    ...tallied.map(([name, wanted]) => ({
      name,
      value: String(rows.filter(({ outcome }) => outcome === wanted).length),
    })),
  ]);
}
