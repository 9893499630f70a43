import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { withoutGrant } from '../../../infra/local/without-grant.ts';
import { putThing, startSmallApp } from './small-app/running.ts';

interface Change {
  readonly eventName: string;
  readonly key: string;
  readonly word: string;
}

const published = (cloud: LocalCloud): Change[] => cloud.events().map(({ event }) => event.detail as Change);
const of = (cloud: LocalCloud, key: string) => published(cloud).filter((change) => change.key === key);
const words = (cloud: LocalCloud, key: string) => of(cloud, key).map(({ word }) => word);

describe('a function that follows a table', () => {
  let cloud: LocalCloud;
  beforeAll(async () => {
    cloud = await startSmallApp();
  });
  afterAll(() => cloud.close());

  it('gets each change once, those of one item in their order', async () => {
    const writes = Array.from({ length: 30 }, (_, n) => ({ key: `k${n % 5}`, word: `w${n}` }));
    for (const { key, word } of writes) await putThing(cloud, key, word);
    await cloud.settled();
    for (const key of ['k0', 'k1', 'k2', 'k3', 'k4']) {
      expect(words(cloud, key)).toEqual(writes.filter((each) => each.key === key).map(({ word }) => word));
    }
    expect(of(cloud, 'k0').map(({ eventName }) => eventName)).toEqual(['INSERT', ...Array(5).fill('MODIFY')]);
  });

  it('is told what is done by its own answer: only what failed comes again, is given up, and blocks nobody', async () => {
    await Promise.all([
      ...Array.from({ length: 9 }, (_, n) => putThing(cloud, `good-${n}`, 'fine')),
      putThing(cloud, 'bad', 'poison'),
    ]);
    await putThing(cloud, 'after', 'fine');
    await cloud.settled();
    for (let n = 0; n < 9; n += 1) expect(words(cloud, `good-${n}`)).toContain('fine');
    expect(words(cloud, 'after')).toContain('fine');
    expect(words(cloud, 'bad')).toEqual([]);
    const [message, ...more] = cloud.queue('Failures');
    expect(more).toEqual([]);
    expect(JSON.parse(message?.body ?? '')).toMatchObject({
      requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
    // Where it stands, not what it holds.
    expect(message?.body).not.toContain('poison');
  });

  it('gets a batch that it threw on in halves, until the one at fault is alone', async () => {
    const before = cloud.queue('Failures').length;
    await Promise.all([
      ...Array.from({ length: 7 }, (_, n) => putThing(cloud, `half-${n}`, 'fine')),
      putThing(cloud, 'thrown', 'throw'),
    ]);
    await cloud.settled();
    for (let n = 0; n < 7; n += 1) expect(words(cloud, `half-${n}`)).toContain('fine');
    const messages = cloud.queue('Failures').slice(before);
    expect(messages).toHaveLength(1);
    expect(JSON.parse(messages[0]?.body ?? '')).toMatchObject({ DDBStreamBatchInfo: { batchSize: 1 } });
  });
});

it('delivers every batch twice on purpose', async () => {
  const cloud = await startSmallApp({ deliverTwice: true });
  try {
    await putThing(cloud, 'k', 'once');
    await cloud.settled();
    expect(words(cloud, 'k')).toEqual(['once', 'once']);
  } finally {
    await cloud.close();
  }
});

it('does not start when the role of a function may not read the stream it follows', async () => {
  const follow = (await startSmallApp().then(async (cloud) => {
    await cloud.close();
    return cloud.functions().find(({ name }) => name.includes('Follow'))?.name;
  })) as string;
  await expect(startSmallApp({ alter: withoutGrant(follow, 'dynamodb:GetRecords') })).rejects.toThrow(
    /role lacks dynamodb:GetRecords/,
  );
});

it('lets a seed write in peace, and delivers afterwards', async () => {
  let during = -1;
  const cloud = await startSmallApp({
    seed: async (running) => {
      for (let n = 0; n < 20; n += 1) await putThing(running, `s${n}`, 'seeded');
      during = running.events().length;
    },
  });
  try {
    await cloud.settled();
    expect(during).toBe(0);
    expect(published(cloud)).toHaveLength(20);
  } finally {
    await cloud.close();
  }
});
