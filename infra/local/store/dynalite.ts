import dynaliteDb from 'dynalite/db/index.js';
import dynaliteValidations from 'dynalite/validations/index.js';
import type { Item } from './attribute-value.ts';
import type { TableDescription } from './table-definition.ts';

/** One change of a LevelDB batch. A batch is atomic: after a crash all of it is there, or none. */
export type BatchOperation =
  | { readonly type: 'put'; readonly key: string; readonly value: unknown }
  | { readonly type: 'del'; readonly key: string };

/** A range of LevelDB keys. */
export interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** Reads a range, as it was when the iterator was made. */
export interface LevelIterator<T> extends AsyncIterable<T> {
  nextv(size: number): Promise<T[]>;
  close(): Promise<void>;
}

/** The LevelDB (or the in-memory twin) that holds every table, index and log, their keys apart by prefix. */
export interface Level {
  open(): Promise<void>;
  close(): Promise<void>;
  get(key: string): Promise<unknown>;
  getSync(key: string): unknown;
  put(key: string, value: unknown): Promise<void>;
  batch(operations: readonly BatchOperation[]): Promise<void>;
  clear(range: Range): Promise<void>;
  iterator(range: Range): LevelIterator<[string, unknown]>;
  values(range: Range): LevelIterator<unknown>;
}

/** How dynalite's callbacks are called. */
export type Callback<T = undefined> = (error: unknown, value?: T) => void;

/** What dynalite's actions ask of a store: the surface that the local store answers itself. */
export interface ActionStore {
  readonly options: { readonly maxItemSize: number };
  getTable(name: string, checkStatus: boolean | Callback<TableDescription>, done?: Callback<TableDescription>): void;
  getItemDb(table: string): unknown;
  getIndexDb(type: string, table: string, index: string): unknown;
}

/** One of dynalite's operations. */
export type Action = (
  store: ActionStore,
  data: Record<string, unknown>,
  done: Callback<Record<string, unknown>>,
) => void;

/** How dynalite checks the input of one operation. */
export interface Rules {
  readonly types: unknown;
  readonly custom?: unknown;
}

/** The parts of dynalite 4's `db/index.js` that the local store calls. */
interface Db {
  create(options: { path?: string }): { readonly db: Level };
  /** The key of an item in its table. */
  createKey(item: Item, table: TableDescription): string;
  createIndexKey(item: Item, table: TableDescription, keySchema: TableDescription['KeySchema']): string;
  getIndexActions(
    indexes: TableDescription['GlobalSecondaryIndexes'],
    before: Item | undefined,
    after: Item | undefined,
    table: TableDescription,
  ): { readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Item }[] };
}

/** The parts of `validations/index.js`: both throw what the caller is to be answered. */
interface Validations {
  checkTypes(data: unknown, types: unknown): Record<string, unknown>;
  checkValidations(data: unknown, types: unknown, custom: unknown, store: unknown): void;
}

export const db = dynaliteDb as Db;
export const validations = dynaliteValidations as Validations;
