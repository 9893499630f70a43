import type { QueueRow } from '../../domain/queue/queue-row.ts';
import type { QueueList } from './referrals.ts';

/** Where a page of a list ended: opaque to all but the store. */
export type ListPosition = Readonly<Record<string, string>>;

export interface ListPage {
  readonly rows: readonly QueueRow[];
  /** Where to go back from; absent when nothing comes before this page. */
  readonly start?: ListPosition;
  /** Where to go on; absent when this was the last page. */
  readonly end?: ListPosition;
}

/** Where a page begins behind, or ends before. */
export type PageEdge = { readonly after: ListPosition } | { readonly before: ListPosition };

/** The work lists of a place's queues, as slim rows in the policy's order. */
export interface Queues {
  /** One page of those who wait, in one request: the first, or the one next to an edge. `limit` is 1 to 200. */
  page(place: string, queue: string, limit: number, edge?: PageEdge): Promise<ListPage>;
  /** How many wait. */
  count(place: string, queue: string): Promise<number>;
  /** A whole list, up to `ceiling` rows; `complete` is false when there are more. */
  all(
    place: string,
    queue: string,
    list: QueueList,
    ceiling: number,
  ): Promise<{ readonly rows: readonly QueueRow[]; readonly complete: boolean }>;
  /** Every row of a list, a page of the store at a time, however many there are. */
  each(place: string, queue: string, list: QueueList): AsyncIterable<readonly QueueRow[]>;
}
