import * as z from 'zod';
import type { FamilyAccesses } from '../../application/ports/family-accesses.ts';
import { type FamilyAccess, familyAccessSchema } from '../../domain/access/family-access.ts';
import { stale } from '../../domain/error.ts';
import { familyAccessKey, familyAccessKeyOf } from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

/** A child's access as stored: place and person are in its key, its version is `v`. */
export const storedFamilyAccessSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('F'),
  v: z.int().min(1),
  schema: z.int(),
  events: familyAccessSchema.shape.events,
});
export const familyAccessShape: ItemShape<z.output<typeof storedFamilyAccessSchema>> = {
  name: 'family access',
  schema: 3,
  upcasts: {
    // Until 2 an item stood in an index of reviews: they are cases of their own since (ADR 0072).
    1: ({ dp: _list, ds: _day, duty: _review, ...kept }) => ({ ...kept, schema: 2 }),
    // Until 3 nothing was written down that did not arrive (ADR 0104).
    2: (kept) => ({ ...kept, schema: 3 }),
  },
  stored: storedFamilyAccessSchema,
};

/** Who in a family may see whose record, in the records table: one item a child, apart from what clinicians read. */
export function familyAccessesInTable(records: TableAccess): FamilyAccesses {
  return {
    async get(place, personId) {
      const item = await records.get(familyAccessKey(place, personId));
      return item === undefined ? undefined : familyAccessOf(item);
    },

    async save(access) {
      const condition = access.version === 1 ? 'absent' : { version: access.version - 1 };
      if (!(await records.put(familyAccessItem(access), condition)))
        throw stale('changed-since', 'Who may see this record has been changed since you read it');
    },
  };
}

function familyAccessItem(access: FamilyAccess) {
  const { place, personId, version, events } = access;
  return {
    ...familyAccessKey(place, personId),
    v: version,
    schema: familyAccessShape.schema,
    events,
  };
}

/** Reads a child's access. @throws UnreadableItem */
export function familyAccessOf(item: RawItem): FamilyAccess {
  const { pk, v, events } = readItem(familyAccessShape, item);
  return { ...familyAccessKeyOf(pk), version: v, events };
}
