import type { RowAnswer } from '../../domain/import/report.ts';
import type { RowFlag } from '../../domain/import/row.ts';
import type { DraftedRow } from './draft.ts';
import type { RowIds } from './known.ts';

/** A row that was understood, with what it leads to. */
export interface RowToWork extends DraftedRow {
  readonly line: number;
  readonly flags: readonly RowFlag[];
  readonly ids: RowIds;
}

/** What became of a row that has no error. */
export function answerOf(
  { record, line, flags, ids }: RowToWork,
  outcome: RowAnswer['outcome'],
  about: { readonly personId?: string; readonly referralId?: string; readonly reviewId?: string },
): RowAnswer {
  return {
    record,
    line,
    outcome,
    code: null,
    column: null,
    flags,
    personId: about.personId ?? null,
    referralId: about.referralId ?? ids.referralId,
    reviewId: about.reviewId ?? null,
    found: null,
    fix: null,
    errors: [],
  };
}
