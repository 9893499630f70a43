import { randomUUID } from 'node:crypto';
import type { LocalQueue } from '../template/queues.ts';

/** A message in a queue. */
export interface QueuedMessage {
  readonly id: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** By the local cloud's clock: milliseconds since 1970. One that is set aside keeps it, as on AWS. */
  readonly sentAt: number;
}

/** A message in the hands of whoever received it: nobody else gets it until it is released or its time is over. */
export interface ReceivedMessage extends QueuedMessage {
  /** What it is removed by. Every receiving gives another one; only the last removes. */
  readonly receipt: string;
  /** How often it was received, this time included. */
  readonly receives: number;
}

interface Kept {
  readonly message: QueuedMessage;
  receives: number;
  /** By the local cloud's clock: milliseconds since 1970. In the past, it waits. */
  hiddenUntil: number;
}

/** Told that there may be something to receive. */
export type Consumer = (queue: LocalQueue) => void;

/** Messages kept in one queue: the oldest go first. On AWS they go after the queue's retention period. */
const KEPT = 10_000;

/** The queues of the template. They live in memory: what waits in one is gone when the local cloud stops. */
export class Queues {
  readonly #queues: readonly LocalQueue[];
  readonly #kept = new Map<string, Kept[]>();
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
    this.#put(queue, message);
    return message;
  }

  /**
   * Receives up to `count` messages from the front of a queue.
   * @param hidden milliseconds of the local clock for which nobody else gets them
   */
  receive(queue: LocalQueue, count: number, hidden: number): readonly ReceivedMessage[] {
    const now = this.#now();
    const received = this.#waiting(queue).slice(0, count);
    for (const kept of received) {
      kept.receives += 1;
      kept.hiddenUntil = now + hidden;
    }
    if (received.length > 0 && Number.isFinite(hidden)) setTimeout(() => this.#tell(queue), hidden).unref();
    return received.map((kept) => ({ ...kept.message, receipt: receiptOf(kept), receives: kept.receives }));
  }

  /** Removes a received message. One that was received again since stays. */
  remove(queue: LocalQueue, receipt: string): void {
    const kept = this.#kept.get(queue.arn) ?? [];
    const at = kept.findIndex((each) => receiptOf(each) === receipt);
    if (at >= 0) kept.splice(at, 1);
  }

  /** Lets others receive a message before its time is over. */
  release(queue: LocalQueue, receipt: string): void {
    const found = this.#kept.get(queue.arn)?.find((each) => receiptOf(each) === receipt);
    if (found) found.hiddenUntil = this.#now();
    this.#setAside(queue);
  }

  /** What waits in a queue, oldest first. */
  waiting(named: string): readonly QueuedMessage[] {
    const queue = this.find(named);
    return queue ? this.#waiting(queue).map(({ message }) => message) : [];
  }

  /** How many messages of a queue are in somebody's hands. */
  hidden(queue: LocalQueue): number {
    return (this.#kept.get(queue.arn)?.length ?? 0) - this.#waiting(queue).length;
  }

  /** Tells a consumer of every message from now on. A queue has one consumer. */
  follow(arn: string, consumer: Consumer): void {
    this.#consumers.set(arn, consumer);
  }

  get all(): readonly LocalQueue[] {
    return this.#queues;
  }

  #put(queue: LocalQueue, message: QueuedMessage): void {
    const kept = this.#kept.get(queue.arn) ?? [];
    kept.push({ message, receives: 0, hiddenUntil: message.sentAt });
    if (kept.length > KEPT) kept.shift();
    this.#kept.set(queue.arn, kept);
    this.#tell(queue);
  }

  #tell(queue: LocalQueue): void {
    this.#consumers.get(queue.arn)?.(queue);
  }

  #waiting(queue: LocalQueue): readonly Kept[] {
    this.#setAside(queue);
    return (this.#kept.get(queue.arn) ?? []).filter((kept) => this.#waits(kept));
  }

  #waits({ receives, hiddenUntil }: Kept): boolean {
    // A clock that is set back hides nothing that nobody has.
    return receives === 0 || hiddenUntil <= this.#now();
  }

  /** What was received as often as the redrive policy lets it, and is in nobody's hands, moves on. */
  #setAside(queue: LocalQueue): void {
    const { redrive } = queue;
    const target = redrive && this.find(redrive.arn);
    if (!target) return;
    const isOver = (kept: Kept) => kept.receives >= redrive.after && this.#waits(kept);
    const all = this.#kept.get(queue.arn) ?? [];
    const over = all.filter(isOver);
    if (over.length === 0) return;
    this.#kept.set(
      queue.arn,
      all.filter((kept) => !over.includes(kept)),
    );
    for (const { message } of over) this.#put(target, message);
  }
}

function receiptOf({ message, receives }: Kept): string {
  return Buffer.from(`${message.id} ${receives}`).toString('base64url');
}
