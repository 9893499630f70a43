import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { MAX_ATTEMPTS, shortRetries } from '../../../shared/adapters/dynamodb/retries.ts';

/** A call that always fails in one way: how often it was tried, how long it took, and what it ended with. */
async function failing(name: string, status: number) {
  let tries = 0;
  const client = new DynamoDBClient({
    region: 'eu-west-2',
    credentials: { accessKeyId: 'A', secretAccessKey: 'B' },
    endpoint: 'http://127.0.0.1:9',
    retryStrategy: shortRetries(() => 0.999),
  });
  client.middlewareStack.add(
    () => () => {
      tries += 1;
      const error = Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status }, $fault: 'server' });
      return Promise.reject(error);
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  const began = performance.now();
  const ended = await client.send(new ListTablesCommand({})).catch((error: unknown) => error);
  return { tries, milliseconds: performance.now() - began, ended: (ended as Error).name };
}

describe('a call that the store does not serve', () => {
  it.each([
    ['ThrottlingException', 400],
    ['ProvisionedThroughputExceededException', 400],
    ['InternalServerError', 500],
  ])('is tried again for a second and a half at the most, and says why it failed: %s', async (name, status) => {
    const { tries, milliseconds, ended } = await failing(name, status);
    expect(tries).toBe(MAX_ATTEMPTS);
    expect(ended).toBe(name);
    expect(milliseconds).toBeGreaterThan(1_500);
    expect(milliseconds).toBeLessThan(5_000);
  });

  it('is not tried again where it would end the same', async () => {
    expect(await failing('ConditionalCheckFailedException', 400)).toMatchObject({
      tries: 1,
      ended: 'ConditionalCheckFailedException',
    });
  });
});
