import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { ADMINISTRATOR, type TableDefinition } from '../../../../infra/local/store/store.ts';
import { type IndexShape, RECORD_INDEXES, TABLE_KEY } from '../../../../shared/adapters/dynamodb/table.ts';

const key = (partition: string, sort: string) =>
  [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ] as const;

const indexes: readonly IndexShape[] = Object.values(RECORD_INDEXES);

/** The table of records with its three indexes, as the template declares it. */
export const RECORDS: TableDefinition = {
  name: 'records',
  keySchema: key(TABLE_KEY.partition, TABLE_KEY.sort),
  attributeDefinitions: [TABLE_KEY, ...indexes]
    .flatMap(({ partition, sort }) => [partition, sort])
    .map((name) => ({ AttributeName: name, AttributeType: 'S' })),
  indexes: indexes.map(({ name, partition, sort, projected }) => ({
    name,
    keySchema: key(partition, sort),
    projection:
      projected.length === 0
        ? { ProjectionType: 'KEYS_ONLY' }
        : { ProjectionType: 'INCLUDE', NonKeyAttributes: projected },
  })),
  stream: true,
};

/** A table without indexes or stream. */
export const INDICATORS: TableDefinition = {
  name: 'indicators',
  keySchema: key(TABLE_KEY.partition, TABLE_KEY.sort),
  attributeDefinitions: RECORDS.attributeDefinitions.slice(0, 2),
  indexes: [],
};

/** The noon of a day in 2026, for a clock that stands still. */
export const NOON = Date.UTC(2026, 2, 2, 12);

/** The SDK's own client, as the functions use it; without retries, so that a test sees the first answer. */
export function clientOf(
  endpoint: string,
  credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } = ADMINISTRATOR,
  maxAttempts = 1,
): DynamoDBDocumentClient {
  const { accessKeyId, secretAccessKey } = credentials;
  return DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials: { accessKeyId, secretAccessKey }, maxAttempts }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
}

/** A referral's item as the service stores it: in the queue, due, and watched. `order` places it in the queue. */
export function referral(id: string, order: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    pk: `liverpool#P#${id}`,
    sk: 'R#1',
    v: 1,
    schema: 1,
    lp: 'liverpool#SALT',
    ls: order,
    row: { name: `Child ${id}`, since: '2026-01-05' },
    dp: 'liverpool#SALT',
    ds: `2026-05-11#${id}`,
    duty: { family: 'CHS' },
    wp: 'liverpool#SALT',
    ws: `2026-04-20#${id}`,
    history: [{ id: 'e1', what: 'received' }],
    ...more,
  };
}

/** Puts an item into `records`. */
export function put(
  client: DynamoDBDocumentClient,
  item: Record<string, unknown>,
  more: Partial<PutCommandInput> = {},
) {
  return client.send(new PutCommand({ TableName: 'records', Item: item, ...more }));
}
