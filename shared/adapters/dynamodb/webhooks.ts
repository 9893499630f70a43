import * as z from 'zod';
import type { Webhooks } from '../../application/ports/webhooks.ts';
import { conflict, stale } from '../../domain/error.ts';
import { type Webhook, webhookSchema } from '../../domain/message/webhook.ts';
import { webhookCollection } from './keys.ts';
import { type ItemShape, type RawItem, readItem } from './stored-item.ts';
import type { TableAccess } from './table-access.ts';

/** A webhook as stored: its place and id are in its key, its version is `v`. */
export const storedWebhookSchema = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  v: z.int().min(1),
  schema: z.int(),
  webhook: webhookSchema.omit({ id: true, place: true, version: true }),
});
const webhookShape: ItemShape<z.output<typeof storedWebhookSchema>> = {
  name: 'webhook',
  schema: 1,
  upcasts: {},
  stored: storedWebhookSchema,
};

/** Webhooks in the records table, all of a place in one collection: there are a few. */
export function webhooksInTable(records: TableAccess): Webhooks {
  return {
    async list(place) {
      return (await records.all({ partition: webhookCollection(place) })).map(webhookOf);
    },
    async get(place, id) {
      const item = await records.get({ pk: webhookCollection(place), sk: id });
      return item === undefined ? undefined : webhookOf(item);
    },
    async create(webhook) {
      if (!(await records.put(webhookItem(webhook), 'absent')))
        throw conflict('already-there', 'There is such a webhook already');
    },
    async save(webhook) {
      if (!(await records.put(webhookItem(webhook), { version: webhook.version - 1 })))
        throw stale('changed-since', 'This webhook has been changed since you read it');
    },
  };
}

function webhookItem({ id, place, version, ...webhook }: Webhook) {
  return { pk: webhookCollection(place), sk: id, v: version, schema: webhookShape.schema, webhook };
}

/** Reads a webhook. @throws UnreadableItem */
export function webhookOf(item: RawItem): Webhook {
  const { pk, sk, v, webhook } = readItem(webhookShape, item);
  return { ...webhook, place: pk.slice(0, pk.indexOf('#')), id: sk, version: v };
}
