import * as z from 'zod';
import type { Messages } from '../../application/ports/messages.ts';
import { instantSchema } from '../../domain/calendar/instant.ts';
import { isSystemChannel } from '../../domain/message/channel.ts';
import { type Message, messageSchema } from '../../domain/message/message.ts';
import { failedMessages, messageKey, messageKeyOf, messageWatchList, webhookMessages } from './keys.ts';
import { type ItemShape, type RawItem, readItem, UnreadableItem } from './stored-item.ts';
import { RECORD_INDEXES } from './table.ts';
import type { TableAccess } from './table-access.ts';

/** A message as stored: its place and id are in its key, its version is `v`. */
export const storedMessageSchema = z.strictObject({
  pk: z.string(),
  sk: z.literal('MESSAGE'),
  v: z.int().min(1),
  schema: z.int(),
  lp: z.string().optional(),
  ls: z.string().optional(),
  wp: z.string().optional(),
  ws: instantSchema.optional(),
  message: messageSchema.omit({ id: true, place: true, version: true }),
});
export const messageShape: ItemShape<z.output<typeof storedMessageSchema>> = {
  name: 'message',
  schema: 2,
  upcasts: {
    1: (item) => ({ ...item, schema: 2, message: { ...Object(item['message']), unheard: [], heldBack: 0 } }),
  },
  stored: storedMessageSchema,
};

/** Messages in the records table: one item each, in the sparse index for as long as they wait. */
export function messagesInTable(records: TableAccess): Messages {
  const last = async (partition: string, limit: number) => {
    const { items } = await records.page({ index: RECORD_INDEXES.list, partition, backwards: true, limit });
    const found = (await records.many(items.map(keyIn))).map(messageOf);
    return found.toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
  };
  return {
    async get(place, id) {
      const item = await records.get(messageKey(place, id));
      return item === undefined ? undefined : messageOf(item);
    },
    async many(place, ids) {
      const keys = [...new Set(ids)].map((id) => messageKey(place, id));
      return (await records.many(keys)).map(messageOf);
    },
    create: (message) => records.put(messageItem(message), 'absent'),
    save: (message) => records.put(messageItem(message), { version: message.version - 1 }),
    async *due(place, upTo) {
      const between = { from: '0000', to: upTo };
      const question = { index: RECORD_INDEXES.watch, partition: messageWatchList(place), between };
      for await (const page of records.pages(question)) yield page.map(idIn);
    },
    failed: (place, limit) => last(failedMessages(place), limit),
    toWebhook: (place, webhookId, limit) => last(webhookMessages(place, webhookId), limit),
  };
}

function messageItem(message: Message) {
  const { id, place, version, ...rest } = message;
  const list = isSystemChannel(message.channel)
    ? webhookMessages(place, message.to)
    : message.state === 'failed'
      ? failedMessages(place)
      : undefined;
  return {
    ...messageKey(place, id),
    v: version,
    schema: messageShape.schema,
    ...(list === undefined ? {} : { lp: list, ls: orderOf(message) }),
    ...(message.nextAt === null ? {} : { wp: messageWatchList(place), ws: message.nextAt }),
    message: rest,
  };
}

function orderOf({ createdAt, id }: Message): string {
  return `${createdAt}#${id}`;
}

/** Reads a message. @throws UnreadableItem */
export function messageOf(item: RawItem): Message {
  const { v, message, ...key } = readItem(messageShape, item);
  return { ...message, ...keyOf(key), version: v };
}

function keyIn(entry: RawItem) {
  return { pk: String(entry['pk']), sk: String(entry['sk']) };
}

function idIn(entry: RawItem): string {
  return keyOf(keyIn(entry)).id;
}

/** @throws UnreadableItem for what is in a list of messages and is none. */
function keyOf(key: { readonly pk: string; readonly sk: string }) {
  const found = messageKeyOf(key);
  if (found === undefined) throw new UnreadableItem('message', key, ['not the key of a message']);
  return found;
}
