/** What can be done with a webhook: a button for each, and a question first where it cannot be taken back. */
import {
  readWebhook,
  type WebhookAction,
  workWebhook,
} from '../../../../shared/application/messages/manage-webhooks.ts';
import type { Message } from '../../../../shared/domain/message/message.ts';
import type { Webhook } from '../../../../shared/domain/message/webhook.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { type ButtonVariant, button, linkButton } from '../../../../shared/http/html/components/button.ts';
import { postForm } from '../../../../shared/http/html/components/form.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { goTo, type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import { actingPage, type PageRoute } from '../../../../shared/http/page/page-route.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { secretPage } from './add-page.ts';
import { webhookPath, webhookWorkPath } from './addresses.ts';

interface Work {
  readonly action: WebhookAction;
  readonly text: string;
  readonly variant: ButtonVariant;
  /** Said when it is done. */
  readonly done: string;
  readonly fits: (webhook: Webhook, messages: readonly Message[]) => boolean;
  /** What it leads to, asked about on a page of its own before it is done. */
  readonly asks?: string;
}

export const webhookWorks: Readonly<Record<string, Work>> = {
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
    asks: 'Requests are signed with the new secret from then on. Until the system there knows it, that system refuses them. They are tried again for nearly a day.',
  },
};

export const webhookWorkRoutes: readonly PageRoute[] = Object.entries(webhookWorks).flatMap(([name, work]) => [
  ...(work.asks === undefined
    ? []
    : [
        actingPage('GET', webhookWorkPath('{webhookId}', name), 'webhook.manage', (visit) =>
          askedPage(visit, name, work, work.asks ?? ''),
        ),
      ]),
  actingPage('POST', webhookWorkPath('{webhookId}', name), 'webhook.manage', async (visit) => {
    const { deps, call, params } = visit;
    const form = await visit.form();
    const id = params['webhookId'] ?? '';
    const asked = { id, action: work.action, seen: Number(form.get('version')) || 0, key: form.get('key') };
    const webhook = await workWebhook(deps, call, asked);
    if (work.action === 'secret-changed') return secretPage(webhook, 'The secret has been changed');
    return goTo(`${webhookPath(id)}?done=${name}`);
  }),
]);

export function workButtons(visit: ActingVisit, webhook: Webhook, messages: readonly Message[]): Html {
  return html`<div class="app-button-forms app-no-print">${Object.entries(webhookWorks)
    .filter(([, { fits }]) => fits(webhook, messages))
    .map(([name, work]) =>
      work.asks === undefined
        ? workForm(visit, webhook, name, work)
        : linkButton({ text: work.text, href: webhookWorkPath(webhook.id, name), variant: 'secondary' }),
    )}</div>`;
}

function workForm({ session, deps }: ActingVisit, webhook: Webhook, name: string, { text, variant }: Work): Html {
  return postForm({
    action: webhookWorkPath(webhook.id, name),
    csrfToken: session.formToken,
    hidden: { version: String(webhook.version), key: deps.ids.fresh() },
    content: button({ text, variant }),
  });
}

async function askedPage(visit: ActingVisit, name: string, work: Work, asks: string): Promise<PageAnswer> {
  const { webhook } = await readWebhook(visit.deps, visit.call, visit.params['webhookId'] ?? '');
  const back = webhookPath(webhook.id);
  return page({
    title: work.text,
    section: 'webhooks',
    beforeContent: backLink({ href: back, text: 'Back to the webhook' }),
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${work.text}</h1><p>Webhook: <bdi>${webhook.name}</bdi></p><p>${asks}</p>${workForm(visit, webhook, name, work)}<p><a href="${back}">Do not change it</a></p></div></div>`,
  });
}
