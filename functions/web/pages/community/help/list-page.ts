/** All help while waiting of a place, what is overdue for review first said. */
import { listHelp } from '../../../../../shared/application/community/help.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import { counted } from '../../../../../shared/domain/calendar/weeks.ts';
import { type Help, isReviewOverdue, latestContent } from '../../../../../shared/domain/community/help.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../../shared/http/html/components/table.ts';
import { warningCallout } from '../../../../../shared/http/html/components/warning-callout.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { PageAnswer } from '../../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { helpListPath, helpPath, newHelpPath } from '../addresses.ts';
import { audienceWords, listPage } from '../parts.ts';
import { helpKindNames, helpTags } from './help-words.ts';

export async function helpListPageOf(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, policy, today } = visit;
  const all = await listHelp(deps, call);
  const overdue = all.filter((help) => isReviewOverdue(help, today));
  return listPage(visit, {
    title: 'Help while waiting',
    at: helpListPath,
    add: { text: 'Write something new', href: newHelpPath },
    content: html`<p>What families read while they wait: on the page of their child, and on <a href="/family/help/${policy.place.id}">a page for everybody</a>.</p>${
      overdue.length > 0 &&
      warningCallout({
        heading: `${counted(overdue.length, 'text')} overdue for review`,
        content: html`<p>Check that each is still right, then say so on its page or change it.</p><ul class="nhsuk-list nhsuk-list--bullet">${overdue.map((help) => html`<li><a href="${helpPath(help.id)}"><bdi>${latestContent(help).title}</bdi></a></li>`)}</ul>`,
      })
    }${
      all.length === 0
        ? insetText('Nothing has been written yet.')
        : table<Help>({
            caption: 'Help while waiting',
            isCaptionHidden: true,
            isResponsive: true,
            rows: all,
            columns: [
              {
                heading: 'Title',
                isRowHeader: true,
                cell: (help) => html`<a href="${helpPath(help.id)}"><bdi>${latestContent(help).title}</bdi></a>`,
              },
              { heading: 'What', cell: (help) => helpKindNames[latestContent(help).kind] },
              { heading: 'For', cell: (help) => audienceWords(policy, latestContent(help).queues) },
              { heading: 'Status', cell: (help) => helpTags(help, today) },
              { heading: 'Review by', cell: ({ reviewBy }) => (reviewBy === null ? 'No date' : formatDate(reviewBy)) },
            ],
          })
    }`,
  });
}
