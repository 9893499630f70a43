import { createHash } from 'node:crypto';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, openStore, type Store } from '../../../../infra/local/store/store.ts';
import { clientOf, INDICATORS, NOON, put, RECORDS, referral } from './records-store.ts';

let store: Store;
let client: DynamoDBDocumentClient;

beforeAll(async () => {
  store = await openStore({ tables: [RECORDS, INDICATORS], principals: [ADMINISTRATOR], clock: () => NOON });
  client = clientOf(store.endpoint);
});
afterAll(async () => {
  client.destroy();
  await store.close();
});

/** Every test works in a queue and on people of its own, so none depends on another. */
let queue = '';
let count = 0;
beforeEach(() => {
  count += 1;
  queue = `liverpool#Q${count}`;
});

const inQueue = (id: string, order: string) => referral(`${queue}-${id}`, order, { lp: queue });
const query = (more: Partial<QueryCommandInput> = {}) =>
  client.send(
    new QueryCommand({
      TableName: 'records',
      IndexName: 'list',
      KeyConditionExpression: '#p = :p',
      ExpressionAttributeNames: { '#p': 'lp' },
      ExpressionAttributeValues: { ':p': queue },
      ...more,
    }),
  );

const byText = (a: string, b: string) => a.localeCompare(b);

describe('writing', () => {
  it('stores an item once when it must not exist', async () => {
    const item = inQueue('a', '1');
    const once = { ConditionExpression: 'attribute_not_exists(pk)' };
    await put(client, item, once);
    await expect(put(client, { ...item, v: 9 }, once)).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      $metadata: { httpStatusCode: 400 },
    });
    const read = await client.send(new GetCommand({ TableName: 'records', Key: { pk: item.pk, sk: item.sk } }));
    expect(read.Item).toEqual(item);
  });

  it('replaces an item only in the version that was read, and shows the other one when asked', async () => {
    const item = inQueue('a', '1');
    await put(client, item);
    const when = (v: number) => ({
      ConditionExpression: 'v = :v',
      ExpressionAttributeValues: { ':v': v },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    });
    await put(client, { ...item, v: 2 }, when(1));
    const refusal = await put(client, { ...item, v: 2, row: 'lost' }, when(1)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'ConditionalCheckFailedException', Item: { v: { N: '2' } } });
  });

  it('lets exactly one of many writers through', async () => {
    const item = inQueue('a', '1');
    await put(client, item);
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, (_, writer) =>
        put(
          client,
          { ...item, v: 2, writer },
          { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': 1 } },
        ),
      ),
    );
    expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1);
  });

  it('answers a put with the item it replaced only when asked', async () => {
    const item = inQueue('a', '1');
    await put(client, item);
    expect((await put(client, { ...item, v: 2 })).Attributes).toBeUndefined();
    expect((await put(client, { ...item, v: 3 }, { ReturnValues: 'ALL_OLD' })).Attributes).toEqual({ ...item, v: 2 });
  });

  it('changes single attributes, and the index with them', async () => {
    const item = inQueue('a', '1');
    await put(client, item);
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: 'records',
        Key: { pk: item.pk, sk: item.sk },
        UpdateExpression: 'SET ls = :ls ADD v :one REMOVE ws',
        ExpressionAttributeValues: { ':ls': '7', ':one': 1 },
        ReturnValues: 'ALL_NEW',
      }),
    );
    const { ws: _, ...rest } = item;
    expect(Attributes).toEqual({ ...rest, v: 2, ls: '7' });
    expect((await query()).Items).toMatchObject([{ ls: '7' }]);
  });

  it('takes a deleted item out of its table and its indexes', async () => {
    const item = inQueue('a', '1');
    await put(client, item);
    const key = { pk: item.pk, sk: item.sk };
    const { Attributes } = await client.send(
      new DeleteCommand({ TableName: 'records', Key: key, ReturnValues: 'ALL_OLD' }),
    );
    expect(Attributes).toEqual(item);
    expect((await client.send(new GetCommand({ TableName: 'records', Key: key }))).Item).toBeUndefined();
    expect((await query()).Items).toEqual([]);
  });
});

describe('reading', () => {
  it('pages through an index in its order, each row once, forwards and backwards', async () => {
    const ids = Array.from({ length: 23 }, (_, number) => String(number).padStart(2, '0'));
    await Promise.all(ids.map((id) => put(client, inQueue(id, `2#${id}`))));
    for (const forward of [true, false]) {
      const seen: string[] = [];
      let from: Record<string, unknown> | undefined;
      let pages = 0;
      do {
        const page = await query({ Limit: 5, ScanIndexForward: forward, ...(from ? { ExclusiveStartKey: from } : {}) });
        seen.push(...(page.Items ?? []).map((item) => String(item['ls']).slice(2)));
        from = page.LastEvaluatedKey;
        pages += 1;
      } while (from !== undefined);
      expect(seen).toEqual(forward ? ids : ids.toReversed());
      expect(pages).toBe(5);
    }
  });

  it('answers an index with what it projects and nothing else', async () => {
    const item = inQueue('a', '1');
    await put(client, item);
    const { pk, sk, lp, ls, row } = item;
    expect((await query()).Items).toEqual([{ pk, sk, lp, ls, row }]);
  });

  it('leaves an item out of an index whose key it lacks', async () => {
    const { lp: _, ...unlisted } = inQueue('a', '1');
    await put(client, unlisted);
    await put(client, inQueue('b', '2'));
    expect((await query()).Items).toMatchObject([{ ls: '2' }]);
  });

  it('counts without answering items', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => put(client, inQueue(id, id))));
    const answer = await query({ Select: 'COUNT' });
    expect(answer).toMatchObject({ Count: 3, ScannedCount: 3 });
    expect(answer.Items).toBeUndefined();
  });

  it('narrows by the sort key in every way the service uses', async () => {
    await Promise.all(['1#a', '1#b', '2#a', '3'].map((order) => put(client, inQueue(order, order))));
    const where = async (condition: string, values: Record<string, string>) => {
      const { Items = [] } = await query({
        KeyConditionExpression: `#p = :p AND ${condition}`,
        ExpressionAttributeValues: { ':p': queue, ...values },
      });
      return Items.map((item) => String(item['ls']));
    };
    expect(await where('begins_with(ls, :x)', { ':x': '1#' })).toEqual(['1#a', '1#b']);
    expect(await where('ls <= :x', { ':x': '2#a' })).toEqual(['1#a', '1#b', '2#a']);
    expect(await where('ls < :x', { ':x': '2#a' })).toEqual(['1#a', '1#b']);
    expect(await where('ls > :x', { ':x': '1#b' })).toEqual(['2#a', '3']);
    expect(await where('ls BETWEEN :x AND :y', { ':x': '1#b', ':y': '2#a' })).toEqual(['1#b', '2#a']);
  });

  it('orders by the bytes of UTF-8, as DynamoDB does', async () => {
    const orders = ['Z', 'a', 'é', '中', '😀'];
    await Promise.all(orders.map((order) => put(client, inQueue(order, order))));
    expect((await query()).Items?.map((item) => String(item['ls']))).toEqual(orders);
  });

  it('filters after the limit, and says how much it looked at', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => put(client, inQueue(id, id))));
    const answer = await query({
      Limit: 2,
      FilterExpression: '#row.#name = :n',
      ExpressionAttributeNames: { '#p': 'lp', '#row': 'row', '#name': 'name' },
      ExpressionAttributeValues: { ':p': queue, ':n': `Child ${queue}-c` },
    });
    expect(answer).toMatchObject({ Count: 0, ScannedCount: 2 });
    expect(answer.LastEvaluatedKey).toBeDefined();
  });

  it('cuts a page at one megabyte', async () => {
    const row = 'x'.repeat(40_000);
    await Promise.all(
      Array.from({ length: 30 }, (_, number) => put(client, { ...inQueue(`${number}`, `${number}`), row })),
    );
    const first = await query();
    expect(first.LastEvaluatedKey).toBeDefined();
    expect(first.Count).toBeLessThan(30);
    const second = await query({ ExclusiveStartKey: first.LastEvaluatedKey });
    expect((first.Count ?? 0) + (second.Count ?? 0)).toBe(30);
  });

  it('fetches many items by key, leaving out those that do not exist', async () => {
    const items = ['a', 'b'].map((id) => inQueue(id, id));
    await Promise.all(items.map((item) => put(client, item)));
    const Keys = [...items.map(({ pk, sk }) => ({ pk, sk })), { pk: `${queue} nobody`, sk: 'P' }];
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { records: { Keys, ConsistentRead: true } } }),
    );
    const found = (Responses?.['records'] ?? []).toSorted((a, b) => String(a['pk']).localeCompare(String(b['pk'])));
    expect(found).toEqual(items);
    expect(UnprocessedKeys).toEqual({});
  });

  it('keeps every type of attribute, empty ones included', async () => {
    const item = {
      ...inQueue('a', '1'),
      text: '',
      number: -12.5,
      large: 12345678901234,
      yes: true,
      nothing: null,
      list: [1, 'two', { three: 3 }, []],
      set: new Set(['x', 'y']),
      bytes: new Uint8Array([0, 255, 7]),
      name: "Zoë O'Brien-Ọláyínká 王",
    };
    await put(client, item);
    const read = await client.send(new GetCommand({ TableName: 'records', Key: { pk: item.pk, sk: item.sk } }));
    expect(read.Item).toEqual(item);
  });
});

describe('refusing', () => {
  it('refuses what is not valid, in DynamoDB wording', async () => {
    await expect(put(client, { pk: 'x' })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'One or more parameter values were invalid: Missing the key sk in the item',
    });
    await expect(put(client, { pk: '', sk: 'P' })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put(client, { pk: 'x', sk: 'P', lp: 1 })).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(put(client, { pk: 'x', sk: 'P', big: 'x'.repeat(410_000) })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Item size has exceeded the maximum allowed size',
    });
    await expect(query({ KeyConditionExpression: '#p > :p' })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Query key condition not supported',
    });
    await expect(query({ ConsistentRead: true })).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'Consistent reads are not supported on global secondary indexes',
    });
    await expect(query({ IndexName: 'nowhere' })).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('knows no other table', async () => {
    await expect(
      client.send(new GetCommand({ TableName: 'elsewhere', Key: { pk: 'x', sk: 'P' } })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException', message: 'Requested resource not found' });
  });

  it('serves no transactions: the design does without', async () => {
    const Item = { pk: 'x', sk: 'P' };
    await expect(
      client.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: 'records', Item } }] })),
    ).rejects.toMatchObject({ name: 'UnknownOperationException' });
  });

  it('asks who is calling before it reads the request', async () => {
    const response = await fetch(store.endpoint, { method: 'POST', body: '{' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: expect.stringContaining('MissingAuthenticationToken') });
  });
});

describe('two entries with one index key', () => {
  it('keeps both, even when the hashes that tell them apart agree', async () => {
    // dynalite tells entries with one index key apart by 24 bits of this hash of the item's key.
    const hashOf = (pk: string) =>
      createHash('md5').update('Outliers').update(pk).update('R#1').digest('hex').slice(0, 6);
    const seen = new Map<string, string>();
    let pair: readonly [string, string] | undefined;
    for (let number = 0; pair === undefined; number += 1) {
      const pk = `liverpool#P#${number}`;
      const other = seen.get(hashOf(pk));
      if (other !== undefined) pair = [other, pk];
      seen.set(hashOf(pk), pk);
    }
    for (const pk of pair) await put(client, { ...inQueue('x', 'same'), pk });
    expect((await query()).Items?.map((item) => String(item['pk'])).toSorted(byText)).toEqual(
      [...pair].toSorted(byText),
    );

    for (const ScanIndexForward of [true, false]) {
      const first = await query({ Limit: 1, ScanIndexForward });
      const second = await query({ Limit: 1, ScanIndexForward, ExclusiveStartKey: first.LastEvaluatedKey });
      const rest = await query({ Limit: 1, ScanIndexForward, ExclusiveStartKey: second.LastEvaluatedKey });
      const paged = [first, second, rest].flatMap((page) => (page.Items ?? []).map((item) => String(item['pk'])));
      expect(paged.toSorted(byText)).toEqual([...pair].toSorted(byText));
    }

    await client.send(new DeleteCommand({ TableName: 'records', Key: { pk: pair[0], sk: 'R#1' } }));
    expect((await query()).Items?.map((item) => String(item['pk']))).toEqual([pair[1]]);
  });
});
