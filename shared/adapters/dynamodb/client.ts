import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/**
 * Tries of one call, the first included, with the SDK's backoff between them: bounded, so that a call that will fail
 * does so well inside the gateway's 30 seconds.
 */
const MAX_ATTEMPTS = 6;
const CONNECT_MILLISECONDS = 1_000;
const ANSWER_MILLISECONDS = 3_000;

/** The store's client, as items of plain values. Its endpoint and credentials are the environment's. */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: { connectionTimeout: CONNECT_MILLISECONDS, requestTimeout: ANSWER_MILLISECONDS },
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
