import * as z from 'zod';
import type { Hash } from '../../application/ports/hash.ts';
import type { Identity, StaffDirectory } from '../../application/ports/staff-directory.ts';
import { stale } from '../../domain/error.ts';
import { staffSchema } from '../../domain/staff/staff.ts';
import { type Key, staffKey } from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

export const storedStaffSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('STAFF'),
  v: z.int().min(1),
  schema: z.int(),
  staff: staffSchema,
});

export const staffShape: ItemShape<z.output<typeof storedStaffSchema>> = {
  name: 'member of staff',
  schema: 1,
  upcasts: {},
  stored: storedStaffSchema,
};

/** Staff in the records table, by the hash of what their identity provider calls them. */
export function staffInTable(records: TableAccess, hash: Hash): StaffDirectory {
  // As JSON, so that no issuer and subject can be told as another pair.
  const keyOf = ({ issuer, subject }: Identity): Key => staffKey(hash(JSON.stringify([issuer, subject])));
  return {
    async find(identity) {
      const item = await records.get(keyOf(identity));
      return item === undefined ? undefined : readItem(staffShape, item).staff;
    },

    async save(identity, staff) {
      const item = { ...keyOf(identity), v: staff.version, schema: staffShape.schema, staff };
      const put = await records.put(item, staff.version === 1 ? 'absent' : { version: staff.version - 1 });
      if (!put) throw stale('changed-since', 'This member of staff has been changed since you read it');
    },
  };
}
