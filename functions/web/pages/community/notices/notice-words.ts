/** What notices are called where staff read them. */
import type { LocalDate } from '../../../../../shared/domain/calendar/local-date.ts';
import { isPresent, type Notice, type NoticeEvent } from '../../../../../shared/domain/community/notice.ts';
import { tag } from '../../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../../shared/http/html/html.ts';
import { historyOf } from '../parts.ts';

export const noticeHistory = historyOf<NoticeEvent>(
  { written: 'Draft written', published: 'Published', told: 'Families told by message', withdrawn: 'Withdrawn' },
  ({ reason }) => reason !== '' && html`<p class="app-typed">${reason}</p>`,
);

export function noticeTag(notice: Notice, today: LocalDate): Html {
  switch (notice.state) {
    case 'draft':
      return tag({ text: 'Draft', colour: 'yellow' });
    case 'withdrawn':
      return tag({ text: 'Withdrawn', colour: 'grey' });
    case 'published':
      return tag(isPresent(notice, today) ? { text: 'Published', colour: 'green' } : { text: 'Ended', colour: 'grey' });
  }
}
