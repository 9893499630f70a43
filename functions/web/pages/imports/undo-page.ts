/** Undoing an import: what will happen, and doing it, some batches at a time. */
import { readImport } from '../../../../shared/application/import/read-import.ts';
import { undoImport } from '../../../../shared/application/import/undo-import.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { isDomainError } from '../../../../shared/domain/error.ts';
import { MAX_BATCH } from '../../../../shared/domain/import/batches.ts';
import type { Import } from '../../../../shared/domain/import/import.ts';
import type { ImportCounts } from '../../../../shared/domain/import/report.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { button } from '../../../../shared/http/html/components/button.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { reportPath, undoPath } from './addresses.ts';
import { importInWords } from './import-words.ts';
import { isOnePart, isSentInParts, onePartAnswer, type Part, sentWork, type Worked, workParts } from './parts.ts';
import { paceField, partsPage } from './parts-view.ts';

/** Calls of the use case in one request, and rows that one call undoes. */
const CALLS_A_REQUEST = 2;
const ROWS_A_CALL = 5 * MAX_BATCH;

export async function undoPage(visit: ActingVisit): Promise<PageAnswer> {
  const { import: told, counts } = await readImport(visit.deps, visit.call, importIdIn(visit));
  if (told.state === 'undone') return goTo(reportPath(told.id));
  const title = 'Undo this import?';
  return page({
    title,
    section: 'import',
    beforeContent: backLink({ href: reportPath(told.id), text: 'Back to the report' }),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${pageHeading(title, importInWords(told))}${consequences(counts)}${postForm(
      {
        action: undoPath(told.id),
        csrfToken: visit.session.formToken,
        content: html`${paceField}${button({ text: 'Undo the import', variant: 'warning' })}`,
      },
    )}<p><a href="${reportPath(told.id)}">Leave it as it is</a></p></div></div>`,
  });
}

function consequences({ created, updated, review }: ImportCounts): Html {
  return html`<ul class="nhsuk-list nhsuk-list--bullet">${
    created > 0 &&
    html`<li>${counted(created, 'referral')} that it added will be marked as recorded in error and leave the waiting lists.</li>`
  }${updated > 0 && html`<li>What it changed on ${counted(updated, 'referral')} will be taken back.</li>`}${
    review > 0 && html`<li>Of the ${counted(review, 'row')} to decide, those still open will be withdrawn.</li>`
  }<li>Referrals that somebody has worked on since stay as they are; the report will name them.</li></ul><p>Nothing is deleted: each history shows what was recorded and that it was taken back. The waiting lists’ figures become what they were.</p>`;
}

export async function undoSent(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const importId = importIdIn(visit);
  const undo = async (): Promise<string> => {
    await undoImport(visit.deps, visit.call, importId);
    return '';
  };
  if (isOnePart(body)) return onePartAnswer(await workParts(sentWork(body), undo, 1));
  const { import: told, results } = await readImport(visit.deps, visit.call, importId);
  const sent = sentWork(body);
  const isFirst = sent.left.length === 0 && isSentInParts(body);
  const work = sent.left.length === 0 ? { left: partsOf(results.length), told: [] } : sent;
  return ended(visit, told, await workParts(work, undo, isFirst ? 0 : CALLS_A_REQUEST));
}

/** Each part stands for one call: what is to be undone is kept, and nothing has to travel. */
function partsOf(rows: number): readonly Part[] {
  const calls = Math.max(1, Math.ceil(rows / ROWS_A_CALL));
  return Array.from({ length: calls }, (_, at) => ({
    rows: Math.min(ROWS_A_CALL, rows - at * ROWS_A_CALL),
    packed: '',
  }));
}

async function ended(visit: ActingVisit, told: Import, worked: Worked): Promise<PageAnswer> {
  if (worked.left.length > 0) return undoingPage(visit, told, worked);
  try {
    const { remaining } = await undoImport(visit.deps, visit.call, told.id);
    if (remaining === 0) return goTo(reportPath(told.id));
    return undoingPage(visit, told, { ...worked, left: partsOf(remaining * MAX_BATCH) });
  } catch (refused) {
    if (!isDomainError(refused, 'unavailable')) throw refused;
    return undoingPage(visit, told, { ...worked, stopped: refused });
  }
}

function undoingPage(visit: ActingVisit, told: Import, worked: Worked): PageAnswer {
  return partsPage(
    visit,
    {
      title: 'Undoing the import',
      caption: importInWords(told),
      label: 'Rows undone',
      advice:
        'Keep this page open until it is finished. If it is closed, undo the import again: it goes on where it stopped.',
      action: undoPath(told.id),
      hidden: {},
      rows: told.rows,
    },
    worked,
  );
}

function importIdIn({ params }: ActingVisit): string {
  return params['importId'] ?? '';
}
