import { setTimeout as sleep } from 'node:timers/promises';
import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { LocalQueue } from '../template/queues.ts';
import type { LocalSubscription } from '../template/subscriptions.ts';
import { LOCAL_REGION } from '../template/surroundings.ts';
import type { WorkInHand } from '../work-in-hand.ts';
import type { QueuedMessage, Queues } from './queues.ts';

const answerSchema = z.looseObject({
  batchItemFailures: z.array(z.looseObject({ itemIdentifier: z.string() })).default([]),
});

/** Messages that no redrive policy bounds are given up after this many tries, so that no test waits for ever. */
const TRIES_WITHOUT_POLICY = 100;

/** Feeds a function from a queue, a batch at a time; a message it fails on comes again, until the redrive policy takes it. */
export class QueueConsumer {
  readonly #subscription: LocalSubscription;
  readonly #queues: Queues;
  readonly #invoke: (event: SQSEvent) => Promise<unknown>;
  readonly #work: WorkInHand;
  readonly #tries = new Map<string, number>();
  #running = false;

  constructor(
    subscription: LocalSubscription,
    queues: Queues,
    invoke: (event: SQSEvent) => Promise<unknown>,
    work: WorkInHand,
  ) {
    this.#subscription = subscription;
    this.#queues = queues;
    this.#invoke = invoke;
    this.#work = work;
    queues.follow(subscription.sourceArn, (queue) => this.#wake(queue));
  }

  #wake(queue: LocalQueue): void {
    if (this.#running) return;
    this.#running = true;
    void this.#work.track(this.#drain(queue));
  }

  async #drain(queue: LocalQueue): Promise<void> {
    try {
      // Lets what is sent together arrive together.
      await sleep(0);
      let batch = this.#queues.take(queue.arn, this.#subscription.batchSize);
      while (batch.length > 0 && !this.#work.stopped) {
        const failed = await this.#deliver(batch);
        for (const message of batch) if (!failed.includes(message)) this.#tries.delete(message.id);
        if (failed.length > 0) await this.#work.pause(1).catch(() => undefined);
        const again = failed.filter((message) => !this.#givenUp(queue, message));
        batch = [...again, ...this.#queues.take(queue.arn, this.#subscription.batchSize - again.length)];
      }
    } finally {
      this.#running = false;
    }
  }

  async #deliver(batch: readonly QueuedMessage[]): Promise<readonly QueuedMessage[]> {
    for (const { id } of batch) this.#tries.set(id, (this.#tries.get(id) ?? 0) + 1);
    try {
      const answer = await this.#invoke(this.#event(batch));
      if (!this.#subscription.partial) return [];
      const { batchItemFailures } = answerSchema.parse(answer ?? {});
      return batch.filter(({ id }) => batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === id));
    } catch {
      return batch;
    }
  }

  #givenUp(queue: LocalQueue, message: QueuedMessage): boolean {
    if ((this.#tries.get(message.id) ?? 0) < (queue.redrive?.after ?? TRIES_WITHOUT_POLICY)) return false;
    this.#tries.delete(message.id);
    if (queue.redrive) this.#queues.send(queue.redrive.arn, message.body, message.attributes);
    return true;
  }

  #event(batch: readonly QueuedMessage[]): SQSEvent {
    return {
      Records: batch.map(({ id, body, attributes, sentAt }) => ({
        messageId: id,
        receiptHandle: id,
        body,
        attributes: {
          ApproximateReceiveCount: String(this.#tries.get(id) ?? 1),
          SentTimestamp: String(sentAt),
          SenderId: 'local',
          ApproximateFirstReceiveTimestamp: String(sentAt),
        },
        messageAttributes: Object.fromEntries(
          Object.entries(attributes).map(([name, value]) => [name, { stringValue: value, dataType: 'String' }]),
        ),
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: this.#subscription.sourceArn,
        awsRegion: LOCAL_REGION,
      })),
    };
  }
}
