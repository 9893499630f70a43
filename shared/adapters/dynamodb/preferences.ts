import * as z from 'zod';
import type { PreferencesKept } from '../../application/ports/preferences.ts';
import { stale } from '../../domain/error.ts';
import { type Preferences, preferencesSchema } from '../../domain/message/preferences.ts';
import { preferencesKey } from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

/** Preferences as stored: their version is `v`. */
export const storedPreferencesSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('PREFERENCES'),
  v: z.int().min(1),
  schema: z.int(),
  preferences: preferencesSchema.omit({ version: true }),
});
const preferencesShape: ItemShape<z.output<typeof storedPreferencesSchema>> = {
  name: 'preferences',
  schema: 1,
  upcasts: {},
  stored: storedPreferencesSchema,
};

/** Preferences in the records table, an item for each member of staff who has chosen. */
export function preferencesInTable(records: TableAccess): PreferencesKept {
  return {
    async get(staffId) {
      const item = await records.get(preferencesKey(staffId));
      return item === undefined ? undefined : preferencesOf(item);
    },
    async many(staffIds) {
      return (await records.many([...new Set(staffIds)].map(preferencesKey))).map(preferencesOf);
    },
    async save({ version, ...preferences }) {
      const item = { ...preferencesKey(preferences.staffId), v: version, schema: preferencesShape.schema, preferences };
      const put = await records.put(item, version === 1 ? 'absent' : { version: version - 1 });
      if (!put) throw stale('changed-since', 'Your choices have been changed since you read them');
    },
  };
}

function preferencesOf(item: RawItem): Preferences {
  const { v, preferences } = readItem(preferencesShape, item);
  return { ...preferences, version: v };
}
