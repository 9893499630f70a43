import middy from '@middy/core';
import type { Context, SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type Instant, instantOf } from '../../domain/calendar/instant.ts';
import { isDomainError } from '../../domain/error.ts';
import type { Log } from '../middleware/log.ts';

/** What a queue hands over. */
export interface QueuedMessage {
  readonly body: string;
  /** When it came into the queue, however often it has been tried since. */
  readonly sentAt: Instant;
}

export type QueueHandler = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * The handler of a function that takes from a queue. Each is for itself: one that fails is reported by its
 * id and comes again, until the queue sets it aside, and none of the others waits for it.
 */
export function queueBundle(take: (message: QueuedMessage) => Promise<void>, log: Log): QueueHandler {
  const handler = middy<SQSEvent, SQSBatchResponse>().handler(async (event, context) => {
    const failed = await Promise.all(event.Records.map((record) => takeOne(record, take, log, context.awsRequestId)));
    const batchItemFailures = failed.filter((one) => one !== undefined);
    const facts = { requestId: context.awsRequestId, count: event.Records.length, failed: batchItemFailures.length };
    log.info('taken', facts);
    return { batchItemFailures };
  });
  return handler as unknown as QueueHandler;
}

async function takeOne(
  { messageId, body, attributes }: SQSRecord,
  take: (message: QueuedMessage) => Promise<void>,
  log: Log,
  requestId: string,
): Promise<SQSBatchItemFailure | undefined> {
  try {
    await take({ body, sentAt: instantOf(Number(attributes.SentTimestamp)) });
    return undefined;
  } catch (caught) {
    const code = isDomainError(caught) ? caught.code : 'unexpected';
    log.error('not taken', { requestId, sequence: messageId, code }, caught);
    return { itemIdentifier: messageId };
  }
}
