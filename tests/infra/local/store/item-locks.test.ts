import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDataFolder } from '../../../../infra/local/store/data-folder.ts';
import { Engine } from '../../../../infra/local/store/engine.ts';
import { ItemLocks } from '../../../../infra/local/store/item-locks.ts';
import { describe as describeTable } from '../../../../infra/local/store/table-definition.ts';
import { INDICATORS } from './records-store.ts';

describe('the lock of an item', () => {
  it('lets one writer in at a time, in the order they came', async () => {
    const locks = new ItemLocks();
    const entered: string[] = [];
    const releases: (() => void)[] = [];
    for (const name of ['first', 'second', 'third']) {
      locks.acquire('item', (release) => {
        entered.push(name);
        releases.push(release);
      });
    }
    locks.acquire('another item', () => entered.push('elsewhere'));
    expect(entered).toEqual(['first', 'elsewhere']);
    releases[0]?.();
    releases[0]?.();
    await turn();
    expect(entered).toEqual(['first', 'elsewhere', 'second']);
    releases[1]?.();
    await turn();
    releases[2]?.();
    await turn();
    locks.acquire('item', () => entered.push('much later'));
    expect(entered).toEqual(['first', 'elsewhere', 'second', 'third', 'much later']);
  });

  it('holds from the check of a condition until the write is committed', async () => {
    const folder = await openDataFolder(undefined);
    const table = describeTable(INDICATORS, 'arn:aws:dynamodb:eu-west-2:0:table/indicators');
    const engine = new Engine(folder.level, new Map([['indicators', table]]), {
      commit: async (_table, write) => {
        await pause(2);
        await folder.level.batch([write.item]);
      },
      beforeIndexRead: async () => {},
    });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, writer) =>
        engine.execute(
          engine.parse('PutItem', {
            TableName: 'indicators',
            Item: { pk: { S: 'a' }, sk: { S: 'P' }, writer: { N: String(writer) } },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      ),
    );
    expect(outcomes.map((outcome) => outcome.status)).toEqual([200, ...Array.from({ length: 9 }, () => 400)]);
    await folder.close();
  });

  it('is freed by a write that fails', async () => {
    const folder = await openDataFolder(undefined);
    const table = describeTable(INDICATORS, 'arn:aws:dynamodb:eu-west-2:0:table/indicators');
    let failures = 1;
    const engine = new Engine(folder.level, new Map([['indicators', table]]), {
      commit: async (_table, write) => {
        failures -= 1;
        if (failures >= 0) throw new Error('the disk is full');
        await folder.level.batch([write.item]);
      },
      beforeIndexRead: async () => {},
    });
    const put = () =>
      engine.execute(engine.parse('PutItem', { TableName: 'indicators', Item: { pk: { S: 'a' }, sk: { S: 'P' } } }));
    expect(await put()).toMatchObject({ status: 500, body: { message: 'the disk is full' }, effects: [] });
    expect(await put()).toMatchObject({ status: 200 });
    await folder.close();
  });
});
