import type { WrittenEntry } from '../../application/ports/audit.ts';
import type { AuditSearch, Span } from '../../application/ports/audit-search.ts';
import type { ViewEntry } from '../../domain/audit/view.ts';
import { epochMillisecondsOf, instantOf } from '../../domain/calendar/instant.ts';
import { listedViewKeys, nameShape, pointerShape, viewShape, viewsAt, writtenShape } from './audit-trail.ts';
import {
  listViews,
  padded,
  personViews,
  viewChain,
  viewerList,
  writerCollection,
  writerKey,
  writerList,
  writtenList,
} from './keys.ts';
import { readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

/** After every key of a list: `#` and whatever follows it sort before. */
const END = '~';
/** How much earlier than the one before it a view may be: requests that cross claim in another order, and clocks are set right. */
const CROSSING_MILLISECONDS = 48 * 60 * 60_000;

/** Finds entries in the audit table, each question by key. */
export function auditSearchInTable(table: TableAccess): AuditSearch {
  async function* names(list: string, after = ''): AsyncGenerator<string> {
    for await (const page of table.pages({ partition: list, between: { from: `${after}!`, to: END } }))
      for (const item of page) yield readItem(nameShape, item).sk;
  }

  async function* listed(place: string, partition: string, span: Span): AsyncGenerator<ViewEntry> {
    for await (const page of table.pages({ partition, between: keysOf(span) }))
      yield* await viewsAt(table, place, page);
  }

  return {
    viewers: (place, after) => names(viewerList(place), after),
    writers: (place) => names(writerList(place)),
    peopleWrittenAbout: (place, after) => names(writtenList(place), after),

    async *viewsFrom(place, actor, seq) {
      const between = { from: padded(seq, 10), to: END };
      for await (const page of table.pages({ partition: viewChain(place, actor), between }))
        for (const item of page) yield readItem(viewShape, item).entry;
    },

    async *viewsByIn(place, actor, { from, until }) {
      const stop = instantOf(epochMillisecondsOf(from) - CROSSING_MILLISECONDS);
      for await (const page of table.pages({ partition: viewChain(place, actor), backwards: true })) {
        for (const item of page) {
          const { entry } = readItem(viewShape, item);
          if (entry.at < stop) return;
          if (entry.at >= from && entry.at < until) yield entry;
        }
      }
    },

    async *viewsOfIn(place, personId, queues, span) {
      yield* listed(place, personViews(place, personId), span);
      for (const queue of queues) {
        for await (const entry of listed(place, listViews(place, queue), span))
          if (entry.subjects.includes(personId)) yield entry;
      }
    },

    async *writtenByIn(place, actor, span) {
      const partition = writerCollection(place, actor);
      for await (const page of table.pages({ partition, between: keysOf(span) }))
        for (const item of page) yield readItem(writtenShape, item).entry;
    },

    async copiesOfWriters(entries) {
      const keys = entries.map(({ place, actor, recordedAt, aggregateId, seq }) =>
        writerKey(place, actor, recordedAt, aggregateId, seq),
      );
      return (await table.many(keys)).map((item): WrittenEntry => readItem(writtenShape, item).entry);
    },

    async unlisted(entries) {
      const found = new Set<string>();
      for (const item of await table.many(entries.flatMap(listedViewKeys))) {
        const { pk, sk, actor, seq } = readItem(pointerShape, item);
        if (sk.endsWith(`#${actor}#${padded(seq, 10)}`)) found.add(`${pk} ${sk}`);
      }
      return entries.filter((entry) => !listedViewKeys(entry).every(({ pk, sk }) => found.has(`${pk} ${sk}`)));
    },

    async neverWrittenAbout(place, personIds) {
      const ids = [...new Set(personIds)];
      const known = await table.many(ids.map((sk) => ({ pk: writtenList(place), sk })));
      const names = new Set(known.map((item) => readItem(nameShape, item).sk));
      return ids.filter((id) => !names.has(id));
    },
  };
}

/** Keys begin with the instant; the end of a span is not part of it, and every key of it is longer than the bare instant. */
function keysOf({ from, until }: Span) {
  return { from, to: until };
}
