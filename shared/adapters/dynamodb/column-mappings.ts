import * as z from 'zod';
import type { ColumnMappings } from '../../application/ports/column-mappings.ts';
import { stale } from '../../domain/error.ts';
import { columnMappingSchema } from '../../domain/import/columns.ts';
import { systemSchema } from '../../domain/import/import.ts';
import { columnMappingKey } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

/** A mapping as stored: its place is in its key, its version is `v`. */
export const storedMappingSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('M'),
  v: z.int().min(1),
  schema: z.int(),
  system: systemSchema,
  mapping: columnMappingSchema,
});
export const mappingShape: ItemShape<z.output<typeof storedMappingSchema>> = {
  name: 'column mapping',
  schema: 1,
  upcasts: {},
  stored: storedMappingSchema,
};

/** Column mappings in the records table, one item each. */
export function columnMappingsInTable(records: TableAccess): ColumnMappings {
  return {
    async get(place, system) {
      const item = await records.get(columnMappingKey(place, system));
      if (item === undefined) return undefined;
      const { v, mapping } = readItem(mappingShape, item);
      return { system, version: v, mapping };
    },

    async save(place, { system, version, mapping }) {
      const item = { ...columnMappingKey(place, system), v: version, schema: mappingShape.schema, system, mapping };
      if (!(await records.put(item, version === 1 ? 'absent' : { version: version - 1 })))
        throw stale('changed-since', 'Somebody else has just kept a mapping for this system');
    },
  };
}
