import type { RawRow } from './row.ts';

/** The most rows in one batch: a batch is answered well inside the gateway's 30 seconds, and its report is one small item. */
export const MAX_BATCH = 200;

/** The most characters of a batch's cells, so that its JSON, in UTF-8, stays inside what a request may hold. */
const MAX_CHARACTERS = 300_000;

/** Rows cut into batches, in order: the same rows are always cut in the same places. */
export function batchesOf(rows: readonly RawRow[]): readonly (readonly RawRow[])[] {
  const batches: RawRow[][] = [];
  let batch: RawRow[] = [];
  let characters = 0;
  for (const row of rows) {
    const more = Object.values(row.cells).reduce((total, cell) => total + cell.length, 0);
    if (batch.length === MAX_BATCH || (batch.length > 0 && characters + more > MAX_CHARACTERS)) {
      batches.push(batch);
      batch = [];
      characters = 0;
    }
    batch.push(row);
    characters += more;
  }
  return batch.length === 0 ? batches : [...batches, batch];
}
