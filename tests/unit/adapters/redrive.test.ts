import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { saidOf } from '../../../cli/redrive/said.ts';
import { deadLettersInSqs } from '../../../shared/adapters/sqs/dead-letters.ts';
import { redriveQueuesInSqs } from '../../../shared/adapters/sqs/redrive-queues.ts';
import { redrive } from '../../../shared/application/redrive/redrive.ts';

const HOST = 'https://sqs.eu-west-2.amazonaws.com/000000000000';
const LETTERS = `${HOST}/service-AlertEventsDeadLetters1`;
const SOURCE = `${HOST}/service-AlertEventsQueue2`;
const OTHER = `${HOST}/service-WatchDeadlinesDeadLetters3`;

const sqs = mockClient(SQSClient);
const client = new SQSClient({ region: 'eu-west-2', credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } });
afterEach(() => sqs.reset());

/** A queue that holds these, in the order things were done to it. */
function queued(bodies: readonly string[]) {
  const left = [...bodies];
  const done: string[] = [];
  sqs.on(ListQueuesCommand).resolves({ QueueUrls: [LETTERS, SOURCE, OTHER] });
  sqs
    .on(GetQueueAttributesCommand)
    .callsFake(() => ({ Attributes: { ApproximateNumberOfMessages: String(left.length) } }));
  sqs.on(ListDeadLetterSourceQueuesCommand, { QueueUrl: LETTERS }).resolves({ queueUrls: [SOURCE] });
  sqs.on(ListDeadLetterSourceQueuesCommand, { QueueUrl: OTHER }).resolves({ queueUrls: [] });
  sqs
    .on(ReceiveMessageCommand)
    .callsFake(() => ({ Messages: left.slice(0, 10).map((Body) => ({ Body, ReceiptHandle: `r-${Body}` })) }));
  sqs.on(SendMessageCommand).callsFake(({ QueueUrl, MessageBody }) => done.push(`sent ${MessageBody} to ${QueueUrl}`));
  sqs.on(DeleteMessageCommand).callsFake(({ ReceiptHandle }) => {
    left.splice(left.indexOf(String(ReceiptHandle).slice(2)), 1);
    done.push(`removed ${ReceiptHandle}`);
  });
  return { left, done };
}

const run = (name: string, dryRun = false) => redrive(redriveQueuesInSqs(client), name, { dryRun });

describe('what was set aside', () => {
  it('goes back to the queue it came from, each sent before it is removed', async () => {
    const { left, done } = queued(['a', 'b']);
    expect(await run('AlertEventsDead')).toEqual({ kind: 'redriven', queue: LETTERS, source: SOURCE, moved: 2 });
    expect(done).toEqual([`sent a to ${SOURCE}`, 'removed r-a', `sent b to ${SOURCE}`, 'removed r-b']);
    expect(left).toEqual([]);
    expect(await run('AlertEventsDead')).toMatchObject({ moved: 0 });
  });

  it('is not lost when the command is cut short between sending and removing', async () => {
    const { left, done } = queued(['a', 'b']);
    sqs.on(DeleteMessageCommand).rejectsOnce(new Error('cut short'));
    await expect(run('AlertEventsDead')).rejects.toThrow('cut short');
    expect(left).toEqual(['a', 'b']);
    expect(done).toEqual([`sent a to ${SOURCE}`]);
  });

  it('is only counted in a dry run', async () => {
    const { done } = queued(['a']);
    const looked = await run('AlertEventsDead', true);
    expect(looked).toEqual({ kind: 'looked', queue: LETTERS, source: SOURCE, waiting: 1 });
    expect(saidOf(looked, '').text).toBe(
      '1 message in service-AlertEventsDeadLetters1 would go back to service-AlertEventsQueue2.',
    );
    expect(done).toEqual([]);
  });

  it('stays where it came from no queue, and is said to', async () => {
    const { done } = queued(['a']);
    const answer = await run('WatchDeadlinesDead');
    expect(answer).toEqual({ kind: 'no-source', queue: OTHER, waiting: 1 });
    expect(saidOf(answer, '').isDone).toBe(false);
    expect(done).toEqual([]);
  });

  it('is not guessed at: no such queue, or more than one', async () => {
    queued([]);
    expect(await run('Nothing')).toEqual({ kind: 'not-found' });
    expect(saidOf(await run('DeadLetters'), 'DeadLetters').text).toContain('say more of the name');
  });
});

describe('how much was set aside', () => {
  it('is told for each queue; one that cannot be asked hides none of the others', async () => {
    sqs
      .on(GetQueueAttributesCommand, { QueueUrl: LETTERS })
      .resolves({ Attributes: { ApproximateNumberOfMessages: '7' } });
    sqs.on(GetQueueAttributesCommand, { QueueUrl: OTHER }).rejects(new Error('no'));
    expect(await deadLettersInSqs(`One=${LETTERS},Two=${OTHER}`, client).counts()).toEqual([
      { queue: 'One', waiting: 7 },
      { queue: 'Two', waiting: null },
    ]);
    expect(await deadLettersInSqs('', client).counts()).toEqual([]);
  });
});
