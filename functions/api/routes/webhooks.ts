import * as z from 'zod';
import {
  createWebhook,
  listWebhooks,
  newWebhookSchema,
  readWebhook,
  type WebhookAction,
  workWebhook,
} from '../../../shared/application/messages/manage-webhooks.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { defineRoute } from '../../../shared/http/api/route.ts';
import {
  webhookMessageSchema,
  webhookMessageWire,
  webhookWire,
  webhookWireSchema,
  webhookWithSecretSchema,
} from '../wire/webhook.ts';

const tag = 'Webhooks';
const params = z.strictObject({ webhookId: opaqueIdSchema });

export const webhookRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/webhooks',
    id: 'listWebhooks',
    tag,
    summary: 'The webhooks of your place',
    action: 'webhook.manage',
    response: z.strictObject({ webhooks: z.array(webhookWireSchema) }),
    async handle({ call }, deps) {
      return { body: { webhooks: (await listWebhooks(deps, call)).map(webhookWire) } };
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/webhooks',
    id: 'createWebhook',
    tag,
    summary: 'Have a system told of alerts',
    description:
      'A `webhook` gets a signed request for each alert of the team; a `workflow` posts a card in a chat. Both hold ids and no names. Check `webhook-signature` (`v1=` and the HMAC-SHA256, in hex, of `webhook-timestamp`, a full stop and the body) and drop repeats by `webhook-id`. The secret is in this answer and in no later one.',
    action: 'webhook.manage',
    body: newWebhookSchema,
    status: 201,
    response: webhookWithSecretSchema,
    async handle({ body, key, call }, deps) {
      const webhook = await createWebhook(deps, call, body, key);
      return { body: { ...webhookWire(webhook), secret: webhook.secret }, version: webhook.version };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/webhooks/{webhookId}',
    id: 'readWebhook',
    tag,
    summary: 'A webhook with the last messages for it',
    action: 'webhook.manage',
    params,
    response: webhookWireSchema.extend({ messages: z.array(webhookMessageSchema) }),
    async handle({ params: { webhookId }, call }, deps) {
      const { webhook, messages } = await readWebhook(deps, call, webhookId);
      return {
        body: { ...webhookWire(webhook), messages: messages.map(webhookMessageWire) },
        version: webhook.version,
      };
    },
  }),
  workRoute(
    'test',
    'testWebhook',
    'tested',
    'Send a test',
    'It goes out within a minute, whether the webhook is on or off.',
  ),
  workRoute('switch-off', 'switchWebhookOff', 'switched-off', 'Send nothing more there'),
  workRoute('switch-on', 'switchWebhookOn', 'switched-on', 'Send there again'),
  workRoute('replay', 'replayWebhook', 'replayed', 'Send again what could not be sent', 'Of the last 100 messages.'),
  defineRoute({
    method: 'POST',
    path: '/v1/webhooks/{webhookId}/secret',
    id: 'changeWebhookSecret',
    tag,
    summary: 'Sign with a new secret from now on',
    action: 'webhook.manage',
    precondition: 'idempotency-key-and-if-match',
    params,
    response: webhookWithSecretSchema,
    async handle({ params: { webhookId: id }, key, seen, call }, deps) {
      const webhook = await workWebhook(deps, call, { id, action: 'secret-changed', seen, key });
      return { body: { ...webhookWire(webhook), secret: webhook.secret }, version: webhook.version };
    },
  }),
];

function workRoute(path: string, id: string, action: WebhookAction, summary: string, description?: string) {
  return defineRoute({
    method: 'POST',
    path: `/v1/webhooks/{webhookId}/${path}`,
    id,
    tag,
    summary,
    ...(description === undefined ? {} : { description }),
    action: 'webhook.manage',
    precondition: 'idempotency-key-and-if-match',
    params,
    response: webhookWireSchema,
    async handle({ params: { webhookId }, key, seen, call }, deps) {
      const webhook = await workWebhook(deps, call, { id: webhookId, action, seen, key });
      return { body: webhookWire(webhook), version: webhook.version };
    },
  });
}
