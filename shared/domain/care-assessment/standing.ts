/** Where a child's health assessments stand on a day: the next step and on whom it waits, and how the initial one is counted. */
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { CaseSummary, WaitingOn } from '../case/case-type.ts';
import { type CareState, initialStands, nextReviewDue, unreturned } from './state.ts';
import { type Milestone, milestones } from './timetable.ts';

export const careStatuses = [
  'notification-awaited',
  'consent-awaited',
  'to-book',
  'booked',
  'plan-awaited',
  'up-to-date',
  'review-due',
  'refused',
  'leaving-care',
  'not-required',
  'care-ended',
] as const;
export type CareStatus = (typeof careStatuses)[number];

/** Days before a review at which it is to be arranged. */
const REVIEW_NOTICE = 56;

/** The milestones that are behind, each with the day it was to be reached by. */
export function missedMilestones(
  state: CareState,
): readonly { readonly milestone: Milestone; readonly by: LocalDate }[] {
  if (!initialStands(state)) return [];
  const { notifiedOn, consentOn, bookedFor, initial, timetable, asAt } = state;
  const reached: Readonly<Record<Milestone, boolean>> = {
    notified: notifiedOn !== null,
    consent: consentOn !== null,
    booked: bookedFor !== null || initial !== null,
    seen: initial !== null,
    returned: (initial?.returnedOn ?? null) !== null,
  };
  return milestones
    .filter((milestone) => !reached[milestone] && timetable.milestones[milestone] < asAt)
    .map((milestone) => ({ milestone, by: timetable.milestones[milestone] }));
}

export function careStatus(state: CareState): CareStatus {
  if (state.careEndedOn !== null) return 'care-ended';
  if (state.isShortBreaks) return 'not-required';
  if (state.refusedOn !== null) return 'refused';
  if (unreturned(state) !== null) return 'plan-awaited';
  if (initialStands(state)) return initialStatus(state);
  const due = nextReviewDue(state);
  if (due === null) return 'leaving-care';
  if (state.bookedFor !== null) return 'booked';
  return isNear(due, state.asAt) ? 'review-due' : 'up-to-date';
}

function initialStatus({ notifiedOn, consentOn, bookedFor }: CareState): CareStatus {
  if (bookedFor !== null) return 'booked';
  if (consentOn !== null) return 'to-book';
  return notifiedOn === null ? 'notification-awaited' : 'consent-awaited';
}

function isNear(due: LocalDate, asAt: LocalDate): boolean {
  return asAt >= addDays(due, -REVIEW_NOTICE);
}

const waits: Readonly<Record<CareStatus, WaitingOn | null>> = {
  'notification-awaited': 'other-body',
  'consent-awaited': 'other-body',
  'to-book': 'us',
  booked: 'family',
  'plan-awaited': 'us',
  'up-to-date': null,
  'review-due': 'us',
  refused: null,
  'leaving-care': null,
  'not-required': null,
  'care-ended': null,
};

export function careSummary(state: CareState): CaseSummary {
  const status = careStatus(state);
  const review = nextReviewDue(state);
  const due = initialStands(state)
    ? { on: state.timetable.due, what: 'care-assessment' }
    : review !== null && state.refusedOn === null
      ? { on: review, what: 'care-review' }
      : null;
  return {
    status,
    due,
    waitingOn: waits[status],
    group: state.authority,
    more: [state.outOfArea ? 'out-of-area' : ''],
  };
}

/** What passes from one status to another by days alone. */
export function careStatusOn({ status, due }: CaseSummary, asAt: LocalDate): string {
  return status === 'up-to-date' && due !== null && isNear(due.on, asAt) ? 'review-due' : status;
}
