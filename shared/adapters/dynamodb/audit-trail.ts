import * as z from 'zod';
import type { AuditTrail, WrittenEntry } from '../../application/ports/audit.ts';
import type { Hash } from '../../application/ports/hash.ts';
import { nextEntry, type View, type ViewEntry, viewEntrySchema } from '../../domain/audit/view.ts';
import { unavailable } from '../../domain/error.ts';
import {
  type Key,
  listedViewKey,
  listViews,
  personViews,
  viewChain,
  viewerList,
  viewKey,
  writerCollection,
  writerKey,
  writerList,
  writtenCollection,
  writtenKey,
  writtenList,
} from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

const itemParts = { pk: z.string(), sk: z.string(), schema: z.int() };

export const storedViewSchema = z.strictObject({ ...itemParts, entry: viewEntrySchema });
export const viewShape: ItemShape<z.output<typeof storedViewSchema>> = shape('view', storedViewSchema);

/** Leads from a person, or from a queue's list, to an entry of somebody's chain. */
export const storedPointerSchema = z.strictObject({ ...itemParts, actor: z.string(), seq: z.int().min(1) });
export const pointerShape: ItemShape<z.output<typeof storedPointerSchema>> = shape(
  'pointer to a view',
  storedPointerSchema,
);

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
export const writtenShape: ItemShape<z.output<typeof storedWrittenSchema>> = shape(
  'written event',
  storedWrittenSchema,
);

/** Says that a chain or a list is there. */
export const storedNameSchema = z.strictObject(itemParts);
export const nameShape: ItemShape<z.output<typeof storedNameSchema>> = shape('name of a chain', storedNameSchema);

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

  /** Puts a chain or a list where whoever walks them all finds it. */
  async function register(list: string, id: string): Promise<void> {
    await table.put({ pk: list, sk: id, schema: nameShape.schema }, 'absent');
  }

  async function claim(view: View): Promise<ViewEntry> {
    const { place, actor } = view;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await last(place, actor);
      if (before === undefined) await register(viewerList(place), actor);
      const entry = nextEntry(view, before, hash);
      const key = viewKey(place, actor, entry.seq);
      if (await table.put({ ...key, schema: viewShape.schema, entry }, 'absent')) return entry;
      // Another request of theirs was first; or this one was: a put whose answer is lost is tried again, and finds itself in the way.
      const { items } = await table.page({ partition: key.pk, between: { from: key.sk, to: key.sk } });
      if (items[0] !== undefined && readItem(viewShape, items[0]).entry.hash === entry.hash) return entry;
    }
    throw unavailable('audit-busy', 'The record of who looked cannot be written just now');
  }

  async function point(entry: ViewEntry): Promise<void> {
    const { actor, seq } = entry;
    const puts = listedViewKeys(entry).map((key) =>
      table.put({ ...key, schema: pointerShape.schema, actor, seq }, 'absent'),
    );
    await Promise.all(puts);
  }

  async function* led(place: string, partition: string): AsyncGenerator<ViewEntry> {
    for await (const page of table.pages({ partition })) yield* await viewsAt(table, place, page);
  }

  async function* written(partition: string): AsyncGenerator<WrittenEntry> {
    for await (const page of table.pages({ partition }))
      for (const item of page) yield readItem(writtenShape, item).entry;
  }

  // Everybody who writes is registered once by each instance of the function: a put that changes nothing is still a put.
  const registered = new Set<string>();
  async function registerWritten({ place, personId, aggregateId, seq, actor }: WrittenEntry): Promise<void> {
    if (seq === 0 && aggregateId === personId) await register(writtenList(place), personId);
    const writer = JSON.stringify([place, actor]);
    if (registered.has(writer)) return;
    await register(writerList(place), actor);
    registered.add(writer);
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

    listed: point,

    async written(entry) {
      const { place, personId, aggregateId, seq, actor, recordedAt } = entry;
      const key = writtenKey(place, personId, aggregateId, seq);
      const item = { schema: writtenShape.schema, entry };
      await registerWritten(entry);
      const byWriter = writerKey(place, actor, recordedAt, aggregateId, seq);
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

/** The lists on which a view can be found: that of each person, or that of the queue whose list it was. */
export function listedViewKeys({ place, at, actor, seq, queue, subjects }: ViewEntry): readonly Key[] {
  const lists = queue === null ? subjects.map((id) => personViews(place, id)) : [listViews(place, queue)];
  return lists.map((list) => listedViewKey(list, at, actor, seq));
}

/** The views that entries of a list lead to, in the order of the list; what is not there is left out, and the verifier's to find. */
export async function viewsAt(
  table: TableAccess,
  place: string,
  pointers: readonly RawItem[],
): Promise<readonly ViewEntry[]> {
  const keys = pointers.map((item) => {
    const { actor, seq } = readItem(pointerShape, item);
    return viewKey(place, actor, seq);
  });
  const found = new Map(
    (await table.many(keys)).map((item) => {
      const { pk, sk, entry } = readItem(viewShape, item);
      return [`${pk} ${sk}`, entry];
    }),
  );
  return keys.flatMap(({ pk, sk }) => {
    const entry = found.get(`${pk} ${sk}`);
    return entry === undefined ? [] : [entry];
  });
}

function shape<T>(name: string, stored: z.ZodType<T>): ItemShape<T> {
  return { name, schema: 1, upcasts: {}, stored };
}
