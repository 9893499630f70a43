import * as z from 'zod';
import type { DueReview, FamilyAccesses } from '../../application/ports/family-accesses.ts';
import { type AccessReview, accessReviewKinds } from '../../domain/access/access-reviews.ts';
import { type FamilyAccess, familyAccessSchema } from '../../domain/access/family-access.ts';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { stale } from '../../domain/error.ts';
import { familyAccessKey, familyAccessKeyOf, familyReviewList } from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** Kind and due day of a review, and whose access it is of: what the list of them shows. */
export const packedReviewSchema = z.tuple([z.enum(accessReviewKinds), localDateSchema]);

/** A child's access as stored: place and person are in its key, its version is `v`. */
export const storedFamilyAccessSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('F'),
  v: z.int().min(1),
  schema: z.int(),
  dp: z.string().optional(),
  ds: z.string().optional(),
  duty: packedReviewSchema.optional(),
  events: familyAccessSchema.shape.events,
});
export const familyAccessShape: ItemShape<z.output<typeof storedFamilyAccessSchema>> = {
  name: 'family access',
  schema: 1,
  upcasts: {},
  stored: storedFamilyAccessSchema,
};

const dueEntrySchema = z.object({ pk: z.string(), ds: z.string(), duty: packedReviewSchema });
const dueEntryShape: ItemShape<z.output<typeof dueEntrySchema>> = {
  name: 'entry of a review of family access',
  schema: 1,
  upcasts: {},
  stored: dueEntrySchema,
};

/** Who in a family may see whose record, in the records table: one item a child, apart from what clinicians read. */
export function familyAccessesInTable(records: TableAccess): FamilyAccesses {
  return {
    async get(place, personId) {
      const item = await records.get(familyAccessKey(place, personId));
      return item === undefined ? undefined : familyAccessOf(item);
    },

    async save(access, review) {
      const condition = access.version === 1 ? 'absent' : { version: access.version - 1 };
      if (!(await records.put(familyAccessItem(access, review), condition)))
        throw stale('changed-since', 'Who may see this record has been changed since you read it');
    },

    async due(place, asAt, ceiling) {
      const { items } = await records.page({
        index: RECORD_INDEXES.due,
        partition: familyReviewList(place),
        // The day it may be done from comes first in the key; `~` is behind every id.
        between: { from: '0', to: `${asAt}~` },
        limit: ceiling,
      });
      return items.map(dueReviewOf).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
    },
  };
}

function familyAccessItem(access: FamilyAccess, review: AccessReview | null) {
  const { place, personId, version, events } = access;
  return {
    ...familyAccessKey(place, personId),
    v: version,
    schema: familyAccessShape.schema,
    ...(review === null
      ? {}
      : { dp: familyReviewList(place), ds: `${review.from}#${personId}`, duty: [review.kind, review.dueOn] }),
    events,
  };
}

/** Reads a child's access. @throws UnreadableItem */
export function familyAccessOf(item: RawItem): FamilyAccess {
  const { pk, v, events } = readItem(familyAccessShape, item);
  return { ...familyAccessKeyOf(pk), version: v, events };
}

/** Index entries carry no schema version: the projection is part of the item's. */
function dueReviewOf(entry: RawItem): DueReview {
  const { pk, ds, duty } = readItem(dueEntryShape, { ...entry, schema: dueEntryShape.schema });
  const [kind, dueOn] = duty;
  return { personId: familyAccessKeyOf(pk).personId, kind, from: localDateSchema.parse(ds.slice(0, 10)), dueOn };
}
