/** Several alerts taken up at once, and a report of each that could not be. */
import { type AlertChosen, bulkAcknowledge } from '../../../../shared/application/alerts/bulk-acknowledge.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import { invalid, isDomainError } from '../../../../shared/domain/error.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { errorSummary } from '../../../../shared/http/html/components/error-summary.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { type Content, type Html, html } from '../../../../shared/http/html/html.ts';
import {
  goTo,
  type PageAnswer,
  type PageContent,
  page,
  refusedPage,
} from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { ownAddress } from '../own-address.ts';
import { alertPath, alertsPath } from './addresses.ts';

/** Nothing is at this address by itself: reloading it, or coming back to it, leads to the list. */
export async function severalAgain(): Promise<PageAnswer> {
  return goTo(alertsPath);
}

export async function acknowledgeSeveral(visit: ActingVisit): Promise<PageAnswer> {
  const body = await visit.form();
  const asked = ownAddress(body.get('list'), alertsPath);
  const list = asked.startsWith(alertsPath) ? asked : alertsPath;
  const chosen = readChosen(body.all('alert'));
  try {
    const key = body.get('key') || visit.deps.ids.fresh();
    const { done, refused } = await bulkAcknowledge(visit.deps, visit.call, chosen, {}, key);
    const report = html`${
      done.length > 0 &&
      notificationBanner({ variant: 'success', heading: `${counted(done.length, 'alert')} acknowledged` })
    }${pageHeading('Acknowledge alerts')}${
      refused.length === 0
        ? html`<p>All the alerts you chose are acknowledged.</p>`
        : html`<p><strong>${counted(refused.length, 'alert')} could not be acknowledged.</strong> Nothing has changed about ${refused.length === 1 ? 'it' : 'them'}.</p><ul class="nhsuk-list nhsuk-list--bullet">${refused.map(
            ({ id, problem }) => html`<li><a href="${alertPath(id)}">Look at this alert</a>: ${problem.title}</li>`,
          )}</ul>`
    }<p><a href="${list}">Back to the alerts</a></p>`;
    return page(framed(list, report));
  } catch (refusal) {
    if (!isDomainError(refusal, 'invalid')) throw refusal;
    const summary = errorSummary([{ text: refusal.title, href: null }]);
    return refusedPage(
      framed(list, html`${summary}${pageHeading('Acknowledge alerts')}<p><a href="${list}">Back to the alerts</a></p>`),
    );
  }
}

function framed(list: string, content: Content): PageContent {
  const narrow: Html = html`<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds">${content}</div></div>`;
  return {
    title: 'Acknowledge alerts',
    section: 'alerts',
    beforeContent: backLink({ href: list, text: 'Back to the alerts' }),
    content: narrow,
  };
}

/** @throws `invalid` `row-unknown` for a value that no form of ours sends. */
function readChosen(values: readonly string[]): readonly AlertChosen[] {
  return [...new Set(values)].map((value) => {
    const [, id, version] = /^([\w-]{16})\.(\d{1,9})$/.exec(value) ?? [];
    if (id === undefined || version === undefined)
      throw invalid('row-unknown', 'This form names an alert that is none. Go back to the list and choose again');
    return { id, seen: Number(version) };
  });
}
