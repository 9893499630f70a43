import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, openStore, type TableDefinition } from '../../../../infra/local/store/store.ts';
import { clientOf, NOON, put, RECORDS, referral } from './records-store.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'catalogue-'));
});
afterEach(() => rm(directory, { recursive: true }));

/** Opens the folder with a table as the template has it by now, and closes it again. */
async function withTable<T>(table: TableDefinition, work: (client: DynamoDBDocumentClient) => Promise<T>): Promise<T> {
  const store = await openStore({ directory, tables: [table], principals: [ADMINISTRATOR], clock: () => NOON });
  const client = clientOf(store.endpoint);
  try {
    return await work(client);
  } finally {
    client.destroy();
    await store.close();
  }
}

const query = (IndexName: string, partition: string) => (client: DynamoDBDocumentClient) =>
  client.send(
    new QueryCommand({
      TableName: 'records',
      IndexName,
      KeyConditionExpression: '#p = :p',
      ExpressionAttributeNames: { '#p': partition },
      ExpressionAttributeValues: { ':p': 'liverpool#SALT' },
    }),
  );

const [list, due, watch] = RECORDS.indexes;
const without = { ...RECORDS, indexes: RECORDS.indexes.filter((index) => index !== due) };

describe('a data folder whose template has moved on', () => {
  it('keeps what was stored', async () => {
    await withTable(RECORDS, (client) => put(client, referral('a', '1')));
    const { Items } = await withTable(RECORDS, query('list', 'lp'));
    expect(Items).toMatchObject([{ pk: 'liverpool#P#a' }]);
  });

  it('fills an index that is new', async () => {
    await withTable(without, async (client) => {
      for (let id = 0; id < 600; id += 1) await put(client, referral(`${id}`, `${id}`));
    });
    const { Items = [] } = await withTable(RECORDS, query('due', 'dp'));
    expect(Items).toHaveLength(600);
    expect(Items[0]).toMatchObject({ duty: { family: 'CHS' } });
  });

  it('holds nothing stale of an index that was away', async () => {
    await withTable(RECORDS, (client) => put(client, referral('a', '1')));
    await withTable(without, (client) => put(client, { ...referral('a', '1'), ds: '2026-12-24' }));
    const { Items } = await withTable(RECORDS, query('due', 'dp'));
    expect(Items).toMatchObject([{ ds: '2026-12-24' }]);
  });

  it('projects anew when the projection changed', async () => {
    await withTable(RECORDS, (client) => put(client, referral('a', '1')));
    if (list === undefined || due === undefined || watch === undefined) throw new Error('the table lost an index');
    const wider: TableDefinition = {
      ...RECORDS,
      indexes: [{ ...list, projection: { ProjectionType: 'ALL' } }, due, watch],
    };
    const { Items } = await withTable(wider, query('list', 'lp'));
    expect(Items).toEqual([referral('a', '1')]);
  });

  it('is refused when the key of a table is another', async () => {
    await withTable(RECORDS, (client) => put(client, referral('a', '1')));
    const other = { ...RECORDS, keySchema: RECORDS.keySchema.slice(0, 1) };
    await expect(withTable(other, async () => {})).rejects.toThrow(
      'the data folder holds table records with another key: start with an empty folder',
    );
    const { Items } = await withTable(RECORDS, query('list', 'lp'));
    expect(Items).toHaveLength(1);
  });
});
