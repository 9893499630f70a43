/** Whether each schedule ran and what it did, what was set aside, and what could not be sent: as at the moment of asking. */
import {
  LATE_AFTER_MINUTES,
  MOST_LATE_COUNTED,
  type Operations,
  readOperations,
} from '../../../../shared/application/messages/read-operations.ts';
import { callbackToken } from '../../../../shared/application/messages/record-delivery.ts';
import type { DeadLetterCount } from '../../../../shared/application/ports/dead-letters.ts';
import type { Message } from '../../../../shared/domain/message/message.ts';
import { details } from '../../../../shared/http/html/components/details.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { statusTag } from '../../../../shared/http/html/components/status.ts';
import { summaryList } from '../../../../shared/http/html/components/summary-list.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { warningCallout } from '../../../../shared/http/html/components/warning-callout.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { whenInWords } from '../audit/words.ts';
import { notifyCallbackPath } from '../notifications/routes.ts';
import { webhookPath } from '../webhooks/addresses.ts';
import { problemWords, standingOfWebhook } from '../webhooks/webhook-words.ts';
import { deadLetterNames } from './dead-letter-names.ts';
import { missingView, numberInWords, scheduleView } from './schedules-view.ts';

export async function operationsPage(visit: ActingVisit): Promise<PageAnswer> {
  const operations = await readOperations(visit.deps, visit.call);
  const title = 'Operations';
  return page({
    title,
    section: 'operations',
    isWide: true,
    content: html`<h1 class="nhsuk-heading-l">${title}</h1><p>As at ${whenInWords(operations.asAt)}. Reload the page for the present.</p>${missingView(operations.schedules)}${lateView(operations)}<h2 class="nhsuk-heading-m">Schedules</h2>${operations.schedules.map(
      (standing) => scheduleView(standing),
    )}${deadLettersView(operations)}${messagesView(operations)}${webhooksView(operations)}${teamsView(operations)}${callbackView(visit)}`,
  });
}

function callbackView({ deps }: ActingVisit): Html {
  return details({
    summary: 'For GOV.UK Notify: where it says what became of texts',
    content: html`<p>Enter this address and token there, under “Callbacks for delivery receipts”. Keep the token to yourselves.</p>${summaryList(
      {
        rows: [
          { key: 'Address', value: html`This site’s address, then <code>${notifyCallbackPath}</code>` },
          { key: 'Token', value: html`<code class="app-secret">${callbackToken(deps)}</code>` },
        ],
      },
    )}`,
  });
}

function lateView({ lateMessages }: Operations): Html | false {
  if (lateMessages === 0) return false;
  const most = lateMessages === MOST_LATE_COUNTED ? ' or more' : '';
  return warningCallout({
    heading: 'Messages are late',
    content: html`<p>${numberInWords(lateMessages)}${most} should have been sent more than ${LATE_AFTER_MINUTES} minutes ago. See whether the sending runs. They stay due until it does.</p>`,
  });
}

function deadLettersView({ deadLetters }: Operations): Html {
  return html`<h2 class="nhsuk-heading-m">Set aside</h2>${
    deadLetters.length === 0
      ? insetText(html`<p>No queue can be seen from here.</p>`)
      : table<DeadLetterCount>({
          caption: 'What could not be done and waits for somebody',
          isCaptionHidden: true,
          isResponsive: true,
          rows: deadLetters,
          columns: [
            { heading: 'What', isRowHeader: true, cell: ({ queue }) => deadLetterNames[queue] ?? queue },
            { heading: 'Queue', cell: ({ queue }) => queue },
            {
              heading: 'Waiting',
              isNumeric: true,
              cell: ({ waiting }) => (waiting === null ? statusTag.service('unknown') : numberInWords(waiting)),
            },
          ],
        })
  }<p>Put the cause right first, then send them again with <code>npm run redrive</code>.</p>`;
}

function messagesView({ failedMessages }: Operations): Html {
  return html`<h2 class="nhsuk-heading-m">Messages to people that were not sent</h2>${
    failedMessages.length === 0
      ? insetText(html`<p>None.</p>`)
      : table<Message>({
          caption: 'The last ones, newest first',
          isResponsive: true,
          rows: failedMessages,
          columns: [
            {
              heading: 'Given up',
              isRowHeader: true,
              cell: ({ settledAt, createdAt }) => whenInWords(settledAt ?? createdAt),
            },
            {
              heading: 'By',
              cell: ({ channel }) => (channel === 'email' ? 'E-mail' : channel === 'text' ? 'Text' : 'Letter'),
            },
            { heading: 'Problem', cell: ({ problem }) => problemWords(problem) },
          ],
        })
  }`;
}

function webhooksView({ troubledWebhooks }: Operations): Html {
  return html`<h2 class="nhsuk-heading-m">Webhooks that are off or failing</h2>${
    troubledWebhooks.length === 0
      ? insetText(html`<p>None.</p>`)
      : html`<ul class="nhsuk-list nhsuk-list--bullet">${troubledWebhooks.map(
          (webhook) =>
            html`<li><a href="${webhookPath(webhook.id)}"><bdi>${webhook.name}</bdi></a> ${statusTag.webhook(standingOfWebhook(webhook))}</li>`,
        )}</ul>`
  }`;
}

function teamsView({ unreachableTeams }: Operations): Html {
  return html`<h2 class="nhsuk-heading-m">Teams that no message reaches</h2>${
    unreachableTeams.length === 0
      ? insetText(html`<p>None.</p>`)
      : html`<p>Nobody in them has chosen a way to be told, and no webhook listens. Their alerts are on the list only.</p><ul class="nhsuk-list nhsuk-list--bullet">${unreachableTeams.map(
          ({ name }) => html`<li>${name}</li>`,
        )}</ul>`
  }`;
}
