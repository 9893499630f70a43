import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, openStore, type Store } from '../../../../infra/local/store/store.ts';
import { clientOf, NOON, put, RECORDS, referral } from './records-store.ts';

let now = NOON;
let store: Store;
let client: DynamoDBDocumentClient;
beforeEach(async () => {
  now = NOON;
  store = await openStore({ tables: [RECORDS], principals: [ADMINISTRATOR], clock: () => now });
  client = clientOf(store.endpoint);
});
afterEach(async () => {
  client.destroy();
  await store.close();
});

async function list(IndexName = 'list'): Promise<unknown[]> {
  const partition = IndexName === 'list' ? 'lp' : 'dp';
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: 'records',
      IndexName,
      KeyConditionExpression: `${partition} = :p`,
      ExpressionAttributeValues: { ':p': 'liverpool#SALT' },
    }),
  );
  return Items.map((item) => `${String(item['pk']).at(-1)}${item['ls'] ?? ''}`);
}

describe('an index that lags on purpose', () => {
  it('answers from before the last writes, while the table and other indexes are up to date', async () => {
    await put(client, referral('a', '1'));
    await store.stale('list', { writes: 2 });
    await put(client, referral('b', '2'));
    await put(client, referral('c', '3'));
    expect(await list()).toEqual(['a1']);
    expect(await list('due')).toEqual(['a', 'b', 'c']);
    const { Item } = await client.send(
      new GetCommand({ TableName: 'records', Key: { pk: 'liverpool#P#c', sk: 'R#1' }, ConsistentRead: true }),
    );
    expect(Item).toBeDefined();
    await put(client, referral('d', '4'));
    expect(await list()).toEqual(['a1', 'b2']);
  });

  it('still shows a row in its old place after it moved', async () => {
    await put(client, referral('a', '1'));
    await store.stale('list', { writes: 1 });
    await put(client, referral('a', '9', { v: 2 }));
    expect(await list()).toEqual(['a1']);
    await store.stale('list', false);
    expect(await list()).toEqual(['a9']);
  });

  it('lags by time, on the clock of the local cloud', async () => {
    await store.stale('list', { milliseconds: 500 });
    await put(client, referral('a', '1'));
    expect(await list()).toEqual([]);
    now += 499;
    expect(await list()).toEqual([]);
    now += 1;
    expect(await list()).toEqual(['a1']);
  });

  it('is refused for an index that does not exist', async () => {
    await expect(store.stale('nowhere', { writes: 1 })).rejects.toThrow('no table has an index nowhere');
  });
});
