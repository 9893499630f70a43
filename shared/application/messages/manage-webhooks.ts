/** The webhooks of a place: made, tried, switched on and off, and given what they missed. Each command is one conditional write. */
import * as z from 'zod';
import { teamCodeSchema } from '../../domain/alert/alert-policy.ts';
import { teamsOf } from '../../domain/alert/teams.ts';
import { invalid, isDomainError, notFound, stale } from '../../domain/error.ts';
import { systemChannels } from '../../domain/message/channel.ts';
import { type Message, messageIdOf, newMessage, replayedMessage } from '../../domain/message/message.ts';
import { egressFault, urlFaultText } from '../../domain/message/public-address.ts';
import { changedWebhook, type Webhook, type WebhookEvent, webhookNameSchema } from '../../domain/message/webhook.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import { commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { placeNotFound } from '../policy/read-policy.ts';

export const newWebhookSchema = z.strictObject({
  name: webhookNameSchema,
  channel: z.enum(systemChannels),
  /** Of which team's alerts; null for every team of the place. */
  team: teamCodeSchema.nullable(),
  url: z.string().min(1).max(1000),
});
export type NewWebhook = z.output<typeof newWebhookSchema>;

type WebhookDeps = Pick<Deps, 'webhooks' | 'messages' | 'policies' | 'ids' | 'hash' | 'stage'>;

/** Messages looked back at: shown, and sent again. */
export const RECENT_MESSAGES = 100;

/** @throws `forbidden`. */
export async function listWebhooks(deps: Pick<Deps, 'webhooks'>, call: Call): Promise<readonly Webhook[]> {
  mayManage(call);
  const all = await deps.webhooks.list(call.actor.place);
  return all.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

/** A webhook with the last messages for it. @throws `not-found` `webhook-not-found`; `forbidden`. */
export async function readWebhook(
  deps: Pick<Deps, 'webhooks' | 'messages'>,
  call: Call,
  id: string,
): Promise<{ readonly webhook: Webhook; readonly messages: readonly Message[] }> {
  mayManage(call);
  const [webhook, messages] = await Promise.all([
    deps.webhooks.get(call.actor.place, id),
    deps.messages.toWebhook(call.actor.place, id, RECENT_MESSAGES),
  ]);
  if (webhook === undefined) throw webhookNotFound();
  return { webhook, messages };
}

/**
 * A new webhook. Its secret is in the answer, and in no later one.
 * @throws `invalid` `webhook-url`, `team-unknown`, `idempotency-key-reused`; `forbidden`.
 */
export async function createWebhook(deps: WebhookDeps, call: Call, asked: NewWebhook, key: string): Promise<Webhook> {
  mayManage(call);
  await checkWebhook(deps, call, asked);
  const { place } = call.actor;
  const command = commandIdentity(deps, call, ['create-webhook'], key, asked);
  const id = deps.ids.derived('webhook', place, command.eventId);
  const event = eventOf(call, command, 'created');
  const webhook: Webhook = {
    ...asked,
    ...{ id, place, version: 1, secret: secretOf(deps, id, event.id), isOn: true, failures: 0, events: [event] },
  };
  try {
    await deps.webhooks.create(webhook);
    return webhook;
  } catch (refused) {
    if (!isDomainError(refused, 'conflict')) throw refused;
    const made = await deps.webhooks.get(place, id);
    if (made === undefined || recordedBefore(made.events, command) === undefined) throw refused;
    return made;
  }
}

/** @throws `invalid` `webhook-url`, `team-unknown`. */
export async function checkWebhook(
  deps: Pick<Deps, 'policies' | 'stage'>,
  { actor }: Call,
  { url, team }: NewWebhook,
): Promise<void> {
  const fault = egressFault(url, { loopback: deps.stage === 'local' });
  if (fault !== undefined) throw refusal('webhook-url', '/url', urlFaultText[fault]);
  const policy = await placePolicy(deps.policies, actor.place);
  if (team !== null && !teamsOf(policy).some(({ code }) => code === team))
    throw refusal('team-unknown', '/team', 'Choose a team of this place');
}

/** What can be done with a webhook. */
export type WebhookAction = Extract<
  WebhookEvent['kind'],
  'tested' | 'switched-off' | 'switched-on' | 'secret-changed' | 'replayed'
>;

/**
 * Does something with a webhook, once for one key. What is to be sent goes with the next run, within a minute.
 * @param seen the version that it was decided on.
 * @throws `conflict` `already-on`, `already-off`; `stale`; `not-found`; `forbidden`.
 */
export async function workWebhook(
  deps: WebhookDeps,
  call: Call,
  {
    id,
    action,
    seen,
    key,
  }: { readonly id: string; readonly action: WebhookAction; readonly seen: number; readonly key: string },
): Promise<Webhook> {
  const { webhook } = await readWebhook(deps, call, id);
  const command = commandIdentity(deps, call, ['webhook', id], key, { action });
  if (recordedBefore(webhook.events, command) !== undefined)
    return finished(deps, call, webhook, action, command.eventId);
  if (webhook.version !== seen) throw changedSince(webhook.version);
  const event = eventOf(call, command, action);
  const change = action === 'secret-changed' ? { secret: secretOf(deps, id, event.id) } : {};
  const next = changedWebhook(webhook, event, change);
  try {
    await deps.webhooks.save(next);
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    const current = await deps.webhooks.get(call.actor.place, id);
    throw changedSince(current?.version ?? seen);
  }
  return finished(deps, call, next, action, command.eventId);
}

/** What follows from a command, which a repeat of it completes. */
async function finished(
  deps: WebhookDeps,
  call: Call,
  webhook: Webhook,
  action: WebhookAction,
  eventId: string,
): Promise<Webhook> {
  const { place, id: to, channel } = webhook;
  if (action === 'tested') {
    const id = messageIdOf(['test', eventId], deps.hash);
    const about = { kind: 'test' } as const;
    await deps.messages.create(newMessage({ id, place, to, channel, about, createdAt: call.now }, call.now));
  }
  if (action === 'replayed') {
    const recent = await deps.messages.toWebhook(place, to, RECENT_MESSAGES);
    const failed = recent.filter(({ state, about }) => state === 'failed' && about.kind !== 'test');
    for (const message of failed) await deps.messages.save(replayedMessage(message, call.now));
  }
  return webhook;
}

function mayManage(call: Call): void {
  authorise(call, 'webhook.manage', placeSubject(call.actor.place), placeNotFound);
}

function eventOf(
  call: Call,
  { eventId, requestHash }: ReturnType<typeof commandIdentity>,
  kind: WebhookEvent['kind'],
): WebhookEvent {
  return { id: eventId, kind, at: call.now, by: call.actor.id, requestHash };
}

/** 192 bits that follow from the command, so that a repeat of it answers the same; nobody without the key can make them. */
function secretOf({ ids }: Pick<Deps, 'ids'>, webhookId: string, eventId: string): string {
  return ['1', '2'].map((part) => ids.derived('webhook-secret', webhookId, eventId, part)).join('');
}

export function webhookNotFound() {
  return notFound('webhook-not-found', 'There is no such webhook');
}

function changedSince(currentVersion: number) {
  return stale('changed-since', 'This webhook has been changed since you read it', { currentVersion });
}

function refusal(code: string, pointer: string, message: string) {
  return invalid(code, message, [{ pointer, code, message }]);
}
