import type { Item } from './attribute-value.ts';
import { db } from './dynalite.ts';
import type { TableDescription } from './table-definition.ts';

/** Where the items of a table live in the one LevelDB: dynalite's own naming. */
export function itemPrefix(table: string): string {
  return `item-${table}~`;
}

/** Where the entries of an index live. */
export function indexPrefix(table: string, index: string): string {
  return `index-global~${table}~${index}~`;
}

/** The range of every key under a prefix. All keys are ASCII, so one character above it ends the range. */
export function under(prefix: string): { readonly gte: string; readonly lt: string } {
  return { gte: prefix, lt: `${prefix}\u007f` };
}

/**
 * The key of an index entry. dynalite ends it with the first 24 bits of a hash of the item's key, so two items with
 * the same index key whose hashes agree would share one entry and a row would be missing from a list. The whole key of
 * the item is appended to keep them apart.
 *
 * @param entryKey dynalite's key of the entry
 * @param itemKey dynalite's key of the item in its table
 */
export function wholeEntryKey(entryKey: string, itemKey: string): string {
  return `${entryKey}/${itemKey}`;
}

/** Every entry that an item has in the indexes of its table, as LevelDB keys and values. */
export function entriesOf(item: Item, table: TableDescription): { readonly key: string; readonly value: Item }[] {
  const itemKey = db.createKey(item, table);
  return db
    .getIndexActions(table.GlobalSecondaryIndexes, undefined, item, table)
    .puts.map(({ index, key, item: value }) => ({
      key: indexPrefix(table.TableName, index) + wholeEntryKey(key, itemKey),
      value,
    }));
}
