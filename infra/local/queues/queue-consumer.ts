import { setTimeout as sleep } from 'node:timers/promises';
import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { LocalQueue } from '../template/queues.ts';
import type { LocalSubscription } from '../template/subscriptions.ts';
import { LOCAL_REGION } from '../template/surroundings.ts';
import type { WorkInHand } from '../work-in-hand.ts';
import type { Queues, ReceivedMessage } from './queues.ts';

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
      for (let batch = this.#next(queue); batch.length > 0 && !this.#work.stopped; batch = this.#next(queue)) {
        const failed = await this.#deliver(batch);
        for (const message of batch) if (!failed.includes(message)) this.#queues.remove(queue, message.receipt);
        if (failed.length > 0) await this.#work.pause(1).catch(() => undefined);
        for (const message of failed) this.#giveBack(queue, message);
      }
    } finally {
      this.#running = false;
    }
  }

  /** What comes next is hidden from others for as long as it is worked on. */
  #next(queue: LocalQueue): readonly ReceivedMessage[] {
    return this.#queues.receive(queue, this.#subscription.batchSize, Number.POSITIVE_INFINITY);
  }

  #giveBack(queue: LocalQueue, { receipt, receives }: ReceivedMessage): void {
    if (queue.redrive === undefined && receives >= TRIES_WITHOUT_POLICY) this.#queues.remove(queue, receipt);
    else this.#queues.release(queue, receipt);
  }

  async #deliver(batch: readonly ReceivedMessage[]): Promise<readonly ReceivedMessage[]> {
    try {
      const answer = await this.#invoke(this.#event(batch));
      if (!this.#subscription.partial) return [];
      const { batchItemFailures } = answerSchema.parse(answer ?? {});
      return batch.filter(({ id }) => batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === id));
    } catch {
      return batch;
    }
  }

  #event(batch: readonly ReceivedMessage[]): SQSEvent {
    return {
      Records: batch.map(({ id, body, attributes, sentAt, receipt, receives }) => ({
        messageId: id,
        receiptHandle: receipt,
        body,
        attributes: {
          ApproximateReceiveCount: String(receives),
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
