import type { Ids } from '../ports/ids.ts';

/**
 * The id that only the holder of a local id may be given. Whoever has it needs no pointer from the local id: an import of
 * thousands writes one item less for each. A person who had an id before they had a local id is led to by a pointer.
 */
export function reservedPersonId(ids: Pick<Ids, 'derived'>, place: string, localId: string): string {
  return ids.derived('person', place, 'local-id', localId);
}
