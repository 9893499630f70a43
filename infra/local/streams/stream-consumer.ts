import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import type { ChangeRecord } from '../store/store.ts';
import type { LocalSubscription } from '../template/subscriptions.ts';
import { LOCAL_REGION } from '../template/surroundings.ts';
import type { WorkInHand } from '../work-in-hand.ts';

/** A record on its way, and what to call when it is consumed or given up. */
interface Arrival {
  readonly record: ChangeRecord;
  /** Machine's clock, milliseconds since 1970: a day that is set must not make records old. */
  readonly arrivedAt: number;
  readonly done: () => void;
}

const answerSchema = z.looseObject({
  batchItemFailures: z.array(z.looseObject({ itemIdentifier: z.string().nullable() })).nullish(),
});

/** What a consumer needs beside its subscription. */
export interface StreamConsumerSettings {
  readonly invoke: (event: DynamoDBStreamEvent) => Promise<unknown>;
  /** Told of records that were given up. */
  readonly onGivenUp: (records: readonly ChangeRecord[], why: GivenUp, tries: number) => void;
  readonly work: WorkInHand;
  /** Whether each batch that went well is delivered once more, as a stream may at any time. */
  readonly twice: boolean;
}

/** Why a record was given up, in Lambda's words. */
export type GivenUp = 'RetryAttemptsExhausted' | 'MaximumRecordAgeExceeded';

/**
 * Follows a stream for one function as Lambda does: batches; a batch that fails is tried again whole, in halves, or from
 * the first record that the function named, until it is given up and what comes behind goes on. Records of one item follow
 * each other; those of several lanes overlap.
 */
export class StreamConsumer {
  readonly #subscription: LocalSubscription;
  readonly #settings: StreamConsumerSettings;
  readonly #lanes: Arrival[][];
  readonly #running = new Set<number>();

  constructor(subscription: LocalSubscription, settings: StreamConsumerSettings) {
    this.#subscription = subscription;
    this.#settings = settings;
    this.#lanes = Array.from({ length: subscription.parallel }, () => []);
  }

  /** Takes a record. @returns resolves when it was consumed or given up */
  accept(record: ChangeRecord): Promise<void> {
    return new Promise((resolve) => {
      const lane = laneOf(record, this.#lanes.length);
      this.#lanes[lane]?.push({ record, arrivedAt: Date.now(), done: resolve });
      if (this.#running.has(lane)) return;
      this.#running.add(lane);
      void this.#settings.work.track(this.#drain(lane));
    });
  }

  async #drain(lane: number): Promise<void> {
    const waiting = this.#lanes[lane] ?? [];
    try {
      // Lets what was written together arrive together.
      await new Promise(setImmediate);
      while (waiting.length > 0 && !this.#settings.work.stopped) {
        const batch = waiting.splice(0, this.#subscription.batchSize);
        await this.#consume(batch, 0);
        if (this.#settings.work.stopped) return;
        for (const { done } of batch) done();
      }
    } finally {
      this.#running.delete(lane);
    }
  }

  /** Delivers a batch until it is consumed or given up. `tries` is how often it was delivered already. */
  async #consume(batch: readonly Arrival[], tries: number): Promise<void> {
    let remaining = this.#withoutOld(batch, tries);
    for (let attempt = tries; remaining.length > 0; attempt += 1) {
      const failedAt = await this.#deliver(remaining);
      if (this.#settings.work.stopped) return;
      if (failedAt === undefined) {
        if (this.#settings.twice) await this.#deliver(remaining);
        return;
      }
      const { bisect, retries } = this.#subscription;
      if (failedAt > 0) {
        // What comes before the first failure is done: only the rest is tried again.
        remaining = remaining.slice(failedAt);
      } else if (bisect && remaining.length > 1) {
        // A split costs no try: the halves are smaller batches, tried from the start.
        const middle = Math.ceil(remaining.length / 2);
        await this.#consume(remaining.slice(0, middle), 0);
        await this.#consume(remaining.slice(middle), 0);
        return;
      }
      if (attempt >= retries) {
        this.#giveUp(remaining, 'RetryAttemptsExhausted', attempt + 1);
        return;
      }
      await this.#settings.work.pause(attempt + 1).catch(() => undefined);
      remaining = this.#withoutOld(remaining, attempt + 1);
    }
  }

  /** @returns the index of the first record that failed; undefined when all went well */
  async #deliver(batch: readonly Arrival[]): Promise<number | undefined> {
    const event = { Records: batch.map(({ record }) => streamRecord(record, this.#subscription.sourceArn)) };
    try {
      const answer = await this.#settings.invoke(event);
      return this.#subscription.partial ? firstFailure(answer, batch) : undefined;
    } catch {
      return 0;
    }
  }

  #withoutOld(batch: readonly Arrival[], tries: number): readonly Arrival[] {
    const oldest = Date.now() - this.#subscription.maximumAge * 1_000;
    const old = batch.filter(({ arrivedAt }) => arrivedAt < oldest);
    if (old.length > 0) this.#giveUp(old, 'MaximumRecordAgeExceeded', tries);
    return old.length > 0 ? batch.filter((arrival) => !old.includes(arrival)) : batch;
  }

  #giveUp(batch: readonly Arrival[], why: GivenUp, tries: number): void {
    this.#settings.onGivenUp(
      batch.map(({ record }) => record),
      why,
      tries,
    );
  }
}

/** An answer that is not of its form, or names a record that is not in the batch, fails the whole batch: so says Lambda. */
function firstFailure(answer: unknown, batch: readonly Arrival[]): number | undefined {
  const read = answerSchema.safeParse(answer ?? {});
  if (!read.success) return 0;
  const failures = read.data.batchItemFailures ?? [];
  if (failures.length === 0) return undefined;
  const places = failures.map(({ itemIdentifier }) =>
    batch.findIndex(({ record }) => record.sequence === itemIdentifier),
  );
  return Math.max(0, Math.min(...places));
}

/** A change as AWS hands it over. */
export function streamRecord(record: ChangeRecord, streamArn: string): DynamoDBRecord {
  return {
    eventID: record.sequence,
    eventName: record.eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: LOCAL_REGION,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(record.at / 1_000),
      Keys: copy(record.keys),
      ...(record.newImage ? { NewImage: copy(record.newImage) } : {}),
      ...(record.oldImage ? { OldImage: copy(record.oldImage) } : {}),
      SequenceNumber: record.sequence,
      SizeBytes: JSON.stringify([record.newImage, record.oldImage]).length,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: streamArn,
  };
}

/** The store's items are DynamoDB's JSON already; only their types forbid changing them. */
function copy(item: ChangeRecord['keys']): NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['Keys']> {
  return item as NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['Keys']>;
}

function laneOf({ keys }: ChangeRecord, lanes: number): number {
  let hash = 0;
  for (const character of JSON.stringify(keys)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return Math.abs(hash) % lanes;
}
