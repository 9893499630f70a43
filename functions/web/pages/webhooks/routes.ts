/** Every page about webhooks. */
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import { addWebhookPage, saveWebhookPage } from './add-page.ts';
import { addWebhookPath, webhookPath, webhooksPath } from './addresses.ts';
import { webhooksPage } from './list-page.ts';
import { webhookPage } from './webhook-page.ts';
import { webhookWorkRoutes } from './webhook-works.ts';

export const webhookRoutes: readonly PageRoute[] = [
  actingPage('GET', webhooksPath, 'webhook.manage', webhooksPage),
  actingPage('GET', addWebhookPath, 'webhook.manage', addWebhookPage),
  actingPage('POST', addWebhookPath, 'webhook.manage', saveWebhookPage),
  actingPage('GET', webhookPath('{webhookId}'), 'webhook.manage', webhookPage),
  ...webhookWorkRoutes,
];
