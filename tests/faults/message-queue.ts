/** A queue: what comes is kept, goes out late, in any order, and now and then twice. */
import type { SQSRecord } from 'aws-lambda';
import type { Chance } from '../../infra/local/seed/random.ts';

interface Waiting {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
}

const MOST = 10;

export class MessageQueue {
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #inHand = 0;
  #numbers = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get pending(): number {
    return this.#waiting.length;
  }

  /** What somebody has taken and not yet answered for. */
  get inHand(): number {
    return this.#inHand;
  }

  send(body: string): void {
    this.#numbers += 1;
    this.#waiting.push({ id: `queued-${this.#numbers}`, body, sentAt: this.#now() });
  }

  /** Some of what waits, whichever. Answered for, it is gone, unless the queue has lost the answer. */
  batch(chance: Chance, isCalm: boolean) {
    const taken: Waiting[] = [];
    const wanted = isCalm ? MOST : chance.whole(1, MOST);
    while (taken.length < wanted && this.#waiting.length > 0)
      taken.push(...this.#waiting.splice(chance.whole(0, this.#waiting.length - 1), 1));
    this.#inHand += taken.length;
    const records = taken.map(({ id: messageId, body, sentAt }) => {
      return { messageId, body, attributes: { SentTimestamp: String(sentAt) } } as SQSRecord;
    });
    return {
      records,
      settle: (failed: 'all' | ReadonlySet<string>) => {
        this.#inHand -= taken.length;
        const again = ({ id }: Waiting) => failed === 'all' || failed.has(id) || (!isCalm && chance.happens(0.06));
        this.#waiting.push(...taken.filter(again));
      },
    };
  }
}
