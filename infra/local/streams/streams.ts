import { randomUUID } from 'node:crypto';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Roles } from '../access/roles.ts';
import type { Functions } from '../lambda/functions.ts';
import type { ChangeRecord, Store } from '../store/store.ts';
import type { LocalSubscription } from '../template/subscriptions.ts';
import type { LocalTable } from '../template/tables.ts';
import type { WorkInHand } from '../work-in-hand.ts';
import { type GivenUp, StreamConsumer, streamRecord } from './stream-consumer.ts';

/** What Lambda does with a stream in the name of the function. */
const READING = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
] as const;

/** Changes can be read again for a day, as on AWS, and of one table so many at most. */
const KEPT_MILLISECONDS = 24 * 3_600_000;
const MOST_KEPT = 2_000;

/** What the streams lead to. */
export interface StreamsSettings {
  readonly tables: readonly LocalTable[];
  readonly subscriptions: readonly LocalSubscription[];
  readonly functions: Functions;
  readonly roles: Roles;
  readonly work: WorkInHand;
  /** Whether each batch is delivered twice. */
  readonly twice: boolean;
  readonly now: () => number;
}

/** Leads the changes of the tables to the functions that follow them. */
export class Streams {
  readonly #settings: StreamsSettings;
  readonly #consumers = new Map<string, StreamConsumer[]>();
  readonly #kept = new Map<string, ChangeRecord[]>();
  #held = Promise.resolve();
  #letGo: () => void = () => undefined;

  constructor(settings: StreamsSettings) {
    this.#settings = settings;
    const { tables, subscriptions, functions, work, twice } = settings;
    for (const subscription of subscriptions) {
      const table = tables.find(({ streamArn }) => streamArn === subscription.sourceArn);
      if (!table) continue;
      const consumer = new StreamConsumer(subscription, {
        invoke: (event) => functions.invoke(subscription.functionArn, event),
        onGivenUp: (records, why, tries) => this.#report(subscription, records, why, tries),
        work,
        twice,
      });
      const { name } = table.definition;
      this.#consumers.set(name, [...(this.#consumers.get(name) ?? []), consumer]);
    }
  }

  /**
   * Checks that the role of every function may read the stream it follows, as CloudFormation does when it makes the mapping.
   * @throws Error when one may not
   */
  authorise(store: Store): void {
    const { subscriptions, tables, functions, roles } = this.#settings;
    for (const { sourceArn, functionArn } of subscriptions) {
      if (!tables.some(({ streamArn }) => streamArn === sourceArn)) continue;
      const localFunction = functions.find(functionArn);
      const { roleName } = roles.principalOf(localFunction.roleArn);
      const missing = READING.filter((action) => !store.authorise(roleName, { action, resource: sourceArn }).allowed);
      if (missing.length > 0) {
        throw new Error(
          `The function ${localFunction.label} follows ${sourceArn}; its role lacks ${missing.join(', ')}`,
        );
      }
    }
  }

  /** Keeps what comes until `release`: the store keeps it meanwhile, and what writes at that time has the machine to itself. */
  hold(): void {
    this.#held = new Promise((resolve) => {
      this.#letGo = resolve;
    });
  }

  /** Lets everything that was kept go on its way. */
  release(): void {
    this.#letGo();
  }

  /** Takes a change of a table. @returns resolves when every function that follows the table is done with it */
  async accept(record: ChangeRecord): Promise<void> {
    this.#keep(record);
    await this.#held;
    await Promise.all((this.#consumers.get(record.table) ?? []).map((consumer) => consumer.accept(record)));
  }

  /** The changes of a stream from one on; undefined when that is not kept any more. */
  from(streamArn: string, sequence: string): readonly DynamoDBRecord[] | undefined {
    const name = this.#settings.tables.find((table) => table.streamArn === streamArn)?.definition.name ?? '';
    const since = this.#settings.now() - KEPT_MILLISECONDS;
    const kept = (this.#kept.get(name) ?? []).filter(({ at }) => at > since);
    const [oldest] = kept;
    if (oldest === undefined || BigInt(sequence) < BigInt(oldest.sequence)) return undefined;
    const records = kept.filter((record) => BigInt(record.sequence) >= BigInt(sequence));
    return records.map((record) => streamRecord(record, streamArn));
  }

  #keep(record: ChangeRecord): void {
    const kept = this.#kept.get(record.table) ?? [];
    kept.push(record);
    if (kept.length > MOST_KEPT) kept.shift();
    this.#kept.set(record.table, kept);
  }

  /** Tells the on-failure destination where the records stand in the stream: not what is in them. */
  #report(subscription: LocalSubscription, records: readonly ChangeRecord[], why: GivenUp, tries: number): void {
    const { functions, now } = this.#settings;
    const [first] = records;
    const last = records.at(-1);
    if (subscription.onFailure === undefined || !first || !last) return;
    const message = {
      requestContext: {
        requestId: randomUUID(),
        functionArn: subscription.functionArn,
        condition: why,
        approximateInvokeCount: tries,
      },
      version: '1.0',
      timestamp: new Date(now()).toISOString(),
      DDBStreamBatchInfo: {
        shardId: 'shardId-local',
        startSequenceNumber: first.sequence,
        endSequenceNumber: last.sequence,
        approximateArrivalOfFirstRecord: new Date(first.at).toISOString(),
        approximateArrivalOfLastRecord: new Date(last.at).toISOString(),
        batchSize: records.length,
        streamArn: subscription.sourceArn,
      },
    };
    functions.sendFor(functions.find(subscription.functionArn), subscription.onFailure, JSON.stringify(message));
  }
}
