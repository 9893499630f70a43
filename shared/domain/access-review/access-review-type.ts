/**
 * The reviews of who in a family may see a child's record and is reached, as a case: one for each child whom some adult has been let see. It follows
 * from the access, which is where a review is recorded; nobody records here (ADR 0072).
 */
import {
  type AccessReview,
  type AccessReviewKind,
  accessReviews,
  type ReviewedAccess,
} from '../access/access-reviews.ts';
import type { DeadlineKind } from '../alert/deadline-kinds.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import type { CaseEvent } from '../case/case.ts';
import { kindPolicyOf } from '../case/case-policy.ts';
import type { CaseContext, CaseSummary, CaseType } from '../case/case-type.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlineFrom, type Ladder, ladders } from '../deadline/ladder.ts';
import { type AccessReviewFacts, accessReviewFactsSchema } from './facts.ts';

/** The deadline of each review: of its own kind, so that one that is late hides no other. */
export const deadlineOfReview = {
  'review-at-11': 'access-review-at-11',
  'assess-again': 'access-assess-again',
  'invite-young-person': 'access-invite',
  'review-at-18': 'access-review-at-18',
  'reach-family': 'access-unreached',
} as const satisfies Readonly<Record<AccessReviewKind, DeadlineKind>>;

/** Not yet: nothing may be done before a day. */
export const accessReviewStatuses = ['to-do', 'not-yet', 'none'] as const;
type AccessReviewStatus = (typeof accessReviewStatuses)[number];

export interface AccessReviewState {
  readonly access: ReviewedAccess;
  /** What is still to be done, whenever its time comes, in the order it is due. */
  readonly reviews: readonly AccessReview[];
}

export const accessReviewType: CaseType<AccessReviewFacts, AccessReviewState> = {
  kind: 'access-review',
  facts: accessReviewFactsSchema,
  opens: ['stood'],
  reserved: ['stood'],
  identity: () => [],
  fold,
  judge: () => undefined,
  deadlines: ({ reviews }) => reviews.map(deadlineOf),
  service: (_state, policy) => kindPolicyOf(policy, 'access-review').services[0] ?? '',
  summary,
  isOpen: ({ reviews }) => reviews.length > 0,
  statusOn: (row, asAt) => statusAt(row.more?.[0], asAt),
};

function fold(events: readonly CaseEvent<AccessReviewFacts>[], { person, asAt }: CaseContext): AccessReviewState {
  const last = events.at(-1);
  if (last === undefined) throw new TypeError('A record of reviews begins with how access stood');
  const { kind: _kind, ...access } = last.facts;
  return { access, reviews: accessReviews(access, person, asAt) };
}

function deadlineOf({ kind, from, dueOn }: AccessReview): Deadline {
  return deadlineFrom(ladderOf[kind] ?? ladders.accessReview, {
    kind: deadlineOfReview[kind],
    start: from,
    due: dueOn,
  });
}

const ladderOf: Readonly<Partial<Record<AccessReviewKind, Ladder>>> = {
  'invite-young-person': ladders.accessInvite,
  'reach-family': ladders.familyUnreached,
};

function summary({ reviews }: AccessReviewState, { asAt }: CaseContext): CaseSummary {
  const [first] = reviews;
  const from = firstDay(reviews);
  return {
    status: statusAt(from ?? undefined, asAt),
    due: first === undefined ? null : { on: first.dueOn, what: deadlineOfReview[first.kind] },
    waitingOn: first === undefined ? null : 'us',
    group: null,
    more: from === null ? [] : [from],
  };
}

/** The first day on which something may be done; null when nothing is left to do. */
function firstDay(reviews: readonly AccessReview[]): LocalDate | null {
  let first: LocalDate | null = null;
  for (const { from } of reviews) if (first === null || from < first) first = from;
  return first;
}

function statusAt(from: string | undefined, asAt: LocalDate): AccessReviewStatus {
  if (from === undefined) return 'none';
  return localDateSchema.parse(from) <= asAt ? 'to-do' : 'not-yet';
}
