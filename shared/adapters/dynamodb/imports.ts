import * as z from 'zod';
import type { Imports } from '../../application/ports/imports.ts';
import { conflict, stale } from '../../domain/error.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { type Import, importSchema } from '../../domain/import/import.ts';
import { batchKey, findingKey, importCollection, importKey, importList } from './keys.ts';
import { batchItem, storedBatchOf } from './stored-batch.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** An import as stored: its id and place are in its key, its version is `v`. */
export const storedImportSchema = importSchema.omit({ id: true, place: true, version: true }).extend({
  pk: z.string(),
  sk: z.literal('I'),
  v: z.int().min(1),
  schema: z.int(),
  lp: z.string(),
  ls: z.string(),
});
const importShape: ItemShape<z.output<typeof storedImportSchema>> = {
  name: 'import',
  schema: 1,
  upcasts: {},
  stored: storedImportSchema,
};

export const storedFindingSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  schema: z.int(),
  /** Person and referral, two by two. */
  ids: z.array(opaqueIdSchema),
});
const findingShape: ItemShape<z.output<typeof storedFindingSchema>> = {
  name: 'finding of an import',
  schema: 1,
  upcasts: {},
  stored: storedFindingSchema,
};

/** Imports in the records table: the import in one item, each batch in one, and what was found out in more. */
export function importsInTable(records: TableAccess): Imports {
  const save = (kept: Import, condition: Parameters<TableAccess['put']>[1]) => {
    const { id, place, version, ...facts } = kept;
    const item = {
      ...facts,
      v: version,
      schema: importShape.schema,
      lp: importList(place),
      ls: `${kept.startedAt}#${id}`,
    };
    return records.put({ ...importKey(place, id), ...item }, condition);
  };

  return {
    async get(place, importId) {
      const item = await records.get(importKey(place, importId));
      return item === undefined ? undefined : importOf(place, item);
    },

    async latest(place, limit) {
      const question = { index: RECORD_INDEXES.list, partition: importList(place), backwards: true, limit };
      const { items } = await records.page(question);
      const keys = items.map((entry) => ({ pk: String(entry['pk']), sk: String(entry['sk']) }));
      const imports = (await records.many(keys)).map((item) => importOf(place, item));
      return imports.sort((a, b) => (`${a.startedAt}#${a.id}` < `${b.startedAt}#${b.id}` ? 1 : -1));
    },

    async create(started) {
      if (!(await save(started, 'absent'))) throw conflict('already-there', 'There is such an import already');
    },

    async save(changed) {
      if (!(await save(changed, { version: changed.version - 1 })))
        throw stale('changed-since', 'This import has been changed since you read it');
    },

    async batch(place, importId, first) {
      const item = await records.get(batchKey(place, importId, first));
      return item === undefined ? undefined : storedBatchOf(item);
    },

    async batches(place, importId) {
      const between = { from: 'B#', to: 'B$' };
      const items = await records.all({ partition: importCollection(place, importId), between });
      return items.map(storedBatchOf);
    },

    async keepBatch(place, importId, batch) {
      const key = batchKey(place, importId, batch.first);
      if (await records.put({ ...key, ...batchItem(batch) }, 'absent')) return batch;
      const kept = await records.get(key);
      if (kept === undefined) throw new Error('A batch that was in the way is not there: nothing removes batches');
      return storedBatchOf(kept);
    },

    async keepFinding(place, importId, kind, part, referrals) {
      const ids = referrals.flatMap(({ personId, referralId }) => [personId, referralId]);
      const key = findingKey(place, importId, kind, part);
      await records.put({ ...key, schema: findingShape.schema, ids }, 'absent');
    },

    async findings(place, importId, kind) {
      const between = { from: `F#${kind}#`, to: `F#${kind}$` };
      const items = await records.all({ partition: importCollection(place, importId), between });
      return new Map(items.map((item) => partOf(readItem(findingShape, item))));
    },
  };
}

function importOf(place: string, item: RawItem): Import {
  const { pk, sk: _sk, v, schema: _schema, lp: _lp, ls: _ls, ...facts } = readItem(importShape, item);
  return { ...facts, id: pk.slice(importCollection(place, '').length), place, version: v };
}

function partOf({ sk, ids }: z.output<typeof storedFindingSchema>) {
  const referrals = Array.from({ length: ids.length / 2 }, (_, at) => ({
    personId: ids[at * 2] ?? '',
    referralId: ids[at * 2 + 1] ?? '',
  }));
  return [Number(sk.split('#').at(-1)), referrals] as const;
}
