import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../../../infra/local/local-cloud.ts';
import type { Synthesis } from '../../../../infra/local/synthesis.ts';
import { type Change, synthesizeSmallApp } from './small-app.ts';

/** Somebody who can sign in to the small app. */
export const ALEX = { id: 'alex', name: 'Alex <Example>', sub: 'alex-1', description: 'Tester' } as const;

let unchanged: Synthesis | undefined;

function assemblyOf(change: Change | undefined): Synthesis {
  if (change) return synthesizeSmallApp(change);
  unchanged ??= synthesizeSmallApp();
  return unchanged;
}

/** Starts the small app in memory with short pauses. */
export function startSmallApp(options: LocalCloudOptions = {}, change?: Change): Promise<LocalCloud> {
  return startLocalCloud({
    assembly: assemblyOf(change),
    accounts: [ALEX],
    pauses: { first: 1, last: 5 },
    ...options,
  });
}

/** Writes a thing as somebody who may. */
export async function putThing(cloud: LocalCloud, key: string, word: string): Promise<void> {
  await administrator(cloud).send(
    new PutItemCommand({
      TableName: tableOf(cloud, 'Things'),
      Item: { pk: { S: 'thing' }, sk: { S: key }, word: { S: word } },
    }),
  );
}

/** The events that the function `Note` noted, by their ids. */
export async function notes(cloud: LocalCloud): Promise<readonly Record<string, unknown>[]> {
  const { Items = [] } = await administrator(cloud).send(
    new QueryCommand({
      TableName: tableOf(cloud, 'Notes'),
      KeyConditionExpression: 'pk = :note',
      ExpressionAttributeValues: { ':note': { S: 'note' } },
    }),
  );
  return Items.map(({ text }) => JSON.parse(text?.S ?? '{}') as Record<string, unknown>);
}

function administrator({ administrator: access }: LocalCloud): DynamoDBClient {
  return new DynamoDBClient(access);
}

function tableOf({ description }: LocalCloud, part: string): string {
  const table = description.tables.find(({ definition }) => definition.name.includes(part));
  if (!table) throw new Error(`no table ${part}`);
  return table.definition.name;
}
