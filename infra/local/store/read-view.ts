import { Readable } from 'node:stream';
import type { Item } from './attribute-value.ts';
import { type ActionStore, type Callback, db, type Level, type Range } from './dynalite.ts';
import { indexPrefix, itemPrefix, under, wholeEntryKey } from './entry-keys.ts';
import type { TableDescription } from './table-definition.ts';

/** Entries fetched from LevelDB in one go: one at a time costs a promise and a thread hop for each row. */
const FETCH = 256;

/** A stream of a range's values, fetched in batches. */
function valuesOf(level: Level, range: Range, seen: (item: Item) => void): Readable {
  const iterator = level.values(range);
  let fetching = false;
  return new Readable({
    objectMode: true,
    highWaterMark: FETCH,
    read() {
      if (fetching) return;
      fetching = true;
      iterator.nextv(FETCH).then(
        (values) => {
          fetching = false;
          if (values.length === 0) this.push(null);
          for (const value of values) {
            seen(value as Item);
            this.push(value);
          }
        },
        (error: unknown) => this.destroy(asError(error)),
      );
    },
    destroy(error, done) {
      iterator.close().then(
        () => done(error),
        (closing: unknown) => done(error ?? asError(closing)),
      );
    },
  });
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/** Moves the bounds of a range of dynalite's under the prefix that its keys have in the one LevelDB. */
function within(prefix: string, range: Range): Range {
  const whole = under(prefix);
  const { gt, gte, lt, lte, ...rest } = range;
  const from = gte !== undefined ? { gte: prefix + gte } : gt !== undefined ? { gt: prefix + gt } : { gte: whole.gte };
  const to = lte !== undefined ? { lte: prefix + lte } : lt !== undefined ? { lt: prefix + lt } : { lt: whole.lt };
  return { ...rest, ...from, ...to };
}

/**
 * The store as one read of dynalite's sees it. It keeps what was looked at, in order, because the price of a read is
 * that of everything looked at and not of what a filter left over.
 *
 * @param startKey the request's ExclusiveStartKey, if any
 */
export function readView(
  level: Level,
  tables: ReadonlyMap<string, TableDescription>,
  missing: (name: string) => Error,
  maxItemSize: number,
  startKey: Item | undefined,
  fail: (error: unknown) => void,
): { readonly store: ActionStore; readonly seen: Map<string, (Item | undefined)[]> } {
  const seen = new Map<string, (Item | undefined)[]>();
  const guarded = (step: () => void) => {
    try {
      step();
    } catch (error) {
      fail(error);
    }
  };
  const noteIn = (table: string) => {
    const items = seen.get(table) ?? [];
    seen.set(table, items);
    return (item: Item | undefined) => {
      items.push(item);
    };
  };

  /** A page of an index starts after a whole entry key, which dynalite does not know (see `wholeEntryKey`). */
  const startingAfter = (range: Range, table: TableDescription, index: string): Range => {
    const keySchema = table.GlobalSecondaryIndexes?.find((candidate) => candidate.IndexName === index)?.KeySchema;
    if (startKey === undefined || keySchema === undefined) return range;
    const start = db.createIndexKey(startKey, table, keySchema);
    const whole = wholeEntryKey(start, db.createKey(startKey, table));
    if (range.gt === start) return { ...range, gt: whole };
    if (range.lt === start) return { ...range, lt: whole };
    return range;
  };

  const store: ActionStore = {
    options: { maxItemSize },
    getTable: (name, checkStatus, done) => {
      const table = tables.get(name);
      const answer = done ?? (checkStatus as Callback<TableDescription>);
      guarded(() => (table === undefined ? answer(missing(name)) : answer(null, table)));
    },
    getItemDb: (table) => {
      const prefix = itemPrefix(table);
      const note = noteIn(table);
      return {
        get: (key: string, done: Callback<Item>) => {
          guarded(() => {
            const item = level.getSync(prefix + key) as Item | undefined;
            note(item);
            done(null, item);
          });
        },
        createValueStream: (range: Range) => valuesOf(level, within(prefix, range), note),
      };
    },
    getIndexDb: (_type, table, index) => ({
      createValueStream: (range: Range) => {
        const description = tables.get(table);
        const after = description === undefined ? range : startingAfter(range, description, index);
        return valuesOf(level, within(indexPrefix(table, index), after), noteIn(table));
      },
    }),
  };
  return { store, seen };
}
