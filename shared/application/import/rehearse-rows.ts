import * as z from 'zod';
import { type LocalDate, localDateSchema } from '../../domain/calendar/local-date.ts';
import { MAX_BATCH } from '../../domain/import/batches.ts';
import { systemSchema, USUAL_SYSTEM } from '../../domain/import/import.ts';
import type { RowAnswer } from '../../domain/import/report.ts';
import { rawRowSchema } from '../../domain/import/row.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { ImportContext, ImportDeps } from './import-context.ts';
import { rowsSchema } from './import-rows.ts';
import { keepingNothing } from './row-writer.ts';
import { importNotFound, refuseFuture } from './start-import.ts';
import { workRows } from './work-rows.ts';

/** The most earlier rows that a dry run of one batch takes into account. */
const MAX_EARLIER = 5 * MAX_BATCH;

/** A batch of a dry run. */
export const rehearsalSchema = z.strictObject({
  system: systemSchema.default(USUAL_SYSTEM),
  asAt: localDateSchema.optional(),
  /** The earlier rows of the file that have a referral id, an NHS number or a local id in common with these, in its order. */
  earlier: z.array(rawRowSchema).max(MAX_EARLIER).default([]),
  rows: rowsSchema,
});
export type Rehearsal = z.output<typeof rehearsalSchema>;

/**
 * What importing rows would come to, without writing anything: the same steps over what is kept, with what they would
 * write held in memory for the length of the call.
 * @throws `invalid` `as-at-in-future`; `forbidden`.
 */
export async function rehearseRows(
  deps: ImportDeps,
  call: Call,
  input: Rehearsal,
): Promise<{ readonly asAt: LocalDate; readonly rows: readonly RowAnswer[] }> {
  const { place } = call.actor;
  authorise(call, 'import.run', placeSubject(place), importNotFound);
  const asAt = input.asAt ?? todayOf(call);
  refuseFuture(call, asAt);
  const policy = await placePolicy(deps.policies, place);
  // An id that no import has: nothing that is kept can be taken for this run's own.
  const importId = deps.ids.fresh();
  const context: ImportContext = { deps, call, policy, importId, system: input.system, asAt };
  const answers = await workRows(context, [...input.earlier, ...input.rows], keepingNothing);
  return { asAt, rows: answers.slice(input.earlier.length) };
}
