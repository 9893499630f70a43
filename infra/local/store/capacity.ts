import { type Item, sameItem } from './attribute-value.ts';
import { itemSize } from './item-size.ts';
import type { IndexDefinition, TableDefinition } from './table-definition.ts';

/** Bytes that one read unit covers with a strong read; an eventually consistent one costs half a unit for the same. */
const READ_UNIT_BYTES = 4_096;
const WRITE_UNIT_BYTES = 1_024;

/** The units of one write: the table's own and those of each index whose entry changed. Unchanged indexes are absent. */
export interface WriteUnits {
  readonly table: number;
  readonly indexes: Readonly<Record<string, number>>;
}

/**
 * The write units of one put, update or delete (AWS, "DynamoDB provisioned capacity mode" and "Provisioned throughput
 * considerations for global secondary indexes").
 *
 * The table: the larger of the item before and after, in whole kilobytes, at least one. A refused condition costs the
 * item as it is, and no index. An index: a new or a removed entry costs its size; one whose key moved costs both; one
 * whose projected attributes changed costs the larger; one that is as it was costs nothing.
 *
 * @param operation `write` for a write that took place, `refused` for one whose condition was not met
 */
export function capacity(
  operation: 'write' | 'refused',
  before: Item | undefined,
  after: Item | undefined,
  table: Pick<TableDefinition, 'keySchema' | 'indexes'>,
): WriteUnits {
  if (operation === 'refused') return { table: writeUnits(before), indexes: {} };
  const indexes: Record<string, number> = {};
  for (const index of table.indexes) {
    const units = entryUnits(entryOf(before, index, table.keySchema), entryOf(after, index, table.keySchema), index);
    if (units > 0) indexes[index.name] = units;
  }
  return { table: Math.max(writeUnits(before), writeUnits(after)), indexes };
}

/**
 * The read units of what one request looked at in one table or index. Items read by key are rounded up one by one, what a
 * query or a scan looked at is summed first. Nothing found costs the least there is.
 *
 * @param sizes bytes of each item looked at; 0 for a key without an item
 */
export function readCapacity(sizes: readonly number[], strong: boolean, rounding: 'each' | 'together'): number {
  const units = (bytes: number) => Math.max(1, Math.ceil(bytes / READ_UNIT_BYTES)) * (strong ? 1 : 0.5);
  if (rounding === 'each' && sizes.length > 0) return sizes.reduce((total, size) => total + units(size), 0);
  return units(sizes.reduce((total, size) => total + size, 0));
}

/** The entry that an item has in an index, or nothing if it lacks one of the index's key attributes. */
export function entryOf(
  item: Item | undefined,
  index: IndexDefinition,
  tableKey: TableDefinition['keySchema'],
): Item | undefined {
  if (item === undefined || index.keySchema.some((element) => item[element.AttributeName] === undefined))
    return undefined;
  if (index.projection.ProjectionType === 'ALL') return item;
  const names = [
    ...[...index.keySchema, ...tableKey].map((element) => element.AttributeName),
    ...(index.projection.ProjectionType === 'INCLUDE' ? (index.projection.NonKeyAttributes ?? []) : []),
  ];
  const entry: Record<string, NonNullable<Item[string]>> = {};
  for (const name of names) {
    const value = item[name];
    if (value !== undefined) entry[name] = value;
  }
  return entry;
}

function entryUnits(before: Item | undefined, after: Item | undefined, index: IndexDefinition): number {
  if (before === undefined || after === undefined) {
    const only = before ?? after;
    return only === undefined ? 0 : writeUnits(only);
  }
  if (sameItem(before, after)) return 0;
  const moved = index.keySchema.some(
    ({ AttributeName }) => !sameItem(pick(before, AttributeName), pick(after, AttributeName)),
  );
  return moved ? writeUnits(before) + writeUnits(after) : Math.max(writeUnits(before), writeUnits(after));
}

function pick(item: Item, name: string): Item {
  const value = item[name];
  return value === undefined ? {} : { [name]: value };
}

function writeUnits(item: Item | undefined): number {
  return item === undefined ? 1 : Math.max(1, Math.ceil(itemSize(item) / WRITE_UNIT_BYTES));
}
