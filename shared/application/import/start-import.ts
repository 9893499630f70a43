import * as z from 'zod';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { invalid, isDomainError, notFound } from '../../domain/error.ts';
import { type Import, MAX_ROWS, systemSchema, USUAL_SYSTEM } from '../../domain/import/import.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';

/** An import as it is started. */
export const newImportSchema = z.strictObject({
  /** Where the file comes from: with the file's own referral ids it tells each referral from every other. */
  system: systemSchema.default(USUAL_SYSTEM),
  /** The day the file speaks of; today if it is left out. */
  asAt: localDateSchema.optional(),
  /** Rows of data in the whole file. */
  rows: z.int().min(1).max(MAX_ROWS),
});
export type NewImport = z.output<typeof newImportSchema>;

/**
 * Starts an import, or goes on with it: the same key leads to the same import, whatever has become of it.
 * @throws `invalid` `as-at-in-future` or `idempotency-key-reused`; `forbidden`.
 */
export async function startImport(
  deps: Pick<Deps, 'imports' | 'ids' | 'hash'>,
  call: Call,
  input: NewImport,
  key: string,
): Promise<Import> {
  const { actor, now } = call;
  authorise(call, 'import.run', placeSubject(actor.place), importNotFound);
  const asAt = input.asAt ?? todayOf(call);
  refuseFuture(call, asAt);
  const started: Import = {
    id: importIdOf(deps, call, key),
    place: actor.place,
    version: 1,
    system: input.system,
    asAt,
    rows: input.rows,
    state: 'running',
    startedAt: now,
    by: { actor: actor.id, role: actor.role },
    requestHash: deps.hash(JSON.stringify([input.system, input.asAt ?? null, input.rows])),
    completedAt: null,
    totals: null,
  };
  try {
    await deps.imports.create(started);
    return started;
  } catch (refused) {
    if (!isDomainError(refused, 'conflict')) throw refused;
    const kept = await deps.imports.get(actor.place, started.id);
    if (kept === undefined) throw refused;
    if (kept.requestHash === started.requestHash) return kept;
    throw invalid('idempotency-key-reused', 'This Idempotency-Key was used for another request', [
      { pointer: '/idempotency-key', code: 'idempotency-key-reused', message: 'Send a new key with a new request' },
    ]);
  }
}

/** The import that a caller starts under a key: always the same one. */
export function importIdOf({ ids }: Pick<Deps, 'ids'>, { actor }: Call, key: string): string {
  return ids.derived('import', actor.place, actor.id, key);
}

/** A file that speaks of a day to come has the wrong day: with it, dates that are wrong would be let in. */
export function refuseFuture(call: Call, asAt: Import['asAt']): void {
  if (asAt <= todayOf(call)) return;
  const message = 'Give the day the file was made: today or earlier';
  throw invalid('as-at-in-future', 'The day of the file has not come yet', [
    { pointer: '/asAt', code: 'as-at-in-future', message },
  ]);
}

/** The answer for an import that is not there. */
export function importNotFound() {
  return notFound('import-not-found', 'There is no such import');
}

/** An import of the caller's place. @throws `not-found` `import-not-found`. */
export async function importOf(deps: Pick<Deps, 'imports'>, call: Call, importId: string): Promise<Import> {
  const found = await deps.imports.get(call.actor.place, importId);
  if (found === undefined) throw importNotFound();
  return found;
}
