import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { withoutGrant } from '../../../infra/local/without-grant.ts';
import { notes, putThing, startSmallApp } from './small-app/running.ts';

let cloud: LocalCloud;
let client: EventBridgeClient;
let bus: string;
beforeAll(async () => {
  cloud = await startSmallApp({ today: '2026-03-09' });
  ({ client, bus } = await asFollower(cloud));
});
afterAll(() => cloud.close());

/** A client of the bus with the credentials and the address that the function `Follow` has. */
async function asFollower(of: LocalCloud) {
  const answer = of.functions().find(({ name }) => name.includes('Answer'))?.name ?? '';
  const environment = (await of.invoke(answer, { queryStringParameters: { wish: 'environment' } })) as { body: string };
  const { AWS_ENDPOINT_URL_EVENTBRIDGE: endpoint } = JSON.parse(environment.body);
  const follow = of.description.functions.find(({ name }) => name.includes('Follow'));
  const role = of.description.roles.find(({ arn }) => arn === follow?.roleArn);
  const credentials = of.credentialsOf(role?.name ?? '');
  return {
    client: new EventBridgeClient({ endpoint, region: 'eu-west-2', credentials }),
    bus: follow?.environment['BUS'] ?? '',
  };
}

const entry = (detail: object, more = {}) => ({
  Source: 'small',
  DetailType: 'changed',
  Detail: JSON.stringify(detail),
  EventBusName: bus,
  ...more,
});

describe('the bus', () => {
  it('hands an event to the function and the queue of the rules that match it, and to no other', async () => {
    const { Entries } = await client.send(
      new PutEventsCommand({ Entries: [entry({ word: 'note this' }), entry({ word: 'other' })] }),
    );
    await cloud.settled();
    expect(Entries?.every(({ EventId }) => EventId)).toBe(true);
    const noted = await notes(cloud);
    expect(noted).toEqual([
      expect.objectContaining({
        id: Entries?.[0]?.EventId,
        source: 'small',
        'detail-type': 'changed',
        detail: { word: 'note this' },
        time: expect.stringMatching(/^2026-03-09T\d\d:\d\d:\d\dZ$/),
      }),
    ]);
    const copies = cloud
      .queue('Copies')
      .map(({ body }) => (JSON.parse(body) as { detail: { word: string } }).detail.word);
    expect(copies).toEqual(['note this', 'other']);
  });

  it('takes each entry for itself: one that is malformed does not keep the others back', async () => {
    const before = cloud.events().length;
    const answer = await client.send(
      new PutEventsCommand({ Entries: [{ ...entry({}), Detail: 'not json' }, entry({ word: 'fine' })] }),
    );
    expect(answer.FailedEntryCount).toBe(1);
    expect(answer.Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual(['MalformedDetail', undefined]);
    expect(cloud.events().length).toBe(before + 1);
  });

  it('refuses more than ten entries, and more than 256 KB', async () => {
    const many = Array.from({ length: 11 }, () => entry({}));
    await expect(client.send(new PutEventsCommand({ Entries: many }))).rejects.toThrow(/<=10/);
    const large = entry({ text: 'x'.repeat(257 * 1024) });
    await expect(client.send(new PutEventsCommand({ Entries: [large] }))).rejects.toThrow(/over the limit/);
  });

  it('refuses a bus that the role has no grant for, and publishes nothing of that call', async () => {
    const before = cloud.events().length;
    const Entries = [entry({}), entry({}, { EventBusName: 'default' })];
    await expect(client.send(new PutEventsCommand({ Entries }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    expect(cloud.events().length).toBe(before);
    expect(cloud.denials()).toContainEqual(
      expect.objectContaining({ action: 'events:PutEvents', resource: expect.stringMatching(/event-bus\/default$/) }),
    );
  });

  it('refuses a signature that does not fit', async () => {
    const { endpoint, region } = client.config;
    const credentials = { ...(await client.config.credentials()), secretAccessKey: 'guessed' };
    const thief = new EventBridgeClient({ endpoint: (await endpoint?.()) ?? '', region: await region(), credentials });
    await expect(thief.send(new PutEventsCommand({ Entries: [entry({})] }))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
  });
});

it('a grant that is taken away fails here as on AWS: the change is not published, and the refusal is kept', async () => {
  const follow = cloud.description.functions.find(({ name }) => name.includes('Follow'))?.name ?? '';
  const poorer = await startSmallApp({ alter: withoutGrant(follow, 'events:PutEvents') });
  try {
    await putThing(poorer, 'k', 'word');
    await poorer.settled();
    expect(poorer.events()).toEqual([]);
    expect(poorer.denials()).toContainEqual(
      expect.objectContaining({ action: 'events:PutEvents', because: 'no-grant' }),
    );
    expect(poorer.queue('Failures')).toHaveLength(1);
  } finally {
    await poorer.close();
  }
});

it('a rule reaches no function that has not given EventBridge permission', async () => {
  const closed = await startSmallApp({ alter: (description) => ({ ...description, mayInvoke: () => false }) });
  try {
    await putThing(closed, 'k', 'note this');
    await closed.settled();
    expect(await notes(closed)).toEqual([]);
    expect(closed.denials()).toContainEqual(
      expect.objectContaining({ role: 'events.amazonaws.com', action: 'lambda:InvokeFunction' }),
    );
  } finally {
    await closed.close();
  }
});
