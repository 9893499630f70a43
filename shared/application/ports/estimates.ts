import type { PublishedEstimates } from '../../domain/estimate/published.ts';

/** What families may be told of their waits, to read. */
export interface Estimates {
  /** The latest of a queue; undefined until there are any. */
  latest(place: string, queue: string): Promise<PublishedEstimates | undefined>;
}
