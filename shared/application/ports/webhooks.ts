import type { Webhook } from '../../domain/message/webhook.ts';

/** The webhooks of a place. */
export interface Webhooks {
  /** All of them, in no order. */
  list(place: string): Promise<readonly Webhook[]>;
  get(place: string, id: string): Promise<Webhook | undefined>;
  /** @throws `conflict` `already-there` when the id is taken. */
  create(webhook: Webhook): Promise<void>;
  /** `version` is one more than what is stored. @throws `stale` `changed-since`. */
  save(webhook: Webhook): Promise<void>;
}
