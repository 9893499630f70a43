/** The run: the rows go in part by part, and the report follows. */
import { completeImport } from '../../../../shared/application/import/complete-import.ts';
import { importRows, rowsSchema } from '../../../../shared/application/import/import-rows.ts';
import { importOf, startImport } from '../../../../shared/application/import/start-import.ts';
import { isDomainError } from '../../../../shared/domain/error.ts';
import { batchesOf } from '../../../../shared/domain/import/batches.ts';
import type { Import } from '../../../../shared/domain/import/import.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { goTo, type PageAnswer } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { importPath, reportPath } from './addresses.ts';
import { carriedFileToImport, rowsOf } from './file-to-import.ts';
import { importInWords } from './import-words.ts';
import { packedValue, unpackedValue } from './packed.ts';
import { isOnePart, isSentInParts, onePartAnswer, type Part, sentWork, type Worked, workParts } from './parts.ts';
import { partsPage } from './parts-view.ts';

/** The file is confirmed, or some of its parts are sent. */
export async function runSent(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const importId = body.get('import');
  return importId === '' ? beginRun(visit) : goOnWith(visit, importId);
}

async function beginRun(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const file = carriedFileToImport(body);
  const rows = rowsOf(file);
  const key = body.get('key') || visit.deps.ids.fresh();
  const started = await startImport(visit.deps, visit.call, { ...file.choices, rows: rows.length }, key);
  // Confirmed twice, or shown again by the browser's "back": it is done, and here is its report.
  if (started.state !== 'running') return goTo(reportPath(started.id));
  const left = batchesOf(rows).map((batch): Part => ({ rows: batch.length, packed: packedValue(batch) }));
  const most = isSentInParts(body) ? 0 : undefined;
  return ended(visit, started, await workParts({ left, told: [] }, worker(visit, started.id), most));
}

async function goOnWith(visit: ActingVisit, importId: string): Promise<PageAnswer> {
  const body = await visit.form();
  if (isOnePart(body)) return onePartAnswer(await workParts(sentWork(body), worker(visit, importId), 1));
  const started = await importOf(visit.deps, visit.call, importId);
  return ended(visit, started, await workParts(sentWork(body), worker(visit, importId)));
}

function worker({ deps, call }: ActingVisit, importId: string): (part: Part) => Promise<string> {
  return async ({ packed }) => {
    await importRows(deps, call, importId, unpackedValue(rowsSchema, packed));
    return '';
  };
}

async function ended(visit: ActingVisit, started: Import, worked: Worked): Promise<PageAnswer> {
  if (worked.left.length > 0) return runningPage(visit, started, worked);
  try {
    await completeImport(visit.deps, visit.call, started.id);
  } catch (refused) {
    if (!isDomainError(refused, 'unavailable')) throw refused;
    return runningPage(visit, started, { ...worked, stopped: refused });
  }
  return goTo(`${reportPath(started.id)}?done=yes`);
}

function runningPage(visit: ActingVisit, started: Import, worked: Worked): PageAnswer {
  return partsPage(
    visit,
    {
      title: 'Importing the file',
      caption: importInWords(started),
      label: 'Rows imported',
      advice: html`Keep this page open until it is finished. If it is closed, <a href="${importPath}">choose the same file again</a>: the import goes on where it stopped, and nothing is brought in twice.`,
      action: importPath,
      hidden: { step: 'run', import: started.id },
      rows: started.rows,
    },
    worked,
  );
}
