/** The most rows in one batch: a batch is answered well inside the gateway's 30 seconds, and its report is one small item. */
export const MAX_BATCH = 200;

/** Rows cut into batches, in order. */
export function batchesOf<T>(rows: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / MAX_BATCH) }, (_, at) =>
    rows.slice(at * MAX_BATCH, (at + 1) * MAX_BATCH),
  );
}
