/** Reviews of families' access on the pages of staff: listed as a duty, done on the page of the access. */
import type { AccessReviewKind } from '../../../../shared/domain/access/access-reviews.ts';
import type { AccessReviewState } from '../../../../shared/domain/access-review/access-review-type.ts';
import { deadlineOfReview } from '../../../../shared/domain/access-review/access-review-type.ts';
import type { AccessReviewFacts } from '../../../../shared/domain/access-review/facts.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { linkButton } from '../../../../shared/http/html/components/button.ts';
import { html } from '../../../../shared/http/html/html.ts';
import type { CasePages } from '../cases/case-pages.ts';
import { familyAccessPath } from './addresses.ts';
import { reviewWords } from './words.ts';

const kinds = Object.keys(deadlineOfReview) as readonly AccessReviewKind[];

export const accessReviewPages: CasePages<AccessReviewFacts, AccessReviewState> = {
  kind: 'access-review',
  about:
    'Who in a family may see a child’s record is looked at again at 11, before 16 and at 18, and a year after a child was found not able to decide. A family that a message did not reach is here too.',
  statuses: {
    'to-do': { text: 'To do', colour: 'blue' },
    'not-yet': { text: 'Not yet', colour: 'grey' },
    none: { text: 'Nothing to do', colour: 'green' },
  },
  openStatuses: ['to-do', 'not-yet'],
  dueWords: Object.fromEntries(kinds.map((kind) => [deadlineOfReview[kind], reviewWords[kind]])),
  happened: () => 'Family access as it stood',
  details: ({ adults, invited, competence, reviewedOn, unreachedSince }) => [
    ['Adults', adults ? 'See the record' : 'See nothing'],
    ['Young person', invited ? 'Has access, or an invitation' : 'Not invited'],
    [
      'Able to decide',
      competence === null
        ? 'Not assessed'
        : `${competence.competent ? 'Found able' : 'Found not able'} on ${formatDate(competence.on)}`,
    ],
    ['Reviewed', reviewedOn === null ? 'Not yet' : formatDate(reviewedOn)],
    [
      'Messages',
      unreachedSince === undefined ? 'Nothing is known to fail' : `Do not arrive since ${formatDate(unreachedSince)}`,
    ],
  ],
  facts: ({ view }) =>
    (view?.state.reviews ?? []).map(({ kind, from, dueOn }) => ({
      key: reviewWords[kind],
      value: `From ${formatDate(from)}, by ${formatDate(dueOn)}`,
    })),
  body: ({ person, view }) =>
    html`${
      view?.state.reviews.length === 0 && html`<p>Nothing is left to be reviewed.</p>`
    }<p>A review is recorded where the access is. This record follows from it.</p>${linkButton({ text: 'Family access', href: familyAccessPath(person.id) })}`,
  forms: { stood: null },
};
