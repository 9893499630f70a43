import * as z from 'zod';
import { conflict, type Issue, invalid } from '../../domain/error.ts';
import { MAX_BATCH } from '../../domain/import/batches.ts';
import type { Import } from '../../domain/import/import.ts';
import { readRow } from '../../domain/import/read-row.ts';
import type { RowAnswer, RowResult } from '../../domain/import/report.ts';
import { type RawRow, rawRowSchema } from '../../domain/import/row.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { ImportContext, ImportDeps } from './import-context.ts';
import { keeping } from './row-writer.ts';
import { importNotFound, importOf } from './start-import.ts';
import { workRows } from './work-rows.ts';

/** Rows of a file, in its order, one after another. */
export const rowsSchema = z.array(rawRowSchema).min(1).max(MAX_BATCH);

/**
 * Brings a batch of rows in and says what became of each. Cut short at any point and sent again, it comes to the same:
 * rows that are done are recognised, and a batch whose report is kept is answered from the report.
 * @throws `invalid` `rows-order` or `rows-beyond`; `conflict` `import-ended` or `batch-differs`; `not-found`; `forbidden`; `unavailable` `import-busy`.
 */
export async function importRows(
  deps: ImportDeps & Pick<Deps, 'imports'>,
  call: Call,
  importId: string,
  rows: readonly RawRow[],
): Promise<readonly RowAnswer[]> {
  const { place } = call.actor;
  authorise(call, 'import.run', placeSubject(place), importNotFound);
  const first = rows[0]?.record ?? 0;
  const [started, policy, kept] = await Promise.all([
    importOf(deps, call, importId),
    placePolicy(deps.policies, place),
    deps.imports.batch(place, importId, first),
  ]);
  checkOrder(rows, started);
  const context = { deps, call, policy, importId, system: started.system, asAt: started.asAt };
  const rowsHash = deps.hash(JSON.stringify(rows));
  if (kept !== undefined) return told(context, rows, kept.results, kept.rowsHash === rowsHash);
  if (started.state !== 'running') throw conflict('import-ended', 'This import has ended: start another for this file');

  const answers = await workRows(context, rows, keeping(context));
  const batch = { first, rowsHash, results: answers.map(resultOf) };
  const written = await deps.imports.keepBatch(place, importId, batch);
  return written === batch ? answers : told(context, rows, written.results, written.rowsHash === rowsHash);
}

function checkOrder(rows: readonly RawRow[], { rows: most }: Import): void {
  const issues: Issue[] = [];
  for (const [at, { record }] of rows.entries()) {
    const before = rows[at - 1];
    const fault = (code: string, message: string) => issues.push({ pointer: `/rows/${at}/record`, code, message });
    if (before !== undefined && record !== before.record + 1)
      fault('rows-order', 'Send the rows in the order of the file');
    if (record > most) fault('rows-beyond', 'The import was started for fewer rows');
  }
  if (issues.length > 0) throw invalid('rows', 'Check the rows', issues.slice(0, 10));
}

function resultOf({ found: _found, fix: _fix, errors: _errors, ...result }: RowAnswer): RowResult {
  return result;
}

/** The answer of a batch that was worked before: what was found in a cell is read again from what was sent again. */
function told(
  { asAt, policy, deps }: ImportContext,
  rows: readonly RawRow[],
  results: readonly RowResult[],
  same: boolean,
): readonly RowAnswer[] {
  if (!same) throw conflict('batch-differs', 'Other rows were sent under these record numbers: the file has changed');
  return results.map((result, at) => {
    const raw = rows[at];
    const reading = raw === undefined ? undefined : readRow(raw, { asAt, policy, stage: deps.stage });
    const errors = reading !== undefined && 'errors' in reading && result.outcome === 'rejected' ? reading.errors : [];
    return { ...result, found: errors[0]?.found ?? null, fix: errors[0]?.fix ?? null, errors };
  });
}
