/** A DynamoDB-compatible engine for tests: the local store in memory, or whatever DYNAMODB_ENDPOINT points at. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  ADMINISTRATOR,
  type ChangeRecord,
  openStore,
  type Store,
  type TableDefinition,
} from '../../infra/local/store/store.ts';
import { type IndexShape, RECORD_INDEXES, TABLE_KEY } from '../../shared/adapters/dynamodb/table.ts';

export interface Engine {
  readonly client: DynamoDBDocumentClient;
  readonly recordsTable: string;
  readonly auditTable: string;
  readonly indicatorsTable: string;
  /** The local store, for what only it can do; undefined on another engine. */
  readonly store: Store | undefined;
  close(): Promise<void>;
}

const NOON = Date.UTC(2026, 10, 1, 12);

const key = (partition: string, sort: string) =>
  [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ] as const;
const texts = (names: readonly string[]) => names.map((name) => ({ AttributeName: name, AttributeType: 'S' as const }));
const indexes: readonly IndexShape[] = Object.values(RECORD_INDEXES);

function tables(suffix: string): readonly [TableDefinition, TableDefinition, TableDefinition] {
  const records: TableDefinition = {
    name: `records${suffix}`,
    keySchema: key(TABLE_KEY.partition, TABLE_KEY.sort),
    attributeDefinitions: texts([TABLE_KEY, ...indexes].flatMap(({ partition, sort }) => [partition, sort])),
    indexes: indexes.map(({ name, partition, sort, projected }) => ({
      name,
      keySchema: key(partition, sort),
      projection:
        projected.length === 0
          ? { ProjectionType: 'KEYS_ONLY' }
          : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projected] },
    })),
    stream: true,
  };
  const audit: TableDefinition = {
    name: `audit${suffix}`,
    keySchema: key(TABLE_KEY.partition, TABLE_KEY.sort),
    attributeDefinitions: texts([TABLE_KEY.partition, TABLE_KEY.sort]),
    indexes: [],
  };
  return [records, audit, { ...audit, name: `indicators${suffix}` }];
}

/**
 * @param onChange takes the changes of the records; only the local store gives them.
 * @param clock of the local store: milliseconds since 1970.
 */
export async function openEngine(
  onChange?: (record: ChangeRecord) => Promise<void>,
  clock: () => number = () => NOON,
): Promise<Engine> {
  const elsewhere = process.env['DYNAMODB_ENDPOINT'];
  if (elsewhere !== undefined && onChange === undefined) return otherEngine(elsewhere);
  const [records, audit, indicators] = tables('');
  const store = await openStore({
    tables: [records, audit, indicators],
    principals: [ADMINISTRATOR],
    clock,
    ...(onChange === undefined ? {} : { onChange }),
  });
  const { accessKeyId, secretAccessKey } = ADMINISTRATOR;
  const raw = new DynamoDBClient({
    endpoint: store.endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 6,
  });
  return {
    client: documents(raw),
    recordsTable: records.name,
    auditTable: audit.name,
    indicatorsTable: indicators.name,
    store,
    close: async () => {
      raw.destroy();
      await store.close();
    },
  };
}

/** Tables of their own on an engine that runs elsewhere; they are left there, for that engine to be thrown away with. */
async function otherEngine(endpoint: string): Promise<Engine> {
  const raw = new DynamoDBClient({ endpoint });
  const [records, audit, indicators] = tables(`-${process.pid}-${Date.now()}`);
  for (const { name, keySchema, attributeDefinitions, indexes: ofTable } of [records, audit, indicators]) {
    await raw.send(
      new CreateTableCommand({
        TableName: name,
        KeySchema: [...keySchema],
        AttributeDefinitions: [...attributeDefinitions],
        BillingMode: 'PAY_PER_REQUEST',
        ...(ofTable.length === 0
          ? {}
          : {
              GlobalSecondaryIndexes: ofTable.map(({ name: IndexName, keySchema: own, projection }) => ({
                IndexName,
                KeySchema: [...own],
                Projection: {
                  ProjectionType: projection.ProjectionType,
                  ...(projection.NonKeyAttributes && { NonKeyAttributes: [...projection.NonKeyAttributes] }),
                },
              })),
            }),
      }),
    );
  }
  const client = documents(raw);
  return {
    client,
    recordsTable: records.name,
    auditTable: audit.name,
    indicatorsTable: indicators.name,
    store: undefined,
    close: async () => raw.destroy(),
  };
}

function documents(raw: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } });
}
