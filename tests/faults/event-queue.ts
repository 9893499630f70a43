/** The bus and the queue behind it: what comes is kept, goes out late, in any order, and now and then twice. */
import type { SQSRecord } from 'aws-lambda';
import { toldEventTypes } from '../../events/catalogue.ts';
import type { Chance } from '../../infra/local/seed/random.ts';
import type { Answered, Beyond } from './instance.ts';

interface Waiting {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
}

const MOST = 10;

export class EventQueue {
  /** How often each event came on the bus, by its id. */
  readonly published = new Map<string, { readonly type: string; times: number }>();
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #numbers = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  get pending(): number {
    return this.#waiting.length;
  }

  /** `PutEvents`. */
  readonly put: Beyond = async ({ body }) => {
    const { Entries } = JSON.parse(body) as { readonly Entries: readonly Entry[] };
    for (const { Detail, DetailType } of Entries) {
      const detail = JSON.parse(Detail) as { readonly id: string };
      const known = this.published.get(detail.id);
      if (known === undefined) this.published.set(detail.id, { type: DetailType, times: 1 });
      else known.times += 1;
      if (!toldEventTypes.includes(DetailType)) continue;
      this.#numbers += 1;
      this.#waiting.push({ id: `queued-${this.#numbers}`, body: JSON.stringify({ detail }), sentAt: this.#now() });
    }
    const answer = { FailedEntryCount: 0, Entries: Entries.map((_, at) => ({ EventId: `entry-${at}` })) };
    return { status: 200, body: JSON.stringify(answer) } satisfies Answered;
  };

  /** Some of what waits, whichever. Answered for, it is gone, unless the queue has lost the answer. */
  batch(chance: Chance, isCalm: boolean) {
    const taken: Waiting[] = [];
    const wanted = isCalm ? MOST : chance.whole(1, MOST);
    while (taken.length < wanted && this.#waiting.length > 0)
      taken.push(...this.#waiting.splice(chance.whole(0, this.#waiting.length - 1), 1));
    const records = taken.map(({ id: messageId, body, sentAt }) => {
      return { messageId, body, attributes: { SentTimestamp: String(sentAt) } } as SQSRecord;
    });
    return {
      records,
      settle: (failed: 'all' | ReadonlySet<string>) => {
        const again = ({ id }: Waiting) => failed === 'all' || failed.has(id) || (!isCalm && chance.happens(0.06));
        this.#waiting.push(...taken.filter(again));
      },
    };
  }
}

interface Entry {
  readonly Detail: string;
  readonly DetailType: string;
}
