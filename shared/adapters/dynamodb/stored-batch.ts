/**
 * What became of a batch of rows, as stored: a short list for each row, because an import of thousands is paid for by the
 * kilobyte. Order and code lists may only grow at their ends: the schema-hash test holds them.
 */
import * as z from 'zod';
import type { ImportBatch } from '../../application/ports/imports.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { importColumns, importFields } from '../../domain/import/columns.ts';
import { reviewReasons, rowOutcomes } from '../../domain/import/plan-row.ts';
import type { RowResult } from '../../domain/import/report.ts';
import { rowFlags } from '../../domain/import/row.ts';
import { rowErrorCodes } from '../../domain/import/row-error.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';

const position = (list: readonly unknown[]) =>
  z
    .int()
    .min(0)
    .max(list.length - 1);

export const packedResultSchema = z.tuple([
  z.int().min(1), // record
  z.int().min(1), // line
  position(rowOutcomes),
  z.int().min(0).nullable(), // code: of an error, or of a reason when the outcome is a review
  position(importFields).nullable(), // column
  z.int().min(0), // flags, one bit each
  opaqueIdSchema.nullable(), // person
  opaqueIdSchema.nullable(), // referral
  opaqueIdSchema.nullable(), // review
]);
type PackedResult = z.output<typeof packedResultSchema>;

export const storedBatchSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  schema: z.int(),
  first: z.int().min(1),
  rowsHash: z.string(),
  results: z.array(packedResultSchema),
});
const batchShape: ItemShape<z.output<typeof storedBatchSchema>> = {
  name: 'batch of an import',
  schema: 1,
  upcasts: {},
  stored: storedBatchSchema,
};

const headings: readonly string[] = importFields.map((field) => importColumns[field].heading);
const codes: readonly string[] = rowErrorCodes;
const reasons: readonly string[] = reviewReasons;

export function batchItem({ first, rowsHash, results }: ImportBatch) {
  return { schema: batchShape.schema, first, rowsHash, results: results.map(packed) };
}

/** Reads a batch's item. @throws UnreadableItem */
export function storedBatchOf(item: RawItem): ImportBatch {
  const { first, rowsHash, results } = readItem(batchShape, item);
  return { first, rowsHash, results: results.map(unpacked) };
}

function packed(result: RowResult): PackedResult {
  const { record, line, outcome, code, column, flags, personId, referralId, reviewId } = result;
  const coded = code === null ? null : (outcome === 'review' ? reasons : codes).indexOf(code);
  const at = column === null ? null : headings.indexOf(column);
  const bits = flags.reduce((all, flag) => all | (1 << rowFlags.indexOf(flag)), 0);
  return [record, line, rowOutcomes.indexOf(outcome), coded, at, bits, personId, referralId, reviewId];
}

function unpacked(result: PackedResult): RowResult {
  const [record, line, outcomeAt, coded, at, bits, personId, referralId, reviewId] = result;
  const outcome = rowOutcomes[outcomeAt] ?? 'rejected';
  const code = coded === null ? null : outcome === 'review' ? reviewReasons[coded] : rowErrorCodes[coded];
  return {
    record,
    line,
    outcome,
    code: code ?? null,
    column: at === null ? null : (headings[at] ?? null),
    flags: rowFlags.filter((_, bit) => (bits & (1 << bit)) !== 0),
    personId,
    referralId,
    reviewId,
  };
}
