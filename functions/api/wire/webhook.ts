/** Webhooks on the wire: their secret is in the one answer that makes it, and in no other. */
import * as z from 'zod';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { systemChannels } from '../../../shared/domain/message/channel.ts';
import { type Message, messageAboutSchema, messageStates } from '../../../shared/domain/message/message.ts';
import { type Webhook, webhookEventKinds } from '../../../shared/domain/message/webhook.ts';

export const webhookWireSchema = z.strictObject({
  id: opaqueIdSchema,
  version: z.int(),
  name: z.string(),
  channel: z.enum(systemChannels),
  team: z.string().nullable(),
  url: z.string(),
  isOn: z.boolean(),
  /** Failures since the last success. */
  failures: z.int(),
  events: z.array(
    z.strictObject({ id: opaqueIdSchema, kind: z.enum(webhookEventKinds), at: instantSchema, by: z.string() }),
  ),
});

export const webhookWithSecretSchema = webhookWireSchema.extend({
  secret: z.string().meta({ description: 'Requests are signed with it. Keep it: it is not shown again' }),
});

export const webhookMessageSchema = z.strictObject({
  id: opaqueIdSchema,
  about: messageAboutSchema.options[0].shape.kind.or(z.enum(['bundle', 'test', 'family'])),
  state: z.enum(messageStates),
  createdAt: instantSchema,
  settledAt: instantSchema.nullable(),
  nextAt: instantSchema.nullable(),
  attempts: z.int(),
  problem: z.string().nullable(),
});

export function webhookWire(webhook: Webhook): z.input<typeof webhookWireSchema> {
  const { id, version, name, channel, team, url, isOn, failures, events } = webhook;
  const told = events.map(({ id: eventId, kind, at, by }) => ({ id: eventId, kind, at, by }));
  return { id, version, name, channel, team, url, isOn, failures, events: told };
}

export function webhookMessageWire(message: Message): z.input<typeof webhookMessageSchema> {
  const { id, about, state, createdAt, settledAt, nextAt, attempts, problem } = message;
  return { id, about: about.kind, state, createdAt, settledAt, nextAt, attempts, problem };
}
