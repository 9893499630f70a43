import * as z from 'zod';
import type { AuditTrail, WrittenEntry } from '../../application/ports/audit.ts';
import type { Hash } from '../../application/ports/hash.ts';
import { nextEntry, type View, type ViewEntry, viewEntrySchema } from '../../domain/audit/view.ts';
import { unavailable } from '../../domain/error.ts';
import {
  listViews,
  padded,
  personViews,
  viewChain,
  viewKey,
  writerCollection,
  writtenCollection,
  writtenKey,
} from './keys.ts';
import { type ItemShape, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

const itemParts = { pk: z.string(), sk: z.string(), schema: z.int() };

export const storedViewSchema = z.strictObject({ ...itemParts, entry: viewEntrySchema });
const viewShape: ItemShape<z.output<typeof storedViewSchema>> = shape('view', storedViewSchema);

/** Leads from a person, or from a queue's list, to an entry of somebody's chain. */
export const storedPointerSchema = z.strictObject({ ...itemParts, actor: z.string(), seq: z.int().min(1) });
const pointerShape: ItemShape<z.output<typeof storedPointerSchema>> = shape('pointer to a view', storedPointerSchema);

export const storedWrittenSchema = z.strictObject({
  ...itemParts,
  entry: z.strictObject({
    place: z.string(),
    personId: z.string(),
    aggregateId: z.string(),
    seq: z.int().min(0),
    eventId: z.string(),
    kind: z.string(),
    recordedAt: z.string(),
    actor: z.string(),
    role: z.string(),
    previousHash: z.string(),
    hash: z.string(),
  }),
});
const writtenShape: ItemShape<z.output<typeof storedWrittenSchema>> = shape('written event', storedWrittenSchema);

/** Rounds of claiming the next number of a chain when others of the same person's requests claim it first. */
const ROUNDS = 40;

/** Views of up to this many people get a pointer each; a list's view gets one, of the list, and names its people itself. */
const POINTERS = 20;

/** The audit table: views in chains, and copies of what was written. Every put is of something new. */
export function auditInTable(table: TableAccess, hash: Hash): AuditTrail {
  async function last(place: string, actor: string): Promise<ViewEntry | undefined> {
    const { items } = await table.page({ partition: viewChain(place, actor), backwards: true, limit: 1 });
    return items[0] === undefined ? undefined : readItem(viewShape, items[0]).entry;
  }

  async function claim(view: View): Promise<ViewEntry> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await last(view.place, view.actor);
      // A put whose answer was lost is tried again by the client and then finds itself in the way.
      if (round > 0 && before !== undefined && before.requestId === view.requestId && sameView(before, view))
        return before;
      const entry = nextEntry(view, before, hash);
      const key = viewKey(view.place, view.actor, entry.seq);
      if (await table.put({ ...key, schema: viewShape.schema, entry }, 'absent')) return entry;
    }
    throw unavailable('audit-busy', 'The record of who looked cannot be written just now');
  }

  async function point(entry: ViewEntry): Promise<void> {
    const { place, actor, at, seq } = entry;
    const sk = `${at}#${actor}#${padded(seq, 10)}`;
    const collections =
      entry.queue === null
        ? entry.subjects.map((personId) => personViews(place, personId))
        : [listViews(place, entry.queue)];
    const puts = collections.map((pk) => table.put({ pk, sk, schema: pointerShape.schema, actor, seq }, 'absent'));
    await Promise.all(puts);
  }

  async function* led(place: string, partition: string): AsyncGenerator<ViewEntry> {
    for await (const page of table.pages({ partition })) {
      for (const item of page) {
        const { actor, seq } = readItem(pointerShape, item);
        const entry = await table.get(viewKey(place, actor, seq));
        if (entry !== undefined) yield readItem(viewShape, entry).entry;
      }
    }
  }

  async function* written(partition: string): AsyncGenerator<WrittenEntry> {
    for await (const page of table.pages({ partition }))
      for (const item of page) yield readItem(writtenShape, item).entry;
  }

  return {
    async viewed(view) {
      if (view.queue === null && view.subjects.length > POINTERS) {
        throw new RangeError(`A view of more than ${POINTERS} people is the view of a list`);
      }
      const entry = await claim(view);
      await point(entry);
      return entry;
    },

    async written(entry) {
      const { place, personId, aggregateId, seq, actor, recordedAt } = entry;
      const key = writtenKey(place, personId, aggregateId, seq);
      const item = { schema: writtenShape.schema, entry };
      const byWriter = { pk: writerCollection(place, actor), sk: `${recordedAt}#${aggregateId}#${padded(seq, 4)}` };
      const [copied] = await Promise.all([
        table.put({ ...key, ...item }, 'absent'),
        table.put({ ...byWriter, ...item }, 'absent'),
      ]);
      if (copied) return;
      const kept = await table.get(key);
      const same = kept !== undefined && readItem(writtenShape, kept).entry.hash === entry.hash;
      if (!same) throw new AlteredHistory(aggregateId, seq);
    },

    async *viewsBy(place, actor) {
      for await (const page of table.pages({ partition: viewChain(place, actor) })) {
        for (const item of page) yield readItem(viewShape, item).entry;
      }
    },

    async *viewsOf(place, personId, queues) {
      yield* led(place, personViews(place, personId));
      for (const queue of queues) {
        for await (const entry of led(place, listViews(place, queue))) {
          if (entry.subjects.includes(personId)) yield entry;
        }
      }
    },

    writtenAbout: (place, personId) => written(writtenCollection(place, personId)),
    writtenBy: (place, actor) => written(writerCollection(place, actor)),
  };
}

/** An event that had been copied to the audit now has another hash: the history was altered outside the service. */
export class AlteredHistory extends Error {
  constructor(aggregateId: string, seq: number) {
    super(`Event ${seq} of ${aggregateId} is not the one that was committed`);
    this.name = 'AlteredHistory';
  }
}

function sameView(a: View, b: View): boolean {
  return a.action === b.action && a.at === b.at && a.subjects.join() === b.subjects.join();
}

function shape<T>(name: string, stored: z.ZodType<T>): ItemShape<T> {
  return { name, schema: 1, upcasts: {}, stored };
}
