import type { Instant } from '../../domain/calendar/instant.ts';
import type { Message } from '../../domain/message/message.ts';

/** Messages of a place, each under an id that follows from what it tells. */
export interface Messages {
  get(place: string, id: string): Promise<Message | undefined>;
  /** Several, in no order; ids that nothing has are left out. */
  many(place: string, ids: readonly string[]): Promise<readonly Message[]>;
  /** Keeps a new message, unless there is one under its id: answers whether it is new. */
  create(message: Message): Promise<boolean>;
  /** Keeps the next version of one; answers whether nobody else was first. */
  save(message: Message): Promise<boolean>;
  /** Ids of what waits to be sent up to an instant, the earliest first. */
  due(place: string, upTo: Instant): AsyncIterable<readonly string[]>;
  /** The last that could not be sent to people, newest first. */
  failed(place: string, limit: number): Promise<readonly Message[]>;
  /** The last for a webhook, newest first, whatever became of them. */
  toWebhook(place: string, webhookId: string, limit: number): Promise<readonly Message[]>;
}
