import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Queues } from '../queues/queues.ts';
import { type ServiceOperation, serviceFailure } from './service-call.ts';

const inputSchema = z.object({
  QueueUrl: z.string().min(1),
  MessageBody: z.string().min(1),
  MessageAttributes: z.record(z.string(), z.looseObject({ StringValue: z.string().optional() })).default({}),
});

const attributesSchema = z.object({ QueueUrl: z.string().min(1), AttributeNames: z.array(z.string()).default([]) });

/** `GetQueueAttributes`: how many wait. */
export function getQueueAttributes(queues: Queues): ServiceOperation {
  return ({ input, authorise }) => {
    const { QueueUrl } = attributesSchema.parse(input);
    const queue = queues.find(QueueUrl);
    authorise('sqs:GetQueueAttributes', queue?.arn ?? QueueUrl);
    if (!queue) throw serviceFailure('QueueDoesNotExist', 'The specified queue does not exist.');
    return {
      Attributes: { ApproximateNumberOfMessages: String(queues.waiting(queue.arn).length), QueueArn: queue.arn },
    };
  };
}

/** `SendMessage`. */
export function sendMessage(queues: Queues): ServiceOperation {
  return ({ input, authorise }) => {
    const { QueueUrl, MessageBody, MessageAttributes } = inputSchema.parse(input);
    const queue = queues.find(QueueUrl);
    authorise('sqs:SendMessage', queue?.arn ?? QueueUrl);
    if (!queue) throw serviceFailure('QueueDoesNotExist', 'The specified queue does not exist.');
    const attributes: Record<string, string> = {};
    for (const [name, { StringValue = '' }] of Object.entries(MessageAttributes)) attributes[name] = StringValue;
    const { id } = queues.send(queue.arn, MessageBody, attributes);
    return { MessageId: id, MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex') };
  };
}
