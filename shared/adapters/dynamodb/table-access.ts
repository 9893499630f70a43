import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { unavailable } from '../../domain/error.ts';
import type { Key } from './keys.ts';
import { asked, isConditionFailure } from './store-error.ts';
import type { RawItem } from './stored-item.ts';

/** What must hold for a put: that nothing has the key, or that what has it has this version. */
export type PutCondition = 'absent' | { readonly version: number };

/** One question to a table or one of its indexes, by key only: a filter would make pages short. */
export interface KeyQuestion {
  readonly index?: { readonly name: string; readonly partition: string; readonly sort: string };
  readonly partition: string;
  /** Both ends included. */
  readonly between?: { readonly from: string; readonly to: string };
  readonly backwards?: boolean;
  readonly limit?: number;
  readonly after?: RawItem;
}

/** Keys in one batch read. */
const BATCH = 100;
/** Rounds of asking again for what a batch left out, each waiting twice as long as the one before. */
const BATCH_ROUNDS = 6;
const FIRST_WAIT_MILLISECONDS = 25;

/** The five things that the repositories do with a table. There is no other way into the store. */
export class TableAccess {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  /** One item, as last written; undefined when there is none. */
  async get(key: Key): Promise<RawItem | undefined> {
    const command = new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true });
    return (await asked(this.#client.send(command))).Item;
  }

  /** Several items, as last written, in no order; as many requests as there are hundreds of keys, or more when throttled. */
  async many(keys: readonly Key[]): Promise<readonly RawItem[]> {
    const items: RawItem[] = [];
    for (let start = 0; start < keys.length; start += BATCH) {
      items.push(...(await this.#batch(keys.slice(start, start + BATCH))));
    }
    return items;
  }

  /** Puts an item if the condition holds; answers whether it did. */
  async put(item: RawItem & Key, condition: PutCondition): Promise<boolean> {
    const only =
      condition === 'absent'
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': condition.version } };
    try {
      await asked(this.#client.send(new PutCommand({ TableName: this.#table, Item: item, ...only })));
      return true;
    } catch (caught) {
      if (isConditionFailure(caught)) return false;
      throw caught;
    }
  }

  /** One page of a question: one request. */
  async page(question: KeyQuestion): Promise<{ readonly items: readonly RawItem[]; readonly end?: RawItem }> {
    const answer = await asked(this.#client.send(new QueryCommand(this.#query(question))));
    const items = answer.Items ?? [];
    return answer.LastEvaluatedKey === undefined ? { items } : { items, end: answer.LastEvaluatedKey };
  }

  /** Every page of a question. */
  async *pages(question: KeyQuestion): AsyncGenerator<readonly RawItem[]> {
    let after = question.after;
    do {
      const { items, end } = await this.page(after === undefined ? question : { ...question, after });
      yield items;
      after = end;
    } while (after !== undefined);
  }

  /** Every item of a question. */
  async all(question: KeyQuestion): Promise<readonly RawItem[]> {
    const items: RawItem[] = [];
    for await (const page of this.pages(question)) items.push(...page);
    return items;
  }

  /** How many items answer a question. */
  async count(question: KeyQuestion): Promise<number> {
    let count = 0;
    let after: RawItem | undefined;
    do {
      const query = this.#query(after === undefined ? question : { ...question, after });
      const answer = await asked(this.#client.send(new QueryCommand({ ...query, Select: 'COUNT' })));
      count += answer.Count ?? 0;
      after = answer.LastEvaluatedKey;
    } while (after !== undefined);
    return count;
  }

  #query({ index, partition, between, backwards, limit, after }: KeyQuestion) {
    const range = between === undefined ? '' : ' AND #s BETWEEN :from AND :to';
    return {
      TableName: this.#table,
      // Only the table itself can answer with what was last written; an index follows a moment later.
      ...(index === undefined ? { ConsistentRead: true } : { IndexName: index.name }),
      KeyConditionExpression: `#p = :p${range}`,
      ExpressionAttributeNames: {
        '#p': index?.partition ?? 'pk',
        ...(between === undefined ? {} : { '#s': index?.sort ?? 'sk' }),
      },
      ExpressionAttributeValues: {
        ':p': partition,
        ...(between === undefined ? {} : { ':from': between.from, ':to': between.to }),
      },
      ...(backwards === true ? { ScanIndexForward: false } : {}),
      ...(limit === undefined ? {} : { Limit: limit }),
      ...(after === undefined ? {} : { ExclusiveStartKey: { ...after } }),
    };
  }

  async #batch(keys: readonly Key[]): Promise<readonly RawItem[]> {
    const items: RawItem[] = [];
    let wanted: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
    for (let round = 0; round < BATCH_ROUNDS; round += 1) {
      if (round > 0) await pause(FIRST_WAIT_MILLISECONDS * 2 ** round);
      const request = { RequestItems: { [this.#table]: { Keys: wanted, ConsistentRead: true } } };
      const answer = await asked(this.#client.send(new BatchGetCommand(request)));
      items.push(...(answer.Responses?.[this.#table] ?? []));
      wanted = answer.UnprocessedKeys?.[this.#table]?.Keys ?? [];
      if (wanted.length === 0) return items;
    }
    throw unavailable('store-unavailable', 'The records cannot be reached just now');
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
