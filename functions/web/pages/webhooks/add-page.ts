/** A new webhook: asked, checked, saved once; then its secret, shown this once. */
import * as z from 'zod';
import {
  checkWebhook,
  createWebhook,
  type NewWebhook,
} from '../../../../shared/application/messages/manage-webhooks.ts';
import { teamsOf } from '../../../../shared/domain/alert/teams.ts';
import { systemChannels } from '../../../../shared/domain/message/channel.ts';
import type { Webhook } from '../../../../shared/domain/message/webhook.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { html } from '../../../../shared/http/html/html.ts';
import { answerPage, askPage, type FormFlow } from '../../../../shared/http/page/form-flow.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { webhookPath, webhooksPath } from './addresses.ts';
import { channelNames } from './webhook-words.ts';

/** Stands for every team: no team has such a code. */
const EVERY_TEAM = 'EVERY';

export async function addWebhookPage(visit: ActingVisit): Promise<PageAnswer> {
  return askPage(visit, flowOf(visit));
}

export async function saveWebhookPage(visit: ActingVisit): Promise<PageAnswer> {
  return answerPage(visit, flowOf(visit));
}

function flowOf({ deps, call, policy }: ActingVisit): FormFlow<NewWebhook> {
  return {
    form: {
      questions: [
        { kind: 'text', name: 'name', label: 'Name', hint: 'What your place knows it by', missing: 'Enter a name' },
        {
          kind: 'one-of',
          name: 'channel',
          label: 'What is sent?',
          options: [
            { value: 'webhook', text: channelNames.webhook, hint: 'For a system that can check a signature' },
            { value: 'workflow', text: channelNames.workflow, hint: 'The address of a workflow in Teams, or the like' },
          ],
          missing: 'Select what is sent',
        },
        {
          kind: 'one-of',
          as: 'select',
          name: 'team',
          label: 'Alerts of which team?',
          options: [
            { value: EVERY_TEAM, text: 'Every team' },
            ...teamsOf(policy).map(({ code, name }) => ({ value: code, text: name })),
          ],
          missing: 'Select a team',
        },
        {
          kind: 'text',
          name: 'url',
          label: 'Web address',
          hint: 'It begins with https:// and leads to a public address',
          missing: 'Enter the web address',
        },
      ],
      schema: z
        .object({
          name: z.string().max(60, 'Name must be 60 characters or fewer'),
          channel: z.enum(systemChannels),
          team: z.string(),
          url: z.string(),
        })
        .transform(({ team, ...rest }): NewWebhook => ({ ...rest, team: team === EVERY_TEAM ? null : team })),
    },
    title: 'Add a webhook',
    backHref: webhooksPath,
    section: 'webhooks',
    saveLabel: 'Add the webhook',
    judge: (asked) => checkWebhook(deps, call, asked),
    async save(asked, key) {
      return secretPage(await createWebhook(deps, call, asked, key), 'The webhook has been added');
    },
  };
}

/** The one page that shows a secret. Reloading it sends the same form again, and comes to the same. */
export function secretPage({ id, channel, secret }: Webhook, title: string): PageAnswer {
  const onward = html`<p><a href="${webhookPath(id)}">Go on to the webhook</a>, and send a test.</p>`;
  return page({
    title,
    section: 'webhooks',
    content: html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l">${title}</h1>${
      channel === 'workflow'
        ? html`<p>Posts in a chat are not signed: whoever knows the address of the workflow can post there. Keep it to yourselves.</p>`
        : html`${warningCallout({
            heading: 'Keep this secret now',
            content: html`<p>It is not shown again. Requests are signed with it, so that the system there knows that they come from us.</p>`,
          })}<p><code class="app-secret">${secret}</code></p><p>The header <code>webhook-signature</code> holds <code>v1=</code> and the HMAC-SHA256, in hex, of the header <code>webhook-timestamp</code>, a full stop and the body. Refuse what is older than five minutes, and drop repeats by <code>webhook-id</code>.</p>`
    }${onward}</div></div>`,
  });
}
