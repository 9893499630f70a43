/** What a dry run told of the rows of one part, as it travels in the page. It stays between the browser and this form. */
import * as z from 'zod';
import { reviewReasons, rowOutcomes } from '../../../../shared/domain/import/plan-row.ts';
import type { RowAnswer } from '../../../../shared/domain/import/report.ts';
import { rowFlags } from '../../../../shared/domain/import/row.ts';
import { rowErrorCodes } from '../../../../shared/domain/import/row-error.ts';
import { packedValue, unpackedValue } from './packed.ts';

const toldRowSchema = z.strictObject({
  record: z.int().min(1),
  line: z.int().min(1),
  outcome: z.enum(rowOutcomes),
  code: z.enum([...rowErrorCodes, ...reviewReasons]).nullable(),
  flags: z.array(z.enum(rowFlags)),
  errors: z.array(
    z.strictObject({ code: z.enum(rowErrorCodes), column: z.string(), found: z.string(), fix: z.string() }),
  ),
});
export type ToldRow = z.output<typeof toldRowSchema>;

export function packedTold(answers: readonly RowAnswer[]): string {
  const rows = answers.map(({ record, line, outcome, code, flags, errors }) => {
    return { record, line, outcome, code, flags, errors } satisfies Readonly<Record<keyof ToldRow, unknown>>;
  });
  return packedValue(rows);
}

/** In the order of the file. @throws `invalid` for what no page of ours carries. */
export function toldRows(told: readonly string[]): readonly ToldRow[] {
  return told
    .flatMap((packed) => unpackedValue(z.array(toldRowSchema), packed))
    .toSorted((a, b) => a.record - b.record);
}
