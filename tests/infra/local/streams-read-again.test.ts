/** A change that a function gave up is read again from where its letter says that it stands, with the function's own credentials. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import {
  ChangesForgotten,
  type ChangesInStream,
  changesInStream,
} from '../../../shared/adapters/dynamodb/changes-in-stream.ts';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { putThing, startSmallApp } from './small-app/running.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startSmallApp();
});
afterAll(() => cloud?.close());

/** The stream as a function reads it, whose name has this in it. */
async function asSeenBy(name: string): Promise<ChangesInStream> {
  const answer = cloud.functions().find((each) => each.name.includes('Answer'))?.name ?? '';
  const answered = (await cloud.invoke(answer, { queryStringParameters: { wish: 'environment' } })) as { body: string };
  const { AWS_ENDPOINT_URL_DYNAMODB_STREAMS: endpoint } = JSON.parse(answered.body);
  const reader = cloud.description.functions.find((each) => each.name.includes(name));
  const role = cloud.description.roles.find(({ arn }) => arn === reader?.roleArn);
  const client = new DynamoDBClient({ region: 'eu-west-2', credentials: cloud.credentialsOf(role?.name ?? '') });
  return changesInStream(client, endpoint);
}

describe('a change that was given up', () => {
  it('is read again while the stream has it, by the function that follows it and by no other', async () => {
    await putThing(cloud, 'good', 'fine');
    await putThing(cloud, 'bad', 'poison');
    await putThing(cloud, 'after', 'fine');
    await cloud.settled();
    const span = JSON.parse(cloud.queue('Failures')[0]?.body ?? '').DDBStreamBatchInfo;
    const found = await (await asSeenBy('Follow')).between(span);
    expect(found.map(({ dynamodb }) => dynamodb?.NewImage?.['word']?.S)).toEqual(['poison']);
    await expect((await asSeenBy('Answer')).between(span)).rejects.toThrow('400');
    const long = { ...span, startSequenceNumber: '1', endSequenceNumber: '2' };
    await expect((await asSeenBy('Follow')).between(long)).rejects.toThrow(ChangesForgotten);
    cloud.setToday(addDays(localDate(cloud.today()), 2));
    await expect((await asSeenBy('Follow')).between(span)).rejects.toThrow(ChangesForgotten);
  });
});
