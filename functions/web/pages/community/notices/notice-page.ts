/** One notice: as families read it, whom it reached, its history. */
import { readNotice } from '../../../../../shared/application/community/notices.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { isPresent, type Notice, type Reached } from '../../../../../shared/domain/community/notice.ts';
import { formatted } from '../../../../../shared/http/family/formatted.ts';
import { backLink } from '../../../../../shared/http/html/components/back-link.ts';
import { linkButton } from '../../../../../shared/http/html/components/button.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { summaryList } from '../../../../../shared/http/html/components/summary-list.ts';
import { type Html, html } from '../../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { noticePath, noticesPath, workPath } from '../addresses.ts';
import { audienceWords, doneBanner, mayWriteHere, readingView } from '../parts.ts';
import { noticeHistory, noticeTag } from './notice-words.ts';

export async function noticePageOf(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, params, policy, today } = visit;
  const notice = await readNotice(deps, call, params['noticeId'] ?? '');
  const { title, text, queues, until } = notice.content;
  const done = doneBanner(visit, {
    written: 'The draft has been saved. Families do not see it yet',
    published: 'Families see this notice from now on',
    withdrawn: 'Families do not see this notice any more',
  });
  return page({
    title: 'Notice',
    section: 'community',
    beforeContent: backLink({ href: noticesPath, text: 'Back to the notices' }),
    content: html`${done}<div class="nhsuk-grid-row"><div class="nhsuk-grid-column-two-thirds"><h1 class="nhsuk-heading-l"><bdi>${title}</bdi></h1>${summaryList(
      {
        rows: [
          { key: 'Status', value: noticeTag(notice, today) },
          { key: 'For', value: audienceWords(policy, queues) },
          { key: 'Published', value: notice.publishedOn === null ? 'Not yet' : formatDate(notice.publishedOn) },
          { key: 'Last day', value: formatDate(until) },
          { key: 'Told by message', value: reachedWords(notice) },
        ],
      },
    )}${buttons(visit, notice)}<h2 class="nhsuk-heading-m">As families read it</h2>${insetText(html`<h3 class="nhsuk-heading-s">${title}</h3>${formatted(text)}`)}${readingView(title, text)}<h2 class="nhsuk-heading-m">History</h2>${noticeHistory(notice.events)}</div></div>`,
  });
}

function buttons({ actor, today }: ActingVisit, notice: Notice): Html | undefined {
  if (!mayWriteHere(actor)) return undefined;
  const at = (work: string) => workPath(noticePath(notice.id), work);
  if (notice.state === 'draft')
    return html`<div class="nhsuk-button-group app-no-print">${linkButton({ text: 'Publish', href: at('publish') })}${linkButton({ text: 'Change the text', href: at('write'), variant: 'secondary' })}</div>`;
  if (!isPresent(notice, today)) return undefined;
  return html`<p class="app-no-print">${linkButton({ text: 'Withdraw', href: at('withdraw'), variant: 'warning' })}</p>`;
}

function reachedWords({ state, isSent, reached }: Notice): Html | string {
  if (reached !== null) return countsOf(reached);
  if (state === 'draft') return 'Asked when you publish';
  if (!isSent) return 'No: shown on families’ pages only';
  return state === 'withdrawn' ? 'Withdrawn before anybody was told' : 'Going out: families are told within minutes';
}

/** Small numbers are not told: a list of a few could be known by who is on it. */
function countsOf({ touched, readable, messaged }: Reached): Html {
  const few = (count: number) => (count < 5 ? 'fewer than 5' : String(count));
  return html`${few(messaged)} people were sent a message. Of ${few(touched)} children and young people who wait for this, ${few(readable)} have somebody who can read it on their pages.`;
}
