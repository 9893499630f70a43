import middy from '@middy/core';
import type {
  Context,
  DynamoDBBatchItemFailure,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';
import { isDomainError } from '../../domain/error.ts';
import type { Log } from '../middleware/log.ts';
import { isPutBack, takeEach } from './put-back.ts';

/** Items whose changes are followed at once. */
const LANES = 8;

export type StreamHandler = (event: DynamoDBStreamEvent | SQSEvent, context: Context) => Promise<DynamoDBBatchResponse>;

/**
 * The handler of a function that follows a table's changes. Changes of one item are taken in their order, those of different
 * items side by side; one that fails is reported by its number, and holds up the later ones of its own item only.
 * @param recover takes what a queue puts back of changes that were given up.
 */
export function streamBundle(
  follow: (record: DynamoDBRecord) => Promise<void>,
  log: Log,
  recover?: (letter: SQSRecord) => Promise<void>,
): StreamHandler {
  const handler = middy<DynamoDBStreamEvent | SQSEvent, DynamoDBBatchResponse>().handler(async (event, context) => {
    if (recover !== undefined && isPutBack(event)) return takeEach(event, recover, log, context.awsRequestId);
    const failures: DynamoDBBatchItemFailure[] = [];
    const lanes = [...byItem((event as DynamoDBStreamEvent).Records).values()];
    const work = async () => {
      for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
        failures.push(...(await followAll(lane, follow, log, context.awsRequestId)));
      }
    };
    await Promise.all(Array.from({ length: LANES }, work));
    const facts = { requestId: context.awsRequestId, count: event.Records.length, failed: failures.length };
    log.info('followed', facts);
    return { batchItemFailures: failures };
  });
  return handler as unknown as StreamHandler;
}

function byItem(records: readonly DynamoDBRecord[]): ReadonlyMap<string, DynamoDBRecord[]> {
  const items = new Map<string, DynamoDBRecord[]>();
  for (const record of records) {
    const key = JSON.stringify(record.dynamodb?.Keys ?? {});
    const lane = items.get(key);
    if (lane === undefined) items.set(key, [record]);
    else lane.push(record);
  }
  return items;
}

/** Follows the changes of one item up to the first that fails; that one and those behind it are tried again. */
async function followAll(
  records: readonly DynamoDBRecord[],
  follow: (record: DynamoDBRecord) => Promise<void>,
  log: Log,
  requestId: string,
): Promise<DynamoDBBatchItemFailure[]> {
  for (const [at, record] of records.entries()) {
    try {
      await follow(record);
    } catch (failed) {
      const sequence = record.dynamodb?.SequenceNumber ?? '';
      const code = isDomainError(failed) ? failed.code : 'unexpected';
      log.error('not followed', { requestId, sequence, code }, failed);
      return records.slice(at).map((left) => ({ itemIdentifier: left.dynamodb?.SequenceNumber ?? '' }));
    }
  }
  return [];
}
