import type { Item } from './attribute-value.ts';
import type { ActionStore, BatchOperation, Callback, Level } from './dynalite.ts';
import { indexPrefix, itemPrefix, wholeEntryKey } from './entry-keys.ts';
import type { ItemLocks } from './item-locks.ts';
import type { TableDescription } from './table-definition.ts';

/** One change to an index, kept apart from the item's own so that an index can be made to lag on purpose. */
export interface IndexChange {
  readonly index: string;
  readonly operation: BatchOperation;
}

/** Everything one write changes: it is committed whole or not at all. */
export interface StagedWrite {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly item: BatchOperation;
  readonly entries: readonly IndexChange[];
}

/** What a write saw and did, filled in while dynalite's action runs. */
export interface WriteTrace {
  before: Item | undefined;
  committed: StagedWrite | undefined;
}

/**
 * The store as one write of dynalite's sees it. dynalite deletes and puts index entries one after another and the item
 * last, so a process killed in between would leave an item that some list does not show. Here the entries are only
 * collected, and the item's own put or delete commits all of it as one atomic LevelDB batch.
 *
 * @param fail called if dynalite throws in the middle of the write, so that the request is answered and the item freed
 */
export function writeView(
  level: Level,
  table: TableDescription,
  maxItemSize: number,
  locks: ItemLocks,
  commit: (write: StagedWrite) => Promise<void>,
  fail: (error: unknown) => void,
): { readonly store: ActionStore; readonly trace: WriteTrace } {
  const prefix = itemPrefix(table.TableName);
  const trace: WriteTrace = { before: undefined, committed: undefined };
  const staged: { index: string; type: 'put' | 'del'; key: string; value?: unknown }[] = [];
  let free = () => {};

  const guarded = (step: () => void) => {
    try {
      step();
    } catch (error) {
      free();
      fail(error);
    }
  };

  const finish = (key: string, after: Item | undefined, done: Callback) => {
    const item: BatchOperation =
      after === undefined ? { type: 'del', key: prefix + key } : { type: 'put', key: prefix + key, value: after };
    const entries = staged.map(({ index, type, key: entryKey, value }) => {
      const whole = indexPrefix(table.TableName, index) + wholeEntryKey(entryKey, key);
      const operation: BatchOperation = type === 'put' ? { type, key: whole, value } : { type, key: whole };
      return { index, operation };
    });
    const write: StagedWrite = { before: trace.before, after, item, entries };
    commit(write).then(
      () => {
        trace.committed = write;
        guarded(() => done(null));
      },
      (error: unknown) => guarded(() => done(error)),
    );
  };

  const itemDb = {
    lock: (key: string, enter: (release: (done: (...a: unknown[]) => void) => (...a: unknown[]) => void) => void) =>
      locks.acquire(prefix + key, (release) => {
        free = release;
        guarded(() =>
          enter((done) => (...answer) => {
            release();
            done(...answer);
          }),
        );
      }),
    get: (key: string, done: Callback<Item>) => {
      // Read at once: the hop to LevelDB's threads and back takes several times as long as the reading.
      guarded(() => {
        trace.before = level.getSync(prefix + key) as Item | undefined;
        done(null, trace.before);
      });
    },
    put: (key: string, item: Item, done: Callback) => finish(key, item, done),
    del: (key: string, done: Callback) => finish(key, undefined, done),
  };

  const indexDb = (index: string) => ({
    put: (key: string, value: Item, done: Callback) => {
      staged.push({ index, type: 'put', key, value });
      done(null);
    },
    del: (key: string, done: Callback) => {
      staged.push({ index, type: 'del', key });
      done(null);
    },
  });

  const store: ActionStore = {
    options: { maxItemSize },
    getTable: (_name, checkStatus, done) =>
      guarded(() => (done ?? (checkStatus as Callback<TableDescription>))(null, table)),
    getItemDb: () => itemDb,
    getIndexDb: (_type, _table, index) => indexDb(index),
  };
  return { store, trace };
}
