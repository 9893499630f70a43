/** Every emergency access that waits for a review, those that wait too long first; and those that had one. */
import { type StaffNames, staffNames } from '../../../../shared/application/audit/staff-names.ts';
import {
  type AccessToReview,
  emergencyAccesses,
} from '../../../../shared/application/emergency/review-emergency-access.ts';
import { formatDateShort } from '../../../../shared/domain/calendar/format-date.ts';
import { askOf, reviewOf } from '../../../../shared/domain/permission/break-glass.ts';
import { backLink } from '../../../../shared/http/html/components/back-link.ts';
import { insetText } from '../../../../shared/http/html/components/inset-text.ts';
import { notificationBanner } from '../../../../shared/http/html/components/notification-banner.ts';
import { subNavigation } from '../../../../shared/http/html/components/sub-navigation.ts';
import { table } from '../../../../shared/http/html/components/table.ts';
import { tag } from '../../../../shared/http/html/components/tag.ts';
import { type Html, html } from '../../../../shared/http/html/html.ts';
import { type PageAnswer, page } from '../../../../shared/http/page/page-answer.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import { auditPath, emergencyReviewPath, emergencyReviewsPath } from './addresses.ts';
import { outcomeNames, standingTags, whenInWords, whoDidIt } from './words.ts';

const title = 'Emergency access';

export async function emergencyListPage(visit: ActingVisit): Promise<PageAnswer> {
  const { deps, call, query } = visit;
  const which = query.get('which') === 'reviewed' ? 'reviewed' : 'waiting';
  const [accesses, names] = await Promise.all([emergencyAccesses(deps, call, which), staffNames(deps)]);
  const views = [
    { text: 'To review', href: emergencyReviewsPath, isCurrent: which === 'waiting' },
    { text: 'Reviewed', href: `${emergencyReviewsPath}?which=reviewed`, isCurrent: which === 'reviewed' },
  ];
  return page({
    title,
    section: 'audit',
    isWide: true,
    beforeContent: backLink({ href: auditPath, text: 'Back to the audit' }),
    content: html`${query.get('saved') === 'yes' && notificationBanner({ variant: 'success', heading: 'The review has been recorded' })}<h1 class="nhsuk-heading-l">${title}</h1><p>Records that somebody could not find, and opened for a child’s safety. Each is reviewed: was there a need?</p>${subNavigation({ landmark: title, views })}${listView(accesses, names, which)}`,
  });
}

function listView(accesses: readonly AccessToReview[], names: StaffNames, which: 'waiting' | 'reviewed'): Html {
  if (accesses.length === 0)
    return insetText(html`<p>${which === 'waiting' ? 'None waits for a review.' : 'None has been reviewed yet.'}</p>`);
  return table<AccessToReview>({
    caption: which === 'waiting' ? 'To review, the oldest first' : 'Reviewed, the oldest first',
    isResponsive: true,
    rows: accesses,
    columns: [
      {
        heading: 'Asked',
        isRowHeader: true,
        cell: ({ access }) => {
          const { by, recordedAt } = askOf(access);
          return html`<a href="${emergencyReviewPath(by.actor, access.id)}">${whenInWords(recordedAt)}</a>`;
        },
      },
      {
        heading: 'Who',
        cell: ({ access }) => {
          const { actor, role } = askOf(access).by;
          return whoDidIt(actor, role, names);
        },
      },
      { heading: 'Reason', cell: ({ access }) => askOf(access).reason },
      which === 'waiting'
        ? { heading: 'Review by', cell: ({ dueOn }) => formatDateShort(dueOn) }
        : {
            heading: 'Outcome',
            cell: ({ access }) => {
              const review = reviewOf(access);
              return review === undefined ? 'None' : outcomeNames[review.outcome];
            },
          },
      { heading: 'Review', cell: ({ standing }) => tag(standingTags[standing]) },
    ],
  });
}
