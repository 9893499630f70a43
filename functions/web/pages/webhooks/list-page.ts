/** The webhooks of a place. */
import { listWebhooks } from '../../../../shared/application/messages/manage-webhooks.ts';
import type { Webhook } from '../../../../shared/domain/message/webhook.ts';
import { linkButton } from '../../../../shared/http/html/components/button.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { addWebhookPath, webhookPath } from './addresses.ts';
import { channelNames, standingOfWebhook, teamWords } from './webhook-words.ts';

export async function webhooksPage(visit: ActingVisit): Promise<PageAnswer> {
  const webhooks = await listWebhooks(visit.deps, visit.call);
  const title = 'Webhooks';
  return page({
    title,
    section: 'webhooks',
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>Systems and chats of teams that are told of alerts. What is sent there holds ids and no names.</p>${
      webhooks.length === 0
        ? insetText(html`<p>There are none yet.</p>`)
        : table<Webhook>({
            caption: 'Webhooks of this place',
            isCaptionHidden: true,
            isResponsive: true,
            rows: webhooks,
            columns: [
              {
                heading: 'Name',
                isRowHeader: true,
                cell: ({ id, name }) => html`<a href="${webhookPath(id)}"><bdi>${name}</bdi></a>`,
              },
              { heading: 'What', cell: ({ channel }) => channelNames[channel] },
              { heading: 'Alerts of', cell: ({ team }) => teamWords(visit.policy, team) },
              { heading: 'Status', cell: (webhook) => statusTag.webhook(standingOfWebhook(webhook)) },
            ],
          })
    }${linkButton({ text: 'Add a webhook', href: addWebhookPath })}`,
  });
}
