/**
 * What is to be done about a child's access, and by when: reviews for staff, notices for the family. Each follows from the
 * rights timeline and from what was recorded, so a missed day is caught up with.
 */
import { rightsTimeline } from '../calendar/age.ts';
import { addMonths, compareDates, type LocalDate } from '../calendar/local-date.ts';
import { deadlineFrom, ladders } from '../deadline/ladder.ts';
import type { AccessState } from './family-access.ts';
import type { AccessPerson } from './opened-parts.ts';

export const accessReviewKinds = [
  'review-at-11',
  'assess-again',
  'invite-young-person',
  'review-at-18',
  'reach-family',
] as const;
export type AccessReviewKind = (typeof accessReviewKinds)[number];

/** Something staff have to do: it may be done from the one day, and is late after the other. */
export interface AccessReview {
  readonly kind: AccessReviewKind;
  readonly from: LocalDate;
  readonly dueOn: LocalDate;
}

/** Months within which the review at 11 is done, where no contact comes first [D]. */
const REVIEW_MONTHS = 3;
/** Months after which a child who was not able to decide is assessed again (domain.md 9.1). */
const AGAIN_MONTHS = 12;

/** All of a child's access that reviews follow from. */
export interface ReviewedAccess extends Pick<AccessState, 'competence' | 'reviewedOn'> {
  /** Some adult sees the record. */
  readonly adults: boolean;
  /** The young person has access of their own, or an invitation to it. */
  readonly invited: boolean;
  /** The first day that something sent to somebody did not arrive, where they have no other address since; absent where all is well. */
  readonly unreachedSince?: LocalDate | undefined;
}

/** What a child's access comes to for its reviews. */
export function reviewedAccess({ grants, competence, reviewedOn }: AccessState): ReviewedAccess {
  const adults = grants.some(({ holder, account, revoked }) => holder === 'adult' && account !== null && !revoked);
  const invited = grants.some(({ holder, revoked }) => holder === 'young-person' && revoked === null);
  const failed = grants
    .filter(({ revoked }) => revoked === null)
    .flatMap(({ reach }) => Object.values(reach.ways).flatMap(({ failedOn }) => failedOn ?? []));
  const [unreachedSince] = failed.toSorted(compareDates);
  return { adults, invited, competence, reviewedOn, ...(unreachedSince === undefined ? {} : { unreachedSince }) };
}

/** What is still to be done, whenever its time comes, in the order it is due. */
export function accessReviews(
  { adults, invited, competence, reviewedOn, unreachedSince }: ReviewedAccess,
  person: AccessPerson,
  asAt: LocalDate,
): readonly AccessReview[] {
  if (person.diedOn !== null) return [];
  const { eleventh, inviteFrom, healthConsentFrom, eighteenth } = rightsTimeline(person.birthDate);
  const reviews: AccessReview[] = [];
  const since = (day: LocalDate) => reviewedOn !== null && reviewedOn >= day;
  if (adults && competence === null && asAt < healthConsentFrom && !since(eleventh))
    reviews.push({ kind: 'review-at-11', from: eleventh, dueOn: addMonths(eleventh, REVIEW_MONTHS) });
  if (adults && competence !== null && !competence.competent && asAt < healthConsentFrom) {
    const dueOn = addMonths(competence.on, AGAIN_MONTHS);
    if (dueOn < healthConsentFrom && !since(dueOn)) reviews.push({ kind: 'assess-again', from: competence.on, dueOn });
  }
  if (adults && !invited && !since(inviteFrom))
    reviews.push({ kind: 'invite-young-person', from: inviteFrom, dueOn: healthConsentFrom });
  if (adults && !since(eighteenth))
    reviews.push({ kind: 'review-at-18', from: eighteenth, dueOn: addMonths(eighteenth, REVIEW_MONTHS) });
  if (unreachedSince !== undefined) {
    const { due } = deadlineFrom(ladders.familyUnreached, { kind: 'access-unreached', start: unreachedSince });
    reviews.push({ kind: 'reach-family', from: unreachedSince, dueOn: due });
  }
  return reviews.toSorted((a, b) => compareDates(a.dueOn, b.dueOn));
}

/** What an adult is told about their access, from a day on, until what it speaks of has come. */
export const accessNoticeKinds = ['changes-at-11', 'changes-at-16', 'plan-rights-pass'] as const;
export interface AccessNotice {
  readonly kind: (typeof accessNoticeKinds)[number];
  /** The day it speaks of. */
  readonly on: LocalDate;
}

/** The notices that an adult is to see on a day (domain.md 9.1: told at 10 and at 15). */
export function accessNotices(
  { birthDate }: Pick<AccessPerson, 'birthDate'>,
  asAt: LocalDate,
): readonly AccessNotice[] {
  const { eleventh, healthConsentFrom, sendRightsFrom } = rightsTimeline(birthDate);
  const notices: AccessNotice[] = [];
  const yearBefore = (day: LocalDate) => addMonths(day, -12);
  if (asAt >= yearBefore(eleventh) && asAt < eleventh) notices.push({ kind: 'changes-at-11', on: eleventh });
  if (asAt >= yearBefore(healthConsentFrom) && asAt < healthConsentFrom)
    notices.push({ kind: 'changes-at-16', on: healthConsentFrom });
  if (asAt >= yearBefore(sendRightsFrom) && asAt < sendRightsFrom)
    notices.push({ kind: 'plan-rights-pass', on: sendRightsFrom });
  return notices;
}
