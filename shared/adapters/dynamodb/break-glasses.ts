import * as z from 'zod';
import type { BreakGlasses } from '../../application/ports/break-glasses.ts';
import { conflict, stale } from '../../domain/error.ts';
import { askOf, type BreakGlass, breakGlassSchema, reviewOf } from '../../domain/permission/break-glass.ts';
import { breakGlassCollection, breakGlassList, type Key } from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** An emergency access as stored: its place and id are in its key, its version is `v`. */
export const storedBreakGlassSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  v: z.int().min(1),
  schema: z.int(),
  lp: z.string(),
  ls: z.string(),
  events: breakGlassSchema.shape.events,
});
export const breakGlassShape: ItemShape<z.output<typeof storedBreakGlassSchema>> = {
  name: 'emergency access',
  schema: 1,
  upcasts: {},
  stored: storedBreakGlassSchema,
};

/** Emergency accesses in the records table, under whoever asked: so that a read sees what was granted a moment ago. */
export function breakGlassesInTable(records: TableAccess): BreakGlasses {
  const keyOf = (place: string, actor: string, id: string): Key => ({ pk: breakGlassCollection(place, actor), sk: id });

  return {
    async get(place, actor, id) {
      const item = await records.get(keyOf(place, actor, id));
      return item === undefined ? undefined : breakGlassOf(place, item);
    },

    async askedBy(place, actor) {
      const items = await records.all({ partition: breakGlassCollection(place, actor) });
      return items.map((item) => breakGlassOf(place, item));
    },

    async list(place, which) {
      const partition = breakGlassList(place, which === 'waiting');
      const entries = await records.all({ index: RECORD_INDEXES.list, partition });
      const keys = entries.map((entry) => ({ pk: String(entry['pk']), sk: String(entry['sk']) }));
      const all = (await records.many(keys)).map((item) => breakGlassOf(place, item));
      // The index follows a moment later: what has been reviewed since waits no more.
      return all
        .filter((access) => (reviewOf(access) === undefined) === (which === 'waiting'))
        .toSorted((a, b) => (askOf(a).recordedAt < askOf(b).recordedAt ? -1 : 1));
    },

    async create(access) {
      if (!(await records.put(breakGlassItem(access), 'absent')))
        throw conflict('already-there', 'There is such an emergency access already');
    },

    async save(access) {
      if (!(await records.put(breakGlassItem(access), { version: access.version - 1 })))
        throw stale('changed-since', 'This emergency access has been changed since you read it');
    },
  };
}

function breakGlassItem(access: BreakGlass) {
  const { id, place, version, events } = access;
  const { by, recordedAt } = askOf(access);
  return {
    pk: breakGlassCollection(place, by.actor),
    sk: id,
    v: version,
    schema: breakGlassShape.schema,
    lp: breakGlassList(place, reviewOf(access) === undefined),
    ls: `${recordedAt}#${id}`,
    events,
  };
}

/** Reads an emergency access. @throws UnreadableItem */
export function breakGlassOf(place: string, item: RawItem): BreakGlass {
  const { sk, v, events } = readItem(breakGlassShape, item);
  return { id: sk, place, version: v, events };
}
