import type { Import } from '../../domain/import/import.ts';
import { countsOf, type ImportCounts, type RowResult } from '../../domain/import/report.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import type { ReferralKey } from '../ports/referrals.ts';
import { importNotFound, importOf } from './start-import.ts';

/** All that is kept about an import. */
export interface ImportReport {
  readonly import: Import;
  /** Counts of the rows that are in; all of the file's once it is complete. */
  readonly counts: ImportCounts;
  readonly results: readonly RowResult[];
  /** Open here, of the same system, and named by no row; empty until it is complete. */
  readonly absent: readonly ReferralKey[];
  /** What an undo left as it is, because people had worked on it. */
  readonly kept: readonly ReferralKey[];
}

/** An import's report. It names records of the file and our own ids, and nothing that stood in a cell. @throws `not-found`; `forbidden`. */
export async function readImport(deps: Pick<Deps, 'imports'>, call: Call, importId: string): Promise<ImportReport> {
  const { place } = call.actor;
  authorise(call, 'import.run', placeSubject(place), importNotFound);
  const [found, batches, absent, duplicates, kept] = await Promise.all([
    importOf(deps, call, importId),
    deps.imports.batches(place, importId),
    deps.imports.findings(place, importId, 'absent'),
    deps.imports.findings(place, importId, 'duplicates'),
    deps.imports.findings(place, importId, 'kept'),
  ]);
  const alike = new Set([...duplicates.values()].flat().map(({ personId }) => personId));
  const results = batches.flatMap((batch) => batch.results).map((result) => withDuplicates(result, alike));
  return {
    import: found,
    counts: countsOf(results),
    results,
    absent: [...absent.values()].flat(),
    kept: [...kept.values()].flat(),
  };
}

/** The latest imports of the place, newest first. @throws `forbidden`. */
export async function listImports(deps: Pick<Deps, 'imports'>, call: Call): Promise<readonly Import[]> {
  authorise(call, 'import.run', placeSubject(call.actor.place), importNotFound);
  return deps.imports.latest(call.actor.place, MOST_LISTED);
}

const MOST_LISTED = 50;

function withDuplicates(result: RowResult, alike: ReadonlySet<string>): RowResult {
  if (result.personId === null || !alike.has(result.personId)) return result;
  return { ...result, flags: [...result.flags, 'possible-duplicate'] };
}
