/** The rows of files that wait for somebody to decide, oldest first. */

import type { ReviewEntry } from '../../../../shared/application/ports/reviews.ts';
import { listReviews } from '../../../../shared/application/review/list-reviews.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { localDateOf } from '../../../../shared/domain/calendar/instant.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { pagination } from '../../../../shared/http/html/components/pagination.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { nameOf } from '../people/name.ts';
import { reviewPath, reviewsPath } from './addresses.ts';
import { reasonWords } from './reason-words.ts';

const A_PAGE = 50;

export async function reviewsPage(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, query, policy } = visit;
  const cursor = query.get('cursor') ?? undefined;
  const { reviews, total, next } = await listReviews(deps, call, { limit: A_PAGE, cursor });
  return page({
    title: 'To decide',
    section: 'reviews',
    content: html`${decided(query.get('decided'))}${pageHeading('To decide', policy.place.name)}${
      total === 0 ? noneView() : html`<p>${said(total)}</p>${reviewsTable(reviews, policy)}`
    }${pagination({
      previous: cursor === undefined ? null : { href: reviewsPath, label: 'the oldest' },
      next: next === null ? null : { href: `${reviewsPath}?cursor=${encodeURIComponent(next)}` },
    })}`,
  });
}

function said(total: number): string {
  return `${counted(total, 'row')} of imported files ${total === 1 ? 'waits' : 'wait'} for somebody to decide, the oldest first. Nobody’s place on a list has changed because of them.`;
}

function noneView(): Html {
  return html`<p>No row waits for a decision. Rows come here from imports when the file alone cannot tell what they are.</p>`;
}

function decided(what: string | null): Html | undefined {
  return what === null
    ? undefined
    : notificationBanner({ variant: 'success', heading: 'The decision has been recorded' });
}

function reviewsTable(reviews: readonly ReviewEntry[], { queues }: Policy): Html {
  return table<ReviewEntry>({
    caption: 'Rows to decide',
    isCaptionHidden: true,
    isResponsive: true,
    tableClass: 'app-blocks',
    rows: reviews,
    columns: [
      {
        heading: 'Name in the file',
        isRowHeader: true,
        cell: (entry) => html`<a href="${reviewPath(entry.id)}">${nameOf(entry)}</a>`,
      },
      { heading: 'Born', cell: ({ birthDate }) => html`<span class="app-nowrap">${formatDateShort(birthDate)}</span>` },
      {
        heading: 'Waiting list',
        cell: ({ queue }) => queues.find(({ code }) => code === queue)?.shortName ?? queue,
      },
      { heading: 'Why', cell: ({ reason }) => reasonWords[reason].what },
      {
        heading: 'Since',
        cell: ({ heldAt }) => html`<span class="app-nowrap">${formatDateShort(localDateOf(heldAt))}</span>`,
      },
    ],
  });
}
