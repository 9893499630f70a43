import { expect, it } from 'vitest';
import { openDataFolder } from '../../../../infra/local/store/data-folder.ts';
import type { BatchOperation, Level } from '../../../../infra/local/store/dynalite.ts';
import { GroupCommit } from '../../../../infra/local/store/group-commit.ts';

const put = (key: string): BatchOperation => ({ type: 'put', key, value: key });

it('writes together what arrives during a batch, and a failed batch takes nothing later with it', async () => {
  const folder = await openDataFolder(undefined);
  const batches: string[][] = [];
  const watched: Pick<Level, 'batch'> = {
    batch: async (operations) => {
      batches.push(operations.map((operation) => operation.key));
      if (operations.some((operation) => operation.key === 'bad')) throw new Error('the disk is full');
      await folder.level.batch(operations);
    },
  };
  const commits = new GroupCommit(watched);
  const first = commits.write([put('a'), put('b')]);
  const second = Promise.allSettled([commits.write([put('c')]), commits.write([put('bad'), put('d')])]);
  await first;
  expect((await second).map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
  await commits.write([put('e')]);
  expect(batches).toEqual([['a', 'b'], ['c', 'bad', 'd'], ['e']]);
  const stored = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => folder.level.get(key)));
  expect(stored).toEqual(['a', 'b', undefined, undefined, 'e']);
  await folder.close();
});
