/** What an operator put back of what a function gave up: a queue hands it to the function that gave it up. */
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { isDomainError } from '../../domain/error.ts';
import type { Log } from '../middleware/log.ts';

const fromQueueSchema = z.looseObject({
  Records: z.array(z.looseObject({ eventSource: z.literal('aws:sqs') })).min(1),
});

/** Whether an event comes from a queue, and not from where the function is usually told. */
export function isPutBack(event: unknown): event is SQSEvent {
  return fromQueueSchema.safeParse(event).success;
}

/** Takes each for itself: one that fails comes again, until the queue sets it aside once more. */
export async function takeEach(
  { Records }: SQSEvent,
  take: (record: SQSRecord) => Promise<void>,
  log: Log,
  requestId: string,
): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of Records) {
    try {
      await take(record);
    } catch (caught) {
      const code = isDomainError(caught) ? caught.code : 'unexpected';
      log.error('not recovered', { requestId, sequence: record.messageId, code }, caught);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  log.info('recovered', { requestId, count: Records.length, failed: batchItemFailures.length });
  return { batchItemFailures };
}
