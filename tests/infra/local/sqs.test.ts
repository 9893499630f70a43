/** The door of SQS, asked by the SDK's own client: what an operator's commands see of the queues. */
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { startSmallApp } from './small-app/running.ts';

let cloud: LocalCloud;
let operator: SQSClient;
const urlOf = (name: string) => cloud.description.queues.find((queue) => queue.name.includes(name))?.url ?? '';
beforeAll(async () => {
  cloud = await startSmallApp();
  operator = clientWith(cloud.administrator.credentials);
});
afterAll(() => cloud?.close());
beforeEach(async () => {
  // By then nothing is in anybody's hands.
  cloud.setToday('2026-03-20');
  for (;;) {
    const [one] = await received({ VisibilityTimeout: 30 });
    if (one === undefined) break;
    await removed(one.ReceiptHandle);
  }
  cloud.setToday('2026-03-09');
});

function clientWith(credentials: LocalCloud['administrator']['credentials']): SQSClient {
  const { services: endpoint, region } = cloud.administrator;
  return new SQSClient({ endpoint, region, credentials, useQueueUrlAsEndpoint: false, maxAttempts: 1 });
}

const sent = (MessageBody: string, queue = 'Copies') =>
  operator.send(new SendMessageCommand({ QueueUrl: urlOf(queue), MessageBody }));

async function received(asked: Partial<ReceiveMessageCommandInput> = {}) {
  const { Messages = [] } = await operator.send(new ReceiveMessageCommand({ QueueUrl: urlOf('Copies'), ...asked }));
  return Messages;
}

const removed = (ReceiptHandle: string | undefined) =>
  operator.send(new DeleteMessageCommand({ QueueUrl: urlOf('Copies'), ReceiptHandle }));

async function counted(queue = 'Copies') {
  const asked = { QueueUrl: urlOf(queue), AttributeNames: ['All' as const] };
  const { Attributes = {} } = await operator.send(new GetQueueAttributesCommand(asked));
  return [Attributes['ApproximateNumberOfMessages'], Attributes['ApproximateNumberOfMessagesNotVisible']];
}

describe('a message that is received', () => {
  it('is hidden until it is removed, and counted apart', async () => {
    for (const body of ['a', 'b', 'c']) await sent(body);
    const two = await received({ MaxNumberOfMessages: 2 });
    expect(two.map(({ Body }) => Body)).toEqual(['a', 'b']);
    expect(await counted()).toEqual(['1', '2']);
    for (const { ReceiptHandle } of two) await removed(ReceiptHandle);
    expect(await counted()).toEqual(['1', '0']);
    expect((await received({ MaxNumberOfMessages: 10 })).map(({ Body }) => Body)).toEqual(['c']);
    expect(await received()).toEqual([]);
  });

  it('comes again when its time is over by the local clock, and only its last receipt removes it', async () => {
    await sent('slow');
    const [first] = await received({ VisibilityTimeout: 3_600, MessageSystemAttributeNames: ['All'] });
    expect(first?.Attributes).toMatchObject({ ApproximateReceiveCount: '1' });
    expect(await received()).toEqual([]);
    cloud.setToday('2026-03-10');
    const [again] = await received({ MessageSystemAttributeNames: ['ApproximateReceiveCount'] });
    expect(again).toMatchObject({
      Body: 'slow',
      MessageId: first?.MessageId,
      Attributes: { ApproximateReceiveCount: '2' },
    });
    await removed(first?.ReceiptHandle);
    expect(await counted()).toEqual(['0', '1']);
    await removed(again?.ReceiptHandle);
    expect(await counted()).toEqual(['0', '0']);
  });

  it('comes at once to somebody who waits for it; who waits in vain waits as long as the local clock says', async () => {
    const waits = received({ WaitTimeSeconds: 20 });
    await sent('here');
    const [here] = await waits;
    expect(here?.Body).toBe('here');
    await removed(here?.ReceiptHandle);
    const inVain = received({ WaitTimeSeconds: 20 });
    setTimeout(() => cloud.setToday('2026-03-10'), 50);
    expect(await inVain).toEqual([]);
  }, 10_000);
});

describe('a queue', () => {
  it('is listed, by the page where asked, and by what sets aside into it', async () => {
    const all = (await operator.send(new ListQueuesCommand({}))).QueueUrls ?? [];
    expect(all.toSorted()).toEqual(cloud.description.queues.map(({ url }) => url).toSorted());
    const first = await operator.send(new ListQueuesCommand({ MaxResults: 2 }));
    const rest = await operator.send(new ListQueuesCommand({ MaxResults: 2, NextToken: first.NextToken }));
    expect([...(first.QueueUrls ?? []), ...(rest.QueueUrls ?? [])]).toEqual(all);
    expect(rest.NextToken).toBeUndefined();
    const from = await operator.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: urlOf('Failures') }));
    expect(from.queueUrls).toEqual([urlOf('Work')]);
  });

  it('tells the attributes that are asked for', async () => {
    const QueueUrl = urlOf('Work');
    const some = await operator.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['RedrivePolicy', 'VisibilityTimeout'] }),
    );
    const { arn } = cloud.description.queues.find(({ url }) => url === urlOf('Failures')) ?? {};
    expect(some.Attributes).toEqual({
      VisibilityTimeout: '30',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arn, maxReceiveCount: 2 }),
    });
    expect((await operator.send(new GetQueueAttributesCommand({ QueueUrl }))).Attributes).toEqual({});
  });

  it('that is not there is an error of its own', async () => {
    const asked = new ReceiveMessageCommand({ QueueUrl: `${urlOf('Work')}-other` });
    await expect(operator.send(asked)).rejects.toBeInstanceOf(QueueDoesNotExist);
  });

  it('is closed to a role that was not let in, and the refusal is kept', async () => {
    const role = cloud.description.roles.find(({ name }) => name.includes('Answer'))?.name ?? '';
    const stranger = clientWith(cloud.credentialsOf(role));
    for (const command of [
      new ReceiveMessageCommand({ QueueUrl: urlOf('Copies') }),
      new DeleteMessageCommand({ QueueUrl: urlOf('Copies'), ReceiptHandle: 'x' }),
      new GetQueueAttributesCommand({ QueueUrl: urlOf('Copies') }),
      new ListDeadLetterSourceQueuesCommand({ QueueUrl: urlOf('Copies') }),
      new ListQueuesCommand({}),
    ])
      await expect(stranger.send(command as ListQueuesCommand)).rejects.toMatchObject({
        name: 'AccessDeniedException',
      });
    expect(cloud.denials().map(({ action }) => action)).toEqual([
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      'sqs:ListDeadLetterSourceQueues',
      'sqs:ListQueues',
    ]);
  });
});
