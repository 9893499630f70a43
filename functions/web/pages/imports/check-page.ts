/** The dry run: every row is worked without writing anything, and what would become of each is shown before it does. */

import * as z from 'zod';
import { findAbsent } from '../../../../shared/application/import/absent.ts';
import { importAttempt } from '../../../../shared/application/import/import-attempt.ts';
import { rowsSchema } from '../../../../shared/application/import/import-rows.ts';
import { rehearseRows } from '../../../../shared/application/import/rehearse-rows.ts';
import { batchesOf } from '../../../../shared/domain/import/batches.ts';
import { relatedEarlier } from '../../../../shared/domain/import/related-rows.ts';
import { type RawRow, rawRowSchema } from '../../../../shared/domain/import/row.ts';

import { fileAnswer, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { importPath } from './addresses.ts';
import { checkedView } from './checked-view.ts';
import { backToStart } from './columns-view.ts';
import { carriedFileToImport, type FileToImport, fileFields, fileInWords, rowsOf } from './file-to-import.ts';
import { carriedChoices, type ImportChoices } from './import-choices.ts';
import { packedValue, unpackedValue } from './packed.ts';
import { isOnePart, isSentInParts, onePartAnswer, type Part, type SentWork, sentWork, workParts } from './parts.ts';
import { partsPage } from './parts-view.ts';
import { toldCsv } from './rows-csv.ts';
import { packedTold, toldRows } from './told-rows.ts';

const checkSchema = z.strictObject({ earlier: z.array(rawRowSchema), rows: rowsSchema });

/** The columns are confirmed: cuts the file into parts, and begins unless the page's script will. */
export async function beginCheck(visit: ActingVisit, file: FileToImport): Promise<PageAnswer> {
  const rows = rowsOf(file);
  const left = batchesOf(rows).map((batch): Part => {
    return { rows: batch.length, packed: packedValue({ earlier: relatedEarlier(rows, batch), rows: batch }) };
  });
  return goOn(visit, file, { left, told: [] }, isSentInParts(await visit.form()) ? 0 : undefined);
}

/** Some parts, or the last of them. */
export async function checkSent(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  if (isOnePart(body)) return onePartAnswer(await workParts(sentWork(body), worker(visit, carriedChoices(body)), 1));
  return goOn(visit, carriedFileToImport(body), sentWork(body));
}

async function goOn(visit: ActingVisit, file: FileToImport, work: SentWork, most?: number): Promise<PageAnswer> {
  const worked = await workParts(work, worker(visit, file.choices), most);
  if (worked.left.length === 0) return checkedPage(visit, file, worked.told);
  const { mapping, name, file: packed, ...choices } = fileFields(file);
  return partsPage(
    visit,
    {
      title: 'Checking the file',
      caption: fileInWords(file.choices, file.file),
      label: 'Rows checked',
      advice: 'Nothing is changed while the file is checked. You can leave this page and begin again.',
      action: importPath,
      hidden: { step: 'check', ...choices },
      kept: { mapping: mapping ?? '', name: name ?? '', file: packed ?? '' },
      rows: file.file.csv.records.length,
    },
    worked,
  );
}

function worker({ deps, call }: ActingVisit, { system, asAt }: ImportChoices): (part: Part) => Promise<string> {
  return async ({ packed }) => {
    const { earlier, rows } = unpackedValue(checkSchema, packed);
    const rehearsed = await rehearseRows(deps, call, { system, asAt, earlier, rows });
    return packedTold(rehearsed.rows);
  };
}

async function checkedPage(visit: ActingVisit, file: FileToImport, told: readonly string[]): Promise<PageAnswer> {
  const { deps, call } = visit;
  const { system, asAt } = file.choices;
  const rows = rowsOf(file);
  const fingerprint = deps.hash(JSON.stringify([system, asAt, rows]));
  const [attempt, absent] = await Promise.all([
    importAttempt(deps, call, fingerprint),
    findAbsent(deps, call, { system, referralIds: namedIn(rows) }),
  ]);
  const content = checkedView(visit, { file, told, rows: toldRows(told), attempt, absent: absent.length });
  return page({ title: 'What the import will do', section: 'import', beforeContent: backToStart, content });
}

/** The referral ids of a file as they are compared: with space as one space, and as long as can be kept. */
function namedIn(rows: readonly RawRow[]): string[] {
  const named = rows.flatMap(({ cells }) => cells.referralId?.trim().replaceAll(/\s+/g, ' ').slice(0, 60) || []);
  return [...new Set(named)];
}

/** What would become of each row, with what was found in it, as a file to put the extract right with. */
export async function checkDownload(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const { asAt } = carriedChoices(body);
  return fileAnswer(`check-${asAt}.csv`, 'text/csv; charset=utf-8', toldCsv(toldRows(sentWork(body).told)));
}
