import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Queues, ReceivedMessage } from '../queues/queues.ts';
import type { LocalQueue } from '../template/queues.ts';
import { LOCAL_ACCOUNT, LOCAL_REGION } from '../template/surroundings.ts';
import { type ServiceCall, type ServiceOperation, serviceFailure } from './service-call.ts';

/** Milliseconds between two looks of somebody who waits for a message. */
const LOOK_AGAIN = 20;

const queueSchema = z.object({ QueueUrl: z.string().min(1) });

/** The queue that a call is about, once its caller may. @throws EngineError */
function queueOf(queues: Queues, { input, authorise }: ServiceCall, action: string): LocalQueue {
  const { QueueUrl } = queueSchema.parse(input);
  const queue = queues.find(QueueUrl);
  authorise(action, queue?.arn ?? QueueUrl);
  if (!queue) throw serviceFailure('QueueDoesNotExist', 'The specified queue does not exist.');
  return queue;
}

const sendSchema = z.object({
  MessageBody: z.string().min(1),
  MessageAttributes: z.record(z.string(), z.looseObject({ StringValue: z.string().optional() })).default({}),
});

/** `SendMessage`. */
export function sendMessage(queues: Queues): ServiceOperation {
  return (call) => {
    const { MessageBody, MessageAttributes } = sendSchema.parse(call.input);
    const queue = queueOf(queues, call, 'sqs:SendMessage');
    const attributes: Record<string, string> = {};
    for (const [name, { StringValue = '' }] of Object.entries(MessageAttributes)) attributes[name] = StringValue;
    const { id } = queues.send(queue.arn, MessageBody, attributes);
    return { MessageId: id, MD5OfMessageBody: md5(MessageBody) };
  };
}

const receiveSchema = z.object({
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  /** Seconds; the queue's own without it. */
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  /** Seconds. */
  WaitTimeSeconds: z.int().min(0).max(20).default(0),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
});

/** `ReceiveMessage`: hidden from others by the local clock, and waited for by it. */
export function receiveMessage(queues: Queues, now: () => number): ServiceOperation {
  return async (call) => {
    const queue = queueOf(queues, call, 'sqs:ReceiveMessage');
    const asked = receiveSchema.parse(call.input);
    const hidden = (asked.VisibilityTimeout ?? queue.visibility) * 1_000;
    const until = now() + asked.WaitTimeSeconds * 1_000;
    let received = queues.receive(queue, asked.MaxNumberOfMessages, hidden);
    while (received.length === 0 && now() < until) {
      await sleep(LOOK_AGAIN);
      received = queues.receive(queue, asked.MaxNumberOfMessages, hidden);
    }
    return received.length === 0 ? {} : { Messages: received.map((one) => handedOver(one, asked)) };
  };
}

function handedOver(message: ReceivedMessage, { MessageSystemAttributeNames: names }: z.output<typeof receiveSchema>) {
  const system = named(names, {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
  });
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(Object.keys(system).length === 0 ? {} : { Attributes: system }),
  };
}

/** `DeleteMessage`: a receipt that another receiving has outdated removes nothing, as on AWS. */
export function deleteMessage(queues: Queues): ServiceOperation {
  return (call) => {
    const queue = queueOf(queues, call, 'sqs:DeleteMessage');
    queues.remove(queue, z.object({ ReceiptHandle: z.string().min(1) }).parse(call.input).ReceiptHandle);
    return {};
  };
}

/** `GetQueueAttributes`: those that are asked for. */
export function getQueueAttributes(queues: Queues): ServiceOperation {
  return (call) => {
    const queue = queueOf(queues, call, 'sqs:GetQueueAttributes');
    const { arn, visibility, redrive } = queue;
    const { AttributeNames } = z.object({ AttributeNames: z.array(z.string()).default([]) }).parse(call.input);
    const policy = redrive && { deadLetterTargetArn: redrive.arn, maxReceiveCount: redrive.after };
    const attributes = {
      QueueArn: arn,
      ApproximateNumberOfMessages: String(queues.waiting(arn).length),
      ApproximateNumberOfMessagesNotVisible: String(queues.hidden(queue)),
      ApproximateNumberOfMessagesDelayed: '0',
      VisibilityTimeout: String(visibility),
      ...(policy ? { RedrivePolicy: JSON.stringify(policy) } : {}),
    };
    return { Attributes: named(AttributeNames, attributes) };
  };
}

/** `ListQueues`: all at once, or a page at a time. */
export function listQueues(queues: Queues): ServiceOperation {
  return ({ input, authorise }) => {
    authorise('sqs:ListQueues', `arn:aws:sqs:${LOCAL_REGION}:${LOCAL_ACCOUNT}:*`);
    const { QueueNamePrefix } = z.object({ QueueNamePrefix: z.string().default('') }).parse(input);
    const { urls, next } = page(
      queues.all.filter(({ name }) => name.startsWith(QueueNamePrefix)),
      input,
    );
    return { QueueUrls: urls, ...next };
  };
}

/** `ListDeadLetterSourceQueues`: those that set aside into this one. */
export function listDeadLetterSourceQueues(queues: Queues): ServiceOperation {
  return (call) => {
    const { arn } = queueOf(queues, call, 'sqs:ListDeadLetterSourceQueues');
    const { urls, next } = page(
      queues.all.filter(({ redrive }) => redrive?.arn === arn),
      call.input,
    );
    // In small letters on AWS, unlike its sister.
    return { queueUrls: urls, ...next };
  };
}

const pageSchema = z.object({ MaxResults: z.int().min(1).max(1_000).default(1_000), NextToken: z.string().optional() });

function page(found: readonly LocalQueue[], input: unknown) {
  const { MaxResults, NextToken } = pageSchema.parse(input);
  // The token is the address of the last one given.
  const from = NextToken === undefined ? 0 : found.findIndex(({ url }) => url === NextToken) + 1;
  const urls = found.slice(from, from + MaxResults).map(({ url }) => url);
  return { urls, next: from + MaxResults < found.length ? { NextToken: urls.at(-1) } : {} };
}

/** The attributes with these names, or all of them. */
function named(names: readonly string[], attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => names.includes('All') || names.includes(name)),
  );
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
