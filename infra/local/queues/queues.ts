import { randomUUID } from 'node:crypto';
import type { LocalQueue } from '../template/queues.ts';

/** A message that waits in a queue. */
export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** By the local cloud's clock: milliseconds since 1970. */
  readonly sentAt: number;
}

/** Takes messages off a queue as they come. */
export type Consumer = (queue: LocalQueue) => void;

/** Messages kept in one queue: the oldest go first. On AWS they go after the queue's retention period. */
const KEPT = 10_000;

/** The queues of the template. They live in memory: what waits in one is gone when the local cloud stops. */
export class Queues {
  readonly #queues: readonly LocalQueue[];
  readonly #messages = new Map<string, QueuedMessage[]>();
  readonly #consumers = new Map<string, Consumer>();
  readonly #now: () => number;

  constructor(queues: readonly LocalQueue[], now: () => number) {
    this.#queues = queues;
    this.#now = now;
  }

  /** The queue of this ARN, URL or name. */
  find(named: string): LocalQueue | undefined {
    return this.#queues.find(({ arn, url, name }) => arn === named || url === named || name === named);
  }

  /** Puts a message at the end of a queue. @throws Error when there is no such queue */
  send(arn: string, body: string, attributes: Readonly<Record<string, string>> = {}): QueuedMessage {
    const queue = this.find(arn);
    if (!queue) throw new Error(`The template has no queue ${arn}`);
    const message = { id: randomUUID(), body, attributes, sentAt: this.#now() };
    const waiting = this.#messages.get(queue.arn) ?? [];
    waiting.push(message);
    if (waiting.length > KEPT) waiting.shift();
    this.#messages.set(queue.arn, waiting);
    this.#consumers.get(queue.arn)?.(queue);
    return message;
  }

  /** Takes up to `count` messages off the front of a queue. */
  take(arn: string, count: number): readonly QueuedMessage[] {
    return this.#messages.get(arn)?.splice(0, count) ?? [];
  }

  /** What waits in a queue, oldest first. */
  waiting(named: string): readonly QueuedMessage[] {
    return [...(this.#messages.get(this.find(named)?.arn ?? '') ?? [])];
  }

  /** Tells a consumer of every message from now on. A queue has one consumer. */
  follow(arn: string, consumer: Consumer): void {
    this.#consumers.set(arn, consumer);
  }

  get all(): readonly LocalQueue[] {
    return this.#queues;
  }
}
