import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

const bus = new EventBridgeClient({});

/** Publishes each change; an item whose `word` is `poison` always fails, one whose `word` is `throw` fails its whole batch. */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  if (Records.some(({ dynamodb }) => dynamodb?.NewImage?.['word']?.S === 'throw')) throw new Error('the whole batch');
  for (const { dynamodb, eventName } of Records) {
    if (dynamodb?.NewImage?.['word']?.S === 'poison') {
      batchItemFailures.push({ itemIdentifier: dynamodb.SequenceNumber ?? '' });
      continue;
    }
    const detail = { eventName, key: dynamodb?.Keys?.['sk']?.S, word: dynamodb?.NewImage?.['word']?.S };
    const entry = {
      Source: 'small',
      DetailType: 'changed',
      Detail: JSON.stringify(detail),
      EventBusName: process.env['BUS'],
    };
    await bus.send(new PutEventsCommand({ Entries: [entry] }));
  }
  return { batchItemFailures };
};
