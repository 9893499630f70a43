/**
 * The parts of dynalite 4 that the local store calls. dynalite ships no types; these say what its source does
 * (`db/index.js`, `actions/*.js`, `validations/*.js`), no more.
 */
declare module 'dynalite/db/index.js' {
  import type { Item } from './attribute-value.ts';
  import type { TableDescription } from './table-definition.ts';

  /** One change of a LevelDB batch. A batch is atomic: after a crash all of it is there, or none. */
  export type BatchOperation =
    | { readonly type: 'put'; readonly key: string; readonly value: unknown }
    | { readonly type: 'del'; readonly key: string };

  export interface Range {
    readonly gt?: string;
    readonly gte?: string;
    readonly lt?: string;
    readonly lte?: string;
    readonly reverse?: boolean;
    readonly limit?: number;
  }

  export interface LevelIterator<T> extends AsyncIterable<T> {
    nextv(size: number): Promise<T[]>;
    close(): Promise<void>;
  }

  /** The LevelDB (or the in-memory twin) that holds every table, index and log, keys apart by prefix. */
  export interface Level {
    open(): Promise<void>;
    close(): Promise<void>;
    get(key: string): Promise<unknown>;
    put(key: string, value: unknown): Promise<void>;
    batch(operations: readonly BatchOperation[]): Promise<void>;
    clear(range: Range): Promise<void>;
    iterator(range: Range): LevelIterator<[string, unknown]>;
    values(range: Range): LevelIterator<unknown>;
  }

  export type Callback<T> = (error: Error | null, value?: T) => void;

  /** What dynalite's actions ask of a store: the surface that the local store answers itself. */
  export interface ActionStore {
    readonly options: { readonly maxItemSize: number };
    getTable(name: string, checkStatus: boolean | Callback<TableDescription>, done?: Callback<TableDescription>): void;
    getItemDb(table: string): unknown;
    getIndexDb(type: string, table: string, index: string): unknown;
  }

  interface Db {
    create(options: { path?: string }): { readonly db: Level; readonly options: { readonly maxItemSize: number } };
    createKey(item: Item, table: TableDescription): string;
    createIndexKey(item: Item, table: TableDescription, keySchema: TableDescription['KeySchema']): string;
    getIndexActions(
      indexes: TableDescription['GlobalSecondaryIndexes'],
      before: Item | undefined,
      after: Item | undefined,
      table: TableDescription,
    ): {
      readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Item }[];
      readonly deletes: readonly { readonly index: string; readonly key: string }[];
    };
  }
  const db: Db;
  export default db;
}

declare module 'dynalite/validations/index.js' {
  interface Validations {
    checkTypes(data: unknown, types: unknown): Record<string, unknown>;
    checkValidations(data: unknown, types: unknown, custom: unknown, store: unknown): void;
  }
  const validations: Validations;
  export default validations;
}

declare module 'dynalite/validations/*.js' {
  const validation: { readonly types: unknown; readonly custom?: unknown };
  export default validation;
}

declare module 'dynalite/actions/*.js' {
  import type { ActionStore, Callback } from 'dynalite/db/index.js';

  const action: (store: ActionStore, data: Record<string, unknown>, done: Callback<Record<string, unknown>>) => void;
  export default action;
}
