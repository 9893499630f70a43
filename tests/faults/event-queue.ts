/** The bus, and the queue behind it. */
import { toldEventTypes } from '../../events/catalogue.ts';
import type { Answered, Beyond } from './instance.ts';
import { MessageQueue } from './message-queue.ts';

export class EventQueue extends MessageQueue {
  /** How often each event came on the bus, by its id. */
  readonly published = new Map<string, { readonly type: string; times: number }>();

  /** `PutEvents`. */
  readonly put: Beyond = async ({ body }) => {
    const { Entries } = JSON.parse(body) as { readonly Entries: readonly Entry[] };
    for (const { Detail, DetailType } of Entries) {
      const detail = JSON.parse(Detail) as { readonly id: string };
      const known = this.published.get(detail.id);
      if (known === undefined) this.published.set(detail.id, { type: DetailType, times: 1 });
      else known.times += 1;
      if (toldEventTypes.includes(DetailType)) this.send(JSON.stringify({ detail }));
    }
    const answer = { FailedEntryCount: 0, Entries: Entries.map((_, at) => ({ EventId: `entry-${at}` })) };
    return { status: 200, body: JSON.stringify(answer) } satisfies Answered;
  };
}

interface Entry {
  readonly Detail: string;
  readonly DetailType: string;
}
