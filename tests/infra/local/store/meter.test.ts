import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, Meter, openStore, type Principal, type Store } from '../../../../infra/local/store/store.ts';
import { clientOf, NOON, put, RECORDS, referral } from './records-store.ts';

let store: Store;
let client: DynamoDBDocumentClient;
let meter: Meter;
beforeEach(async () => {
  meter = new Meter();
  store = await openStore({ tables: [RECORDS], principals: [ADMINISTRATOR], clock: () => NOON, meter });
  client = clientOf(store.endpoint);
});
afterEach(async () => {
  client.destroy();
  await store.close();
});

const queue = (more: Record<string, unknown> = {}) =>
  client.send(
    new QueryCommand({
      TableName: 'records',
      IndexName: 'list',
      KeyConditionExpression: 'lp = :p',
      ExpressionAttributeValues: { ':p': 'liverpool#SALT' },
      ...more,
    }),
  );

describe('the meter', () => {
  it('counts a page of a queue as one request and what it looked at, once rounded', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, id) => put(client, referral(`${id}`, `${100 + id}`))));
    meter.scope('first page');
    await queue({ Limit: 50 });
    const totals = meter.read('first page');
    expect(totals).toMatchObject({ requests: 1, operations: { Query: 1 }, itemsRead: 50, tableWriteUnits: 0 });
    expect(totals.readUnits).toBe(Math.ceil(totals.bytesRead / 4_096) / 2);
    expect(totals.indexReadUnits).toEqual({ 'records/list': totals.readUnits });
  });

  it('counts what a filter threw away', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, id) => put(client, referral(`${id}`, `${id}`))));
    meter.scope('filtered');
    const values = { ':p': 'liverpool#SALT', ':n': 'nobody' };
    await queue({
      FilterExpression: '#r = :n',
      ExpressionAttributeNames: { '#r': 'row' },
      ExpressionAttributeValues: values,
    });
    expect(meter.read('filtered')).toMatchObject({ itemsRead: 10 });
  });

  it('counts writes by what they change in the table and in its indexes', async () => {
    const item = referral('a', '1');
    meter.scope('received');
    await put(client, item);
    expect(meter.read()).toMatchObject({ requests: 1, tableWriteUnits: 1, indexWriteUnits: 3, itemsWritten: 1 });
    meter.scope('moved in the queue');
    await put(client, { ...item, v: 2, ls: '2' });
    expect(meter.read()).toMatchObject({ tableWriteUnits: 1, indexWriteUnits: 2 });
    meter.scope('note added');
    await put(client, { ...item, v: 3, ls: '2', history: [1, 2] });
    expect(meter.read()).toMatchObject({ tableWriteUnits: 1, indexWriteUnits: 0 });
    meter.scope('refused');
    await put(client, item, { ConditionExpression: 'attribute_not_exists(pk)' }).catch(() => {});
    expect(meter.read()).toMatchObject({ requests: 1, tableWriteUnits: 1, indexWriteUnits: 0, itemsWritten: 0 });
  });

  it('counts reads by key one by one, missing ones too', async () => {
    await put(client, referral('a', '1'));
    const key = { pk: 'liverpool#P#a', sk: 'R#1' };
    meter.scope('strong');
    await client.send(new GetCommand({ TableName: 'records', Key: key, ConsistentRead: true }));
    expect(meter.read()).toMatchObject({ readUnits: 1, itemsRead: 1, indexReadUnits: {} });
    meter.scope('batch');
    const Keys = [key, { ...key, sk: 'R#2' }, { ...key, sk: 'R#3' }];
    await client.send(new BatchGetCommand({ RequestItems: { records: { Keys } } }));
    expect(meter.read()).toMatchObject({ requests: 1, readUnits: 1.5, itemsRead: 1 });
  });

  it('keeps the shares of roles apart, and forgets when told', async () => {
    const reader: Principal = { ...ADMINISTRATOR, accessKeyId: 'AKIAREADER', roleName: 'reader' };
    store.addPrincipal(reader);
    const other = clientOf(store.endpoint, reader);
    await put(client, referral('a', '1'));
    await other.send(new GetCommand({ TableName: 'records', Key: { pk: 'x', sk: 'P' } }));
    other.destroy();
    expect(new Set(meter.roles())).toEqual(new Set(['administrator', 'reader']));
    expect(meter.read('all', 'reader')).toMatchObject({ requests: 1, readUnits: 0.5, tableWriteUnits: 0 });
    expect(store.usage().meter).toMatchObject({ requests: 2, readUnits: 0.5, tableWriteUnits: 1 });
    meter.reset('all');
    expect(meter.read('all').requests).toBe(0);
  });
});
