import { messageEventTypes } from '../../../events/catalogue.ts';
import type { Message } from '../../domain/message/message.ts';
import type { Webhook } from '../../domain/message/webhook.ts';
import type { PublishingDeps } from '../deps.ts';
import { recordUnreached, type UnreachedDeps } from '../family-access/record-unreached.ts';
import { published } from './publish-change.ts';

/**
 * What follows from a committed change of a message: the bus is told how it ended, and where it was to reach a family and did not, that is
 * written down. Ids follow from message and version, so that doing it twice is doing it once. No copy is made for the audit: a message is
 * about nobody's record.
 */
export async function publishMessage(
  deps: Pick<PublishingDeps, 'bus'> & UnreachedDeps,
  after: Message,
  before: Message | undefined,
): Promise<void> {
  const { state, settledAt, id: messageId, place, channel, about } = after;
  if (state === before?.state || (state !== 'sent' && state !== 'failed') || settledAt === null) return;
  const alertId = about.kind === 'alert' ? { alertId: about.alertId } : {};
  const id = deps.hash(JSON.stringify(['message-event', messageId, after.version])).slice(0, 16);
  const data = { place, messageId, channel, ...alertId };
  await deps.bus.publish([published(messageEventTypes[state], id, messageId, settledAt, data)]);
  if (state === 'failed') await recordUnreached(deps, after);
}

/** What follows from a committed change of a webhook: the bus is told when it failed too often. */
export async function publishWebhook(
  deps: Pick<PublishingDeps, 'bus'>,
  after: Webhook,
  before: Webhook | undefined,
): Promise<void> {
  const last = after.events.at(-1);
  if (last?.kind !== 'given-up' || before?.events.at(-1)?.id === last.id) return;
  const data = { place: after.place, webhookId: after.id };
  await deps.bus.publish([published(messageEventTypes['webhook-given-up'], last.id, after.id, last.at, data)]);
}
