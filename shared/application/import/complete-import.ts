import { conflict, isDomainError } from '../../domain/error.ts';
import type { Import } from '../../domain/import/import.ts';
import { countsOf, type RowResult } from '../../domain/import/report.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { FindingKind } from '../ports/imports.ts';
import type { ReferralKey } from '../ports/referrals.ts';
import { absentFrom } from './absent.ts';
import { flagDuplicates } from './flag-duplicates.ts';
import type { ImportContext, ImportDeps } from './import-context.ts';
import { rowsOfPlace } from './open-rows.ts';
import { importNotFound, importOf } from './start-import.ts';

/** The most referrals in one part of a finding: about 80 KB. */
const PART = 2_000;
/** The most missing records that a refusal names. */
const MOST_NAMED = 20;

type CompletingDeps = ImportDeps & Pick<Deps, 'imports' | 'queues'>;

/**
 * Ends an import whose rows are all in: finds what is open here and absent from the file, flags possible duplicates, and
 * keeps what it came to. Done twice, or cut short and done again, it comes to the same.
 * @throws `conflict` `import-incomplete` with the first missing `records`; `not-found`; `forbidden`.
 */
export async function completeImport(deps: CompletingDeps, call: Call, importId: string): Promise<Import> {
  const { place } = call.actor;
  authorise(call, 'import.run', placeSubject(place), importNotFound);
  const started = await importOf(deps, call, importId);
  if (started.state !== 'running') return started;
  const results = (await deps.imports.batches(place, importId)).flatMap((batch) => batch.results);
  refuseMissing(started, results);

  const policy = await placePolicy(deps.policies, place);
  const context: ImportContext = { deps, call, policy, importId, system: started.system, asAt: started.asAt };
  const named = new Set(results.flatMap(({ referralId }) => referralId ?? []));
  const absent = await absentFrom(deps, policy, started.system, named);
  const people = new Set(results.flatMap(({ personId, outcome }) => (outcome === 'unchanged' ? [] : (personId ?? []))));
  const everybody = await rowsOfPlace(deps, policy, ['waiting', 'pathway', 'closed']);
  const alike = await flagDuplicates(context, people, everybody);
  const duplicates = results.flatMap(({ personId, referralId }) =>
    personId !== null && referralId !== null && alike.has(personId) ? [{ personId, referralId }] : [],
  );
  await keepFinding(deps, call, importId, 'absent', absent);
  await keepFinding(deps, call, importId, 'duplicates', duplicates);

  const { rows: _rows, ...counts } = countsOf(results);
  const complete: Import = {
    ...started,
    version: started.version + 1,
    state: 'complete',
    completedAt: call.now,
    totals: { ...counts, absent: absent.length, possibleDuplicates: alike.size },
  };
  try {
    await deps.imports.save(complete);
    return complete;
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    return importOf(deps, call, importId);
  }
}

/** Every row of the file, once: a row that is missing from the batches would be a child missing from a list. */
function refuseMissing({ rows }: Import, results: readonly RowResult[]): void {
  const there = new Set(results.map(({ record }) => record));
  if (results.length !== there.size) throw conflict('import-overlaps', 'Two batches hold the same rows: start again');
  const missing = Array.from({ length: rows }, (_, at) => at + 1).filter((record) => !there.has(record));
  if (missing.length === 0) return;
  const facts = { missing: missing.length, records: missing.slice(0, MOST_NAMED) };
  throw conflict('import-incomplete', 'Some rows of the file have not been sent yet', facts);
}

async function keepFinding(
  { imports }: Pick<Deps, 'imports'>,
  { actor }: Call,
  importId: string,
  kind: FindingKind,
  referrals: readonly ReferralKey[],
): Promise<void> {
  for (let part = 0; part * PART < referrals.length; part += 1)
    await imports.keepFinding(actor.place, importId, kind, part, referrals.slice(part * PART, (part + 1) * PART));
}
