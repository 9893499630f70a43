/** One webhook: what it is, how it does, what can be done with it, and what was sent there of late. */

import { type StaffNames, staffNames } from '../../../../shared/application/audit/staff-names.ts';
import {
  readWebhook,
  type WebhookAction,
  workWebhook,
} from '../../../../shared/application/messages/manage-webhooks.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { Message } from '../../../../shared/domain/message/message.ts';
import type { Webhook, WebhookEvent } from '../../../../shared/domain/message/webhook.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { type ButtonVariant, button } from '../../../../shared/http/html/components/button.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { whenInWords } from '../audit/words.ts';
import { secretPage } from './add-page.ts';
import { webhookPath, webhooksPath, webhookWorkPath } from './addresses.ts';
import { aboutNames, channelNames, eventNames, problemWords, standingOfWebhook, teamWords } from './webhook-words.ts';

const SHOWN = 20;

interface Work {
  readonly action: WebhookAction;
  readonly text: string;
  readonly variant: ButtonVariant;
  /** Said when it is done. */
  readonly done: string;
  readonly fits: (webhook: Webhook, messages: readonly Message[]) => boolean;
}

const works: Readonly<Record<string, Work>> = {
  test: {
    ...{ action: 'tested', text: 'Send a test', variant: 'primary', done: 'A test goes out within a minute' },
    fits: () => true,
  },
  replay: {
    ...{ action: 'replayed', text: 'Send again what was not sent', variant: 'secondary' },
    done: 'What was not sent goes out within a minute',
    fits: ({ isOn }, messages) => isOn && messages.some(({ state }) => state === 'failed'),
  },
  off: {
    ...{ action: 'switched-off', text: 'Switch off', variant: 'secondary', done: 'The webhook is off' },
    fits: ({ isOn }) => isOn,
  },
  on: {
    ...{ action: 'switched-on', text: 'Switch on', variant: 'secondary', done: 'The webhook is on' },
    fits: ({ isOn }) => !isOn,
  },
  secret: {
    ...{ action: 'secret-changed', text: 'Change the secret', variant: 'warning', done: '' },
    fits: ({ channel }) => channel === 'webhook',
  },
};

export const webhookWorkRoutes: readonly PageRoute[] = Object.entries(works).map(([name, work]) =>
  actingPage('POST', webhookWorkPath('{webhookId}', name), 'webhook.manage', async (visit) => {
    const { deps, call, params } = visit;
    const form = await visit.form();
    const id = params['webhookId'] ?? '';
    const asked = { id, action: work.action, seen: Number(form.get('version')) || 0, key: form.get('key') };
    const webhook = await workWebhook(deps, call, asked);
    if (work.action === 'secret-changed') return secretPage(webhook, 'The secret has been changed');
    return goTo(`${webhookPath(id)}?done=${name}`);
  }),
);

export async function webhookPage(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params, query, policy } = visit;
  const [{ webhook, messages }, names] = await Promise.all([
    readWebhook(deps, call, params['webhookId'] ?? ''),
    staffNames(deps),
  ]);
  const done = works[query.get('done') ?? '']?.done;
  return page({
    title: 'Webhook',
    section: 'webhooks',
    beforeContent: backLink({ href: webhooksPath, text: 'Back to the webhooks' }),
    content: html`${done && notificationBanner({ variant: 'success', heading: done })}<h1 class="nhsuk-heading-l"><bdi>${webhook.name}</bdi></h1>${summaryList(
      {
        rows: [
          { key: 'Status', value: html`${statusTag.webhook(standingOfWebhook(webhook))} ${failuresWords(webhook)}` },
          { key: 'What is sent', value: channelNames[webhook.channel] },
          { key: 'Alerts of', value: teamWords(policy, webhook.team) },
          { key: 'Web address', value: html`<span class="app-typed">${webhook.url}</span>` },
        ],
      },
    )}${buttons(visit, webhook, messages)}<h2 class="nhsuk-heading-m">Sent of late</h2>${messagesView(messages)}<h2 class="nhsuk-heading-m">History</h2>${historyView(webhook.events, names)}`,
  });
}

function failuresWords({ failures }: Webhook): string {
  return failures === 0 ? '' : `${counted(failures, 'failure')} since it last worked`;
}

function buttons(visit: ActingVisit, webhook: Webhook, messages: readonly Message[]): Html {
  return html`<div class="app-button-forms app-no-print">${Object.entries(works)
    .filter(([, { fits }]) => fits(webhook, messages))
    .map(([name, { text, variant }]) =>
      postForm({
        action: webhookWorkPath(webhook.id, name),
        csrfToken: visit.session.formToken,
        hidden: { version: String(webhook.version), key: visit.deps.ids.fresh() },
        content: button({ text, variant }),
      }),
    )}</div>`;
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
      { heading: 'Status', cell: ({ state }) => statusTag.message(state) },
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
