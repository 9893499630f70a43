import type { Import } from '../../domain/import/import.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { importIdOf, importNotFound } from './start-import.ts';

/** The most times that one file is imported by one person. */
const MOST_ATTEMPTS = 200;

/** How a file would be imported now. */
export interface ImportAttempt {
  /** To start the import with. */
  readonly key: string;
  /** What this person did with the very same file last: cut short, so that it goes on; or ended, so that it is begun anew. */
  readonly before: Import | null;
}

/**
 * Finds the import of a file again by what the file is, since the file is kept nowhere: one that was cut short goes on
 * under its key, and after one that ended a new one begins.
 * @param fingerprint hash of the file and of how it is read.
 * @throws `forbidden`.
 */
export async function importAttempt(
  deps: Pick<Deps, 'imports' | 'ids'>,
  call: Call,
  fingerprint: string,
): Promise<ImportAttempt> {
  const { place } = call.actor;
  authorise(call, 'import.run', placeSubject(place), importNotFound);
  let before: Import | null = null;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    const key = `import-${fingerprint}-${attempt}`;
    const found = await deps.imports.get(place, importIdOf(deps, call, key));
    if (found === undefined) return { key, before };
    if (found.state === 'running') return { key, before: found };
    before = found;
  }
  return { key: deps.ids.fresh(), before };
}
