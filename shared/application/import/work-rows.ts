import { readRow } from '../../domain/import/read-row.ts';
import { relatedGroups } from '../../domain/import/related-rows.ts';
import type { RowAnswer } from '../../domain/import/report.ts';
import type { RawRow, RowReading } from '../../domain/import/row.ts';
import { canonicalJson } from '../../domain/referral/canonical-json.ts';
import { atOnce } from './at-once.ts';
import { type ImportContext, referralIdOf } from './import-context.ts';
import { Known } from './known.ts';
import { lookUp, rowIdsOf } from './look-up.ts';
import type { RowToWork } from './row-answer.ts';
import type { RowWriter } from './row-writer.ts';
import { RowWork } from './work-row.ts';

/** Groups of rows worked at the same time. More would only wait for the store's connections. */
const WORKERS = 16;

/**
 * Works rows of one file: those that have something in common in the file's order, the others at the same time. Answers
 * stand in the order of the rows.
 */
export async function workRows(
  context: ImportContext,
  rows: readonly RawRow[],
  writer: RowWriter,
): Promise<readonly RowAnswer[]> {
  const readings = rows.map((raw) => [raw, readRow(raw, reading(context))] as const);
  const toWork = new Map<RawRow, RowToWork>();
  const answers = new Map<RawRow, RowAnswer>();
  for (const [raw, read] of readings) {
    if ('errors' in read) answers.set(raw, rejected(context, raw, read));
    else toWork.set(raw, rowToWork(context, raw, read));
  }
  const known = new Known();
  await lookUp(context, known, [...toWork.values()]);
  const work = new RowWork(context, known, writer);
  // Two rows that have nothing in common may yet lead to one person, by a number each.
  const leads = (raw: RawRow) => {
    const row = toWork.get(raw);
    if (row === undefined) return [];
    const { byNhsNumber, byLocalId, byOrigin } = known.peopleOf(row.row, row.ids);
    return [byNhsNumber, byLocalId, byOrigin].flatMap((person) => (person === null ? [] : [`person ${person.id}`]));
  };
  await atOnce(relatedGroups([...toWork.keys()], leads), WORKERS, async (group) => {
    for (const raw of group) {
      const row = toWork.get(raw);
      if (row !== undefined) answers.set(raw, await work.work(row));
    }
  });
  return rows.flatMap((raw) => answers.get(raw) ?? []);
}

function reading({ asAt, policy, deps }: ImportContext) {
  return { asAt, policy, stage: deps.stage };
}

function rowToWork(
  context: ImportContext,
  { record, line }: RawRow,
  { row, flags }: Extract<RowReading, { readonly row: unknown }>,
): RowToWork {
  const contentHash = context.deps.hash(canonicalJson(row));
  return { record, line, row, flags, contentHash, ids: rowIdsOf(context, row) };
}

function rejected(
  context: ImportContext,
  { record, line }: RawRow,
  { errors, referralId }: Extract<RowReading, { readonly errors: unknown }>,
): RowAnswer {
  const [first] = errors;
  return {
    record,
    line,
    outcome: 'rejected',
    code: first.code,
    column: first.column,
    flags: [],
    personId: null,
    // Named by the file, although it cannot be read: what is open under this id is not absent.
    referralId: referralId === null ? null : referralIdOf(context, referralId),
    reviewId: null,
    found: first.found,
    fix: first.fix,
    errors,
  };
}
