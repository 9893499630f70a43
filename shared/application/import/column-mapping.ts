import { isDomainError } from '../../domain/error.ts';
import { type ColumnMapping, guessMapping, type ImportField, importFields } from '../../domain/import/columns.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { importNotFound } from './start-import.ts';

/** How a file's columns are likely to be read, and whether that was confirmed for a file of this system before. */
export interface SuggestedMapping {
  readonly mapping: ColumnMapping;
  readonly confirmed: boolean;
}

/**
 * What was confirmed for the system's last file, as far as this file has those headings; the rest is guessed from the
 * headings that are left. @throws `forbidden`.
 */
export async function suggestMapping(
  deps: Pick<Deps, 'columnMappings'>,
  call: Call,
  system: string,
  headings: readonly string[],
): Promise<SuggestedMapping> {
  const { place } = call.actor;
  authorise(call, 'import.run', placeSubject(place), importNotFound);
  const kept = await deps.columnMappings.get(place, system);
  const there = entriesOf(kept?.mapping ?? {}).filter(([, heading]) => headings.includes(heading));
  const taken = new Set(there.map(([, heading]) => heading));
  const guessed = guessMapping(headings.filter((heading) => !taken.has(heading)));
  const mapping = { ...guessed, ...Object.fromEntries(there) };
  return { mapping, confirmed: kept !== undefined && same(kept.mapping, mapping) };
}

/** Keeps a confirmed mapping for the system's next file. Of two kept at the same moment, one stands. @throws `forbidden`. */
export async function keepMapping(
  deps: Pick<Deps, 'columnMappings'>,
  call: Call,
  system: string,
  mapping: ColumnMapping,
): Promise<void> {
  const { place } = call.actor;
  authorise(call, 'import.run', placeSubject(place), importNotFound);
  const kept = await deps.columnMappings.get(place, system);
  if (kept !== undefined && same(kept.mapping, mapping)) return;
  try {
    await deps.columnMappings.save(place, { system, version: (kept?.version ?? 0) + 1, mapping });
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
  }
}

function entriesOf(mapping: ColumnMapping): readonly (readonly [ImportField, string])[] {
  return importFields.flatMap((field) => {
    const heading = mapping[field];
    return heading === undefined ? [] : [[field, heading] as const];
  });
}

function same(a: ColumnMapping, b: ColumnMapping): boolean {
  return importFields.every((field) => a[field] === b[field]);
}
