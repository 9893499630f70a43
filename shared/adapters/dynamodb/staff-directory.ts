import * as z from 'zod';
import type { Hash } from '../../application/ports/hash.ts';
import type { Identity, NamedStaff, StaffDirectory } from '../../application/ports/staff-directory.ts';
import { stale } from '../../domain/error.ts';
import { roleSchema, type Staff, staffSchema } from '../../domain/staff/staff.ts';
import { type Key, STAFF_LIST, staffKey } from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** Name, whether still here, and each place and role: what the list of all staff shows. */
export const packedStaffSchema = z.tuple([z.string(), z.boolean(), z.array(z.tuple([z.string(), roleSchema]))]);

export const storedStaffSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('STAFF'),
  v: z.int().min(1),
  schema: z.int(),
  lp: z.literal(STAFF_LIST).optional(),
  ls: z.string().optional(),
  row: packedStaffSchema.optional(),
  staff: staffSchema,
});

export const staffShape: ItemShape<z.output<typeof storedStaffSchema>> = {
  name: 'member of staff',
  schema: 1,
  upcasts: {},
  stored: storedStaffSchema,
};

const listedSchema = z.object({ ls: z.string(), row: packedStaffSchema });
const listedShape: ItemShape<z.output<typeof listedSchema>> = {
  name: 'entry of the list of staff',
  schema: 1,
  upcasts: {},
  stored: listedSchema,
};

function packed({ name, active, memberships }: Staff): z.input<typeof packedStaffSchema> {
  return [name, active, memberships.map(({ place, role }): [string, typeof role] => [place, role])];
}

/** Index entries carry no schema version: the projection is part of the item's. */
function namedOf(entry: RawItem): NamedStaff {
  const { ls, row } = readItem(listedShape, { ...entry, schema: listedShape.schema });
  const [name, active, memberships] = row;
  return { id: ls, name, active, memberships: memberships.map(([place, role]) => ({ place, role })) };
}

/** Staff in the records table, by the hash of what their identity provider calls them. */
export function staffInTable(records: TableAccess, hash: Hash): StaffDirectory {
  // As JSON, so that no issuer and subject can be told as another pair.
  const keyOf = ({ issuer, subject }: Identity): Key => staffKey(hash(JSON.stringify([issuer, subject])));
  return {
    async find(identity) {
      const item = await records.get(keyOf(identity));
      return item === undefined ? undefined : readItem(staffShape, item).staff;
    },

    async everybody() {
      return (await records.all({ index: RECORD_INDEXES.list, partition: STAFF_LIST })).map(namedOf);
    },

    async named(id) {
      const between = { from: id, to: id };
      const { items } = await records.page({ index: RECORD_INDEXES.list, partition: STAFF_LIST, between });
      return items[0] === undefined ? undefined : namedOf(items[0]);
    },

    async ofPlace(place) {
      const entries = await records.all({ index: RECORD_INDEXES.list, partition: STAFF_LIST });
      const here = entries.filter((entry) => namedOf(entry).memberships.some((one) => one.place === place));
      const keys = here.map(({ pk, sk }): Key => ({ pk: String(pk), sk: String(sk) }));
      return (await records.many(keys)).map((item) => readItem(staffShape, item).staff);
    },

    async save(identity, staff) {
      const listed = { lp: STAFF_LIST, ls: staff.id, row: packed(staff) };
      const item = { ...keyOf(identity), v: staff.version, schema: staffShape.schema, ...listed, staff };
      const put = await records.put(item, staff.version === 1 ? 'absent' : { version: staff.version - 1 });
      if (!put) throw stale('changed-since', 'This member of staff has been changed since you read it');
    },
  };
}
