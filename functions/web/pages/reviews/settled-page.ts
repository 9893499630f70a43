/** A row that is decided, or that somebody in another role has to decide: both sides of it, and what was decided. */
import type { ReviewView } from '../../../../shared/application/review/read-review.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { pageHeading } from '../../../../shared/http/html/components/heading.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { whoDid } from '../people/who.ts';
import { momentInWords } from '../queues/as-at.ts';
import { reviewsPath } from './addresses.ts';
import { comparison } from './comparison.ts';
import { reasonWords } from './reason-words.ts';

/** @param status 412 where a decision came too late. */
export function settledPage(visit: ActingVisit, view: ReviewView, status = 200): PageAnswer {
  const title = 'A row of a file';
  const { review } = view;
  const late = status === 412 && review.decided !== null;
  const content = html`${pageHeading(late ? 'Somebody else has decided about this row' : title, reasonWords[review.reason].what)}${late && html`<p>What you chose has not been recorded.</p>`}${standing(visit, view)}${comparison(visit, view)}`;
  return page(
    {
      title,
      section: 'reviews',
      beforeContent: backLink({ href: reviewsPath, text: 'Rows to decide' }),
      content,
    },
    status,
  );
}

function standing(visit: ActingVisit, { review }: ReviewView): Html {
  const { decided, state } = review;
  if (state === 'withdrawn')
    return insetText('The import that brought this row was undone: there is nothing to decide.');
  if (decided === null)
    return insetText('A data manager decides about this row. If you know something about it, tell them.');
  return insetText(
    html`<p><strong>${outcomes[decided.decision]}</strong> Decided on ${momentInWords(decided.at)}, by ${whoDid(decided.by, visit.actor)}.</p>${decided.reason !== null && html`<p class="app-typed">${decided.reason}</p>`}${decided.decision === 'link' && html`<p>The wait runs from the earlier of the two receipts; the file’s is ${formatDate(review.row.receivedOn)}.</p>`}`,
  );
}

const outcomes = {
  link: 'It is the referral that is open.',
  create: 'It was added as a referral of its own.',
  dismiss: 'The row was set aside.',
} as const;
