/** What became of the rows of a file: one result a row, and the counts over all of them. */
import type { ReviewReason, RowOutcome } from './plan-row.ts';
import type { RowFlag } from './row.ts';
import type { RowError, RowErrorCode } from './row-error.ts';

/** What became of one row. Nothing of a cell is in it, so that it may be kept. */
export interface RowResult {
  /** 1 for the first row of data. */
  readonly record: number;
  /** The line of the file that the row starts on; the heading is line 1. */
  readonly line: number;
  readonly outcome: RowOutcome;
  /** Why it was rejected (the first of its errors in rank) or waits for a person. */
  readonly code: RowErrorCode | ReviewReason | null;
  /** Heading of the column at fault. */
  readonly column: string | null;
  readonly flags: readonly RowFlag[];
  /** The referral it is about; of a row under review, null. */
  readonly personId: string | null;
  readonly referralId: string | null;
  readonly reviewId: string | null;
}

/** A result as whoever sent the row is told of it: with what was found, which is kept nowhere. */
export interface RowAnswer extends RowResult {
  readonly found: string | null;
  readonly fix: string | null;
  /** Every error of a rejected row, in rank. */
  readonly errors: readonly RowError[];
}

/** Counts over a whole file. `rows` is the number of its rows of data. */
export interface ImportCounts {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly review: number;
  /** How many rows were rejected, under the first code of each. */
  readonly rejected: Readonly<Partial<Record<RowErrorCode, number>>>;
}

export function countsOf(results: readonly Pick<RowResult, 'outcome' | 'code'>[]): ImportCounts {
  const of = (outcome: RowOutcome) => results.filter((result) => result.outcome === outcome).length;
  const rejected: Partial<Record<RowErrorCode, number>> = {};
  for (const { outcome, code } of results) {
    if (outcome !== 'rejected' || code === null) continue;
    rejected[code as RowErrorCode] = (rejected[code as RowErrorCode] ?? 0) + 1;
  }
  return {
    rows: results.length,
    created: of('created'),
    updated: of('updated'),
    unchanged: of('unchanged'),
    review: of('review'),
    rejected,
  };
}
