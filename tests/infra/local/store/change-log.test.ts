import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ChangeLog } from '../../../../infra/local/store/change-log.ts';
import { openDataFolder } from '../../../../infra/local/store/data-folder.ts';
import { NOON } from './records-store.ts';

const change = (pk: string) =>
  ({ table: 'records', eventName: 'INSERT', keys: { pk: { S: pk } }, newImage: { pk: { S: pk } }, at: NOON }) as const;

it('waits for a record whose batch is slower than the one after it, and forgets one whose batch failed', async () => {
  const folder = await openDataFolder(undefined);
  const { level } = folder;
  const told: (string | undefined)[] = [];
  const log = await ChangeLog.open(level, {
    onChange: (record) => {
      told.push(record.keys['pk']?.S);
    },
    onRefusal: () => {},
  });
  const [slow, fast, failed] = [log.append(change('slow')), log.append(change('fast')), log.append(change('failed'))];
  await level.batch([fast.operation]);
  log.written(fast.sequence);
  await pause(20);
  expect(told).toEqual([]);
  await level.batch([slow.operation]);
  log.written(slow.sequence);
  log.written(failed.sequence);
  await log.settled();
  expect(told).toEqual(['slow', 'fast']);

  const left = await level.iterator({ gte: 'stream-log~', lt: 'stream-log~~' }).nextv(10);
  expect(left).toEqual([]);
  await log.close();
  await folder.close();
});
