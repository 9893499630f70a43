/** Addresses of the pages about webhooks. */
export const webhooksPath = '/webhooks';
export const addWebhookPath = '/webhooks/add';

export function webhookPath(webhookId: string): string {
  return `${webhooksPath}/${webhookId}`;
}

/** Where a button of a webhook leads: one address for each thing that can be done. */
export function webhookWorkPath(webhookId: string, work: string): string {
  return `${webhookPath(webhookId)}/${work}`;
}
