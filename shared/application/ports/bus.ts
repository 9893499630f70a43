import type { PublishedEvent } from '../../../events/published-event.ts';

/** The bus that committed changes are published on. At least once: receivers know a repeat by the event's id. */
export interface Bus {
  /** Publishes all, or throws `unavailable` when one of them was not taken. */
  publish(events: readonly PublishedEvent[]): Promise<void>;
}
