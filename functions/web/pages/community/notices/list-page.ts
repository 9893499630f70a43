/** The notices of a place, the last begun first. */
import { listNotices } from '../../../../../shared/application/community/notices.ts';
import { formatDate } from '../../../../../shared/domain/calendar/format-date.ts';
import type { Notice } from '../../../../../shared/domain/community/notice.ts';
import { insetText } from '../../../../../shared/http/html/components/inset-text.ts';
import { table } from '../../../../../shared/http/html/components/table.ts';
import { html } from '../../../../../shared/http/html/html.ts';
import type { PageAnswer } from '../../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../../shared/http/page/visit.ts';
import { newNoticePath, noticePath, noticesPath } from '../addresses.ts';
import { audienceWords, listPage } from '../parts.ts';
import { noticeTag } from './notice-words.ts';

export async function noticesPageOf(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, policy, today } = visit;
  const all = await listNotices(deps, call);
  return listPage(visit, {
    title: 'Notices',
    at: noticesPath,
    add: { text: 'Write a notice', href: newNoticePath },
    content: html`<p>Changes in services, told to the families they touch. A notice changes nobody’s place on a list.</p>${
      all.length === 0
        ? insetText('There are none yet.')
        : table<Notice>({
            caption: 'Notices',
            isCaptionHidden: true,
            isResponsive: true,
            rows: all,
            columns: [
              {
                heading: 'Title',
                isRowHeader: true,
                cell: ({ id, content }) => html`<a href="${noticePath(id)}"><bdi>${content.title}</bdi></a>`,
              },
              { heading: 'For', cell: ({ content }) => audienceWords(policy, content.queues) },
              { heading: 'Status', cell: (notice) => noticeTag(notice, today) },
              {
                heading: 'Published',
                cell: ({ publishedOn }) => (publishedOn === null ? 'Not yet' : formatDate(publishedOn)),
              },
              { heading: 'Last day', cell: ({ content }) => formatDate(content.until) },
            ],
          })
    }`,
  });
}
