/** One webhook: what it is, how it does, what can be done with it, and what was sent there of late. */

import { type StaffNames, staffNames } from '../../../../shared/application/audit/staff-names.ts';
import { readWebhook } from '../../../../shared/application/messages/manage-webhooks.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { Message } from '../../../../shared/domain/message/message.ts';
import type { Webhook, WebhookEvent } from '../../../../shared/domain/message/webhook.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { whenInWords } from '../audit/words.ts';
import { webhooksPath } from './addresses.ts';
import { aboutNames, channelNames, eventNames, problemWords, standingOfWebhook, teamWords } from './webhook-words.ts';
import { webhookWorks, workButtons } from './webhook-works.ts';

const SHOWN = 20;

export async function webhookPage(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params, query, policy, now } = visit;
  const [{ webhook, messages }, names] = await Promise.all([
    readWebhook(deps, call, params['webhookId'] ?? ''),
    staffNames(deps),
  ]);
  const done = webhookWorks[query.get('done') ?? '']?.done;
  return page({
    title: 'Webhook',
    section: 'webhooks',
    beforeContent: backLink({ href: webhooksPath, text: 'Back to the webhooks' }),
    content: html`${done && notificationBanner({ variant: 'success', heading: done })}<h1 class="nhsuk-heading-l"><bdi>${webhook.name}</bdi></h1><p class="app-list-moment">As at ${whenInWords(now)}. Reload the page for the present.</p>${summaryList(
      {
        rows: [
          { key: 'Status', value: html`${statusTag.webhook(standingOfWebhook(webhook))} ${failuresWords(webhook)}` },
          { key: 'What is sent', value: channelNames[webhook.channel] },
          { key: 'Alerts of', value: teamWords(policy, webhook.team) },
          { key: 'Web address', value: html`<span class="app-typed">${webhook.url}</span>` },
        ],
      },
    )}${workButtons(visit, webhook, messages)}<h2 class="nhsuk-heading-m">Sent of late</h2>${messagesView(messages)}<h2 class="nhsuk-heading-m">History</h2>${historyView(webhook.events, names)}`,
  });
}

function failuresWords({ failures }: Webhook): string {
  return failures === 0 ? '' : `${counted(failures, 'failure')} since it last worked`;
}

function messagesView(messages: readonly Message[]): Html {
  if (messages.length === 0) return html`<p>Nothing has been sent there yet.</p>`;
  return table<Message>({
    caption: 'The last messages, newest first',
    isCaptionHidden: true,
    isResponsive: true,
    rows: messages.slice(0, SHOWN),
    columns: [
      { heading: 'When', isRowHeader: true, cell: ({ createdAt }) => whenInWords(createdAt) },
      { heading: 'What', cell: ({ about }) => aboutNames[about.kind] },
      {
        heading: 'Status',
        cell: ({ state, attempts, nextAt }) =>
          html`${statusTag.message(state)}${state === 'waiting' && attempts > 0 && nextAt !== null && html`<br><span class="app-secondary">next try ${whenInWords(nextAt)}</span>`}`,
      },
      { heading: 'Tries', isNumeric: true, cell: ({ attempts }) => String(attempts) },
      { heading: 'Problem', cell: ({ problem }) => problemWords(problem) || 'None' },
    ],
  });
}

function historyView(events: readonly WebhookEvent[], names: StaffNames): Html {
  return html`<ul class="nhsuk-list nhsuk-list--bullet">${events
    .toReversed()
    .slice(0, SHOWN)
    .map(({ kind, at, by }) => {
      const who = by === 'service' ? '' : `, by ${names.get(by)?.name ?? 'somebody'}`;
      return html`<li>${eventNames[kind]}, ${whenInWords(at)}${who}</li>`;
    })}</ul>`;
}
