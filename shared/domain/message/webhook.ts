/**
 * Where a team's systems hear of alerts: an address of theirs that gets a signed request, or a post in their chat. One
 * aggregate with its own short history; what is sent there names nobody.
 */
import * as z from 'zod';
import { teamCodeSchema } from '../alert/alert-policy.ts';
import { type Instant, instantSchema } from '../calendar/instant.ts';
import { conflict } from '../error.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { systemChannels } from './channel.ts';

/** Failures one after another, of whatever messages, after which nothing more is sent there until somebody looks into it. */
export const MOST_FAILURES = 20;
/** The last things that happened to it; those before are in the audit's stream of events. */
const KEPT_EVENTS = 50;

export const webhookEventKinds = [
  'created',
  'tested',
  'switched-off',
  'switched-on',
  'given-up',
  'secret-changed',
  'replayed',
] as const;

const webhookEventSchema = z.strictObject({
  id: opaqueIdSchema,
  kind: z.enum(webhookEventKinds),
  at: instantSchema,
  by: z.string().min(1).max(60),
  requestHash: z.string().max(64).optional(),
});
export type WebhookEvent = Readonly<z.output<typeof webhookEventSchema>>;

export const webhookNameSchema = z.string().trim().min(1).max(60);

export const webhookSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  name: webhookNameSchema,
  channel: z.enum(systemChannels),
  /** Of which team's alerts it hears; null for every team of the place. */
  team: teamCodeSchema.nullable(),
  url: z.string().min(1).max(1000),
  /** What requests are signed with; shown when it is made, and never again. */
  secret: z.string().min(32).max(80),
  isOn: z.boolean(),
  /** Failures since the last success. */
  failures: z.int().min(0),
  events: z.array(webhookEventSchema).min(1).max(KEPT_EVENTS),
});
export type Webhook = Readonly<z.output<typeof webhookSchema>>;

/** Whether it is to hear of a team's alerts now. */
export function listensTo({ isOn, team }: Webhook, code: string): boolean {
  return isOn && (team === null || team === code);
}

/** Something that was recorded about it. @throws `conflict` `already-on`, `already-off`. */
export function changedWebhook(
  webhook: Webhook,
  event: WebhookEvent,
  change: Partial<Pick<Webhook, 'secret'>> = {},
): Webhook {
  if (event.kind === 'switched-off' && !webhook.isOn) throw conflict('already-off', 'This webhook is off already');
  if (event.kind === 'switched-on' && webhook.isOn) throw conflict('already-on', 'This webhook is on already');
  const isOn =
    event.kind === 'switched-on' || (event.kind !== 'switched-off' && event.kind !== 'given-up' && webhook.isOn);
  const failures = event.kind === 'switched-on' ? 0 : webhook.failures;
  return { ...webhook, ...change, isOn, failures, version: webhook.version + 1, events: withEvent(webhook, event) };
}

/** Something was delivered there: the same webhook when nothing had failed before. */
export function deliveredTo(webhook: Webhook): Webhook {
  return webhook.failures === 0 ? webhook : { ...webhook, failures: 0, version: webhook.version + 1 };
}

/** Something could not be delivered. After too many it is switched off, by the service itself. */
export function failedAt(webhook: Webhook, event: Omit<WebhookEvent, 'kind' | 'by'>, now: Instant): Webhook {
  const failures = webhook.failures + 1;
  const next = { ...webhook, failures, version: webhook.version + 1 };
  if (!webhook.isOn || failures < MOST_FAILURES) return next;
  const givenUp: WebhookEvent = { ...event, kind: 'given-up', at: now, by: 'service' };
  return { ...next, isOn: false, events: withEvent(webhook, givenUp) };
}

/** The first event stays: it says who made it. */
function withEvent({ events }: Webhook, event: WebhookEvent): Webhook['events'] {
  const [first, ...rest] = events;
  const kept = [...rest, event].slice(1 - KEPT_EVENTS);
  return first === undefined ? kept : [first, ...kept];
}
