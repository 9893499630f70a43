import * as z from 'zod';
import type { ListPosition, Queues } from '../../application/ports/queues.ts';
import type { QueueRow } from '../../domain/queue/queue-row.ts';
import { queueListKey, referralKeyOf } from './keys.ts';
import { packedRowSchema, unpackRow } from './row-codec.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** Where an entry stands: the keys of its index and of its table. */
const positionSchema = z.object({ pk: z.string(), sk: z.string(), lp: z.string(), ls: z.string() });
const positionOf = (entry: RawItem): ListPosition => positionSchema.parse(entry);

/** Queues as the `list` index has them: an entry is all that a row shows, and no referral is read. */
export function queuesInTable(records: TableAccess): Queues {
  return {
    async page(place, queue, limit, edge) {
      // One more than is shown: a page that ends the list is then never followed by an empty one.
      const one = { index: RECORD_INDEXES.list, partition: queueListKey(place, queue, 'waiting'), limit: limit + 1 };
      const backwards = edge !== undefined && 'before' in edge;
      const answer = await records.page({
        ...one,
        backwards,
        ...(edge === undefined ? {} : { after: 'before' in edge ? edge.before : edge.after }),
      });
      const shown = answer.items.slice(0, limit);
      const entries = backwards ? shown.toReversed() : shown;
      const rows = entries.map((entry) => rowOf(queue, entry));
      // On the side that was read towards there is more if one more came; on the other lies the row that the edge was.
      const more = answer.items.length > limit;
      const start = (backwards ? more : edge !== undefined) ? entries[0] : undefined;
      const end = (backwards ? edge !== undefined : more) ? entries.at(-1) : undefined;
      return {
        rows,
        ...(start === undefined ? {} : { start: positionOf(start) }),
        ...(end === undefined ? {} : { end: positionOf(end) }),
      };
    },

    count(place, queue) {
      return records.count({ index: RECORD_INDEXES.list, partition: queueListKey(place, queue, 'waiting') });
    },

    async all(place, queue, list, ceiling) {
      const rows: QueueRow[] = [];
      const question = { index: RECORD_INDEXES.list, partition: queueListKey(place, queue, list) };
      for await (const page of records.pages(question)) {
        rows.push(...page.map((entry) => rowOf(queue, entry)));
        if (rows.length > ceiling) return { rows: rows.slice(0, ceiling), complete: false };
      }
      return { rows, complete: true };
    },

    async *each(place, queue, list) {
      const question = { index: RECORD_INDEXES.list, partition: queueListKey(place, queue, list) };
      for await (const page of records.pages(question)) yield page.map((entry) => rowOf(queue, entry));
    },
  };
}

/** Reads an entry. @throws UnreadableItem */
function rowOf(queue: string, entry: RawItem): QueueRow {
  // Index entries carry no schema version: what they project is part of the item's.
  return readItem(entryShape, { ...entry, queue, schema: entryShape.schema });
}

const entrySchema = z.object({ pk: z.string(), sk: z.string(), queue: z.string(), row: packedRowSchema });
const entryShape: ItemShape<QueueRow> = {
  name: 'entry of a queue',
  schema: 1,
  upcasts: {},
  stored: entrySchema.transform((entry, context) => {
    const key = referralKeyOf(entry);
    if (key !== undefined) {
      const { personId, referralId } = key;
      return unpackRow(entry.row, { personId, referralId, queue: entry.queue });
    }
    context.addIssue({ code: 'custom', message: 'not the key of a referral', path: ['pk'] });
    return z.NEVER;
  }),
};
