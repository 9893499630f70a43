import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, type ChangeRecord, openStore, type Store } from '../../../../infra/local/store/store.ts';
import { clientOf, INDICATORS, NOON, put, RECORDS, referral } from './records-store.ts';

const opened: { store: Store; client: DynamoDBDocumentClient }[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const { store, client } of opened.splice(0)) {
    client.destroy();
    await store.close();
  }
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function open(onChange: (record: ChangeRecord) => void | Promise<void>, directory?: string) {
  const store = await openStore({
    tables: [RECORDS, INDICATORS],
    principals: [ADMINISTRATOR],
    clock: () => NOON,
    onChange,
    onChangeRefused: () => {},
    ...(directory === undefined ? {} : { directory }),
  });
  const both = { store, client: clientOf(store.endpoint) };
  opened.push(both);
  return both;
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'change-records-'));
  folders.push(made);
  return made;
}

/** Stops a store as the end of its process would, as far as records are concerned: nothing more is acknowledged. */
async function stop({ store, client }: { store: Store; client: DynamoDBDocumentClient }): Promise<void> {
  opened.splice(0, opened.length, ...opened.filter((other) => other.store !== store));
  client.destroy();
  await store.close();
}

const idOf = (record: ChangeRecord) => String(record.keys['pk']?.S).slice('liverpool#P#'.length);
const versionOf = (image: ChangeRecord['newImage']) => Number(image?.['v']?.N ?? 0);

describe('a change record', () => {
  it('tells an insertion, a change and a removal with both images', async () => {
    const records: ChangeRecord[] = [];
    const { store, client } = await open((record) => {
      records.push(record);
    });
    const item = { pk: 'liverpool#P#a', sk: 'R#1', v: 1, row: { since: '2026-01-05' }, history: ['received', null] };
    await put(client, item);
    await put(client, { ...item, v: 2 });
    await client.send(new DeleteCommand({ TableName: 'records', Key: { pk: item.pk, sk: item.sk } }));
    await store.settled();
    const keys = { pk: { S: 'liverpool#P#a' }, sk: { S: 'R#1' } };
    const image = (version: string) => ({
      ...keys,
      v: { N: version },
      row: { M: { since: { S: '2026-01-05' } } },
      history: { L: [{ S: 'received' }, { NULL: true }] },
    });
    const common = { sequence: expect.stringMatching(/^\d{21}$/) as string, table: 'records', at: NOON, keys };
    expect(records).toEqual([
      { ...common, eventName: 'INSERT', newImage: image('1') },
      { ...common, eventName: 'MODIFY', oldImage: image('1'), newImage: image('2') },
      { ...common, eventName: 'REMOVE', oldImage: image('2') },
    ]);
    const sequences = records.map((record) => BigInt(record.sequence));
    expect(sequences).toEqual(sequences.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('is not made for what changed nothing, was refused, or is in a table without a stream', async () => {
    const records: ChangeRecord[] = [];
    const { store, client } = await open((record) => {
      records.push(record);
    });
    const item = { ...referral('a', '1'), tags: new Set(['x', 'y']) };
    await put(client, item);
    await put(client, { ...item, tags: new Set(['y', 'x']) });
    await put(client, { ...item, v: 2 }, { ConditionExpression: 'attribute_not_exists(pk)' }).catch(() => {});
    await client.send(new DeleteCommand({ TableName: 'records', Key: { pk: 'nobody', sk: 'P' } }));
    await put(client, { pk: 'x', sk: 'P' }, { TableName: 'indicators' });
    await store.settled();
    expect(records.map((record) => record.eventName)).toEqual(['INSERT']);
  });
});

describe('delivery', () => {
  it('keeps the order of each item under many writers, each with the image before', async () => {
    const versions = new Map<string, number[]>();
    const torn: ChangeRecord[] = [];
    const { store, client } = await open(async (record) => {
      const id = idOf(record);
      const version = versionOf(record.newImage);
      await pause(version % 3);
      const before = versionOf(record.oldImage);
      if (before !== (versions.get(id)?.at(-1) ?? 0)) torn.push(record);
      versions.set(id, [...(versions.get(id) ?? []), version]);
    });
    const ids = ['a', 'b', 'c', 'd', 'e'];
    let version = 0;
    await Promise.all(
      Array.from({ length: 100 }, () => {
        version += 1;
        const id = ids[version % ids.length] ?? '';
        return put(client, referral(id, '1', { v: version }));
      }),
    );
    await store.settled();
    expect(torn).toEqual([]);
    expect([...versions.values()].flat()).toHaveLength(100);
  });

  it('does not make the writer wait for the consumer', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const { store, client } = await open(() => promise);
    await put(client, referral('a', '1'));
    let settled = false;
    const settling = store.settled().then(() => {
      settled = true;
    });
    await pause(30);
    expect(settled).toBe(false);
    resolve(undefined);
    await settling;
  });

  it('offers a refused record again, and holds back only what follows it for the same item', async () => {
    const taken: string[] = [];
    let refusals = 3;
    const { store, client } = await open((record) => {
      const name = `${idOf(record)}${versionOf(record.newImage)}`;
      if (name === 'a1' && refusals > 0) {
        refusals -= 1;
        throw new Error('not now');
      }
      taken.push(name);
    });
    await put(client, referral('a', '1', { v: 1 }));
    await put(client, referral('a', '1', { v: 2 }));
    await put(client, referral('b', '1', { v: 1 }));
    await store.settled();
    expect(taken).toEqual(['b1', 'a1', 'a2']);
  });

  it('delivers again after a restart what was not acknowledged, and only that', async () => {
    const directory = await folder();
    const first: string[] = [];
    const before = await open((record) => {
      const order = record.newImage?.['ls']?.S;
      first.push(String(order));
      return order === '2' ? new Promise<void>(() => {}) : undefined;
    }, directory);
    for (const order of ['1', '2', '3']) await put(before.client, referral(order, order));
    while (first.length < 3) await pause(5);
    await pause(20);
    await stop(before);

    const second: ChangeRecord[] = [];
    const after = await open((record) => {
      second.push(record);
    }, directory);
    await after.store.settled();
    expect(second.map((record) => record.newImage?.['ls']?.S)).toEqual(['2']);
    await put(after.client, referral('4', '4'));
    await after.store.settled();
    expect(BigInt(second[1]?.sequence ?? 0)).toBeGreaterThan(BigInt(second[0]?.sequence ?? 0));
    await stop(after);

    const third: ChangeRecord[] = [];
    const last = await open((record) => {
      third.push(record);
    }, directory);
    await last.store.settled();
    expect(third).toEqual([]);
  });

  it('keeps up with a backlog larger than it hands over at one time', async () => {
    const directory = await folder();
    const before = await open(() => new Promise<void>(() => {}), directory);
    const count = 1_500;
    let next = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        while (next < count) {
          next += 1;
          await put(before.client, { pk: `liverpool#P#${next}`, sk: 'P', v: 1 });
        }
      }),
    );
    await stop(before);
    const seen = new Set<string>();
    const after = await open(async (record) => {
      await pause(1);
      seen.add(record.sequence);
    }, directory);
    await after.store.settled();
    expect(seen.size).toBe(count);
  });
});
