import type { Item } from './attribute-value.ts';
import type { BatchOperation, Level } from './dynalite.ts';
import { entriesOf, indexPrefix, itemPrefix, under } from './entry-keys.ts';
import type { TableDescription } from './table-definition.ts';

const CATALOGUE = 'catalogue~';

/** Index entries written in one batch while an index is built. */
const BATCH = 500;

type Stored = Pick<TableDescription, 'KeySchema' | 'AttributeDefinitions' | 'GlobalSecondaryIndexes'>;

/**
 * Makes the stored tables fit the template: notes a new table, builds indexes that are new or were changed, drops those
 * that are gone. The note is written last, so an interruption only means that the next start does it again.
 *
 * Throws if the keys of a table changed: its items cannot be found under other keys.
 */
export async function reconcile(level: Level, table: TableDescription): Promise<void> {
  const key = CATALOGUE + table.TableName;
  const wanted: Stored = shapeOf(table);
  const stored = (await level.get(key)) as Stored | undefined;
  if (JSON.stringify(stored) === JSON.stringify(wanted)) return;
  if (stored !== undefined) {
    if (keyShape(stored) !== keyShape(wanted)) {
      throw new Error(`the data folder holds table ${table.TableName} with another key: start with an empty folder`);
    }
    const before = new Map((stored.GlobalSecondaryIndexes ?? []).map((index) => [index.IndexName, index]));
    for (const name of before.keys()) await level.clear(under(indexPrefix(table.TableName, name)));
    await buildEntries(level, table);
  }
  await level.put(key, wanted);
}

/** Writes every index entry of every item of a table. */
async function buildEntries(level: Level, table: TableDescription): Promise<void> {
  const items = level.values(under(itemPrefix(table.TableName)));
  let batch: BatchOperation[] = [];
  for await (const item of items) {
    for (const { key, value } of entriesOf(item as Item, table)) batch.push({ type: 'put', key, value });
    if (batch.length >= BATCH) {
      await level.batch(batch);
      batch = [];
    }
  }
  if (batch.length > 0) await level.batch(batch);
}

function shapeOf({ KeySchema, AttributeDefinitions, GlobalSecondaryIndexes }: TableDescription): Stored {
  return JSON.parse(JSON.stringify({ KeySchema, AttributeDefinitions, GlobalSecondaryIndexes })) as Stored;
}

function keyShape({ KeySchema, AttributeDefinitions }: Stored): string {
  return KeySchema.map(({ AttributeName, KeyType }) => {
    const type = AttributeDefinitions.find((definition) => definition.AttributeName === AttributeName)?.AttributeType;
    return `${KeyType} ${AttributeName} ${type}`;
  }).join(', ');
}
