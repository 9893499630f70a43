/** What an assessment and its plan have due: the authority's limits, then the chain of reviews and the moves between phases. */
import { addDays, compareDates, type LocalDate } from '../calendar/local-date.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { deadlineFrom, type Ladder } from '../deadline/ladder.ts';
import type { AssessmentState } from './assessment-state.ts';
import type { EhcLimit } from './rule-set.ts';

/** Kinds of deadline, as they are watched; one of a kind stands at a time. */
export const assessmentDeadlineKinds = [
  'ehc-decision',
  'ehc-no-plan-notice',
  'ehc-final-plan',
  'ehc-review',
  'ehc-review-circulate',
  'ehc-review-report',
  'ehc-review-notice',
  'ehc-amended-plan',
  'ehc-phase-transfer',
] as const;
export type AssessmentDeadlineKind = (typeof assessmentDeadlineKinds)[number];

/** Something that is owed by a day. A limit that an exception lifts is still owed. */
export interface Owed {
  readonly kind: AssessmentDeadlineKind;
  readonly start: LocalDate;
  readonly due: LocalDate;
  readonly lifted: boolean;
}

const kindOfLimit: Readonly<Record<EhcLimit, AssessmentDeadlineKind>> = {
  decision: 'ehc-decision',
  'no-plan-notice': 'ehc-no-plan-notice',
  'final-plan': 'ehc-final-plan',
};

// The steps of a review are days apart, so they are warned of a few days ahead; what takes months, months ahead. A move's day
// is said as "before" in the regulation: the day ahead of it is the last warning.
const warnings = {
  'ehc-review': { amber: 84, approaching: 28 },
  'ehc-review-circulate': { amber: 14, approaching: 3 },
  'ehc-review-report': { amber: 7, approaching: 2 },
  'ehc-review-notice': { amber: 14, approaching: 5 },
  'ehc-amended-plan': { amber: 28, approaching: 7 },
  'ehc-phase-transfer': { amber: 56, approaching: 1 },
} as const satisfies Partial<Record<AssessmentDeadlineKind, { readonly amber: number; readonly approaching: number }>>;

/** Everything owed, the first due first. Nothing is, once the assessment is closed. */
export function owedOf(state: AssessmentState): readonly Owed[] {
  if (state.closed !== null) return [];
  const owed = [...limitsOwed(state), ...reviewOwed(state), ...transferOwed(state)];
  return owed.sort((a, b) => compareDates(a.due, b.due));
}

/** The deadlines that are watched: what is owed, but for limits that an exception lifts. */
export function assessmentDeadlines(state: AssessmentState): readonly Deadline[] {
  return owedOf(state)
    .filter(({ lifted }) => !lifted)
    .map((owed) => deadlineFrom(ladderOf(owed, state), owed));
}

function ladderOf({ kind }: Owed, { rules: { limitDays } }: AssessmentState): Ladder {
  switch (kind) {
    case 'ehc-decision':
      return { count: 'days', limit: limitDays.decision };
    case 'ehc-no-plan-notice':
      return { count: 'days', limit: limitDays['no-plan-notice'] };
    case 'ehc-final-plan':
      return { count: 'days', limit: limitDays['final-plan'] };
    default:
      return { count: 'before-due', ...warnings[kind] };
  }
}

function limitsOwed({ steps, requestedOn, decision }: AssessmentState): Owed[] {
  return (
    steps
      .filter(({ doneOn, standing }) => doneOn === null && standing !== 'not-needed')
      // Whether there will be a plan is open until the decision to assess.
      .filter(({ limit }) => limit === 'decision' || decision !== null)
      .map(({ limit, due, lifted }) => ({ kind: kindOfLimit[limit], start: requestedOn, due, lifted }))
  );
}

function reviewOwed({ review, reviewDates, concluded }: AssessmentState): Owed[] {
  const owed: Owed[] = [];
  const owe = (kind: AssessmentDeadlineKind, start: LocalDate, due: LocalDate | null | undefined) => {
    if (due !== null && due !== undefined) owed.push({ kind, start, due, lifted: false });
  };
  if (review !== null && reviewDates !== null) {
    const { metOn, meetingSetFor, circulatedOn, reportOn, since } = review;
    owe('ehc-review', since, reviewDates.concludeBy);
    if (metOn === null && meetingSetFor !== null && circulatedOn === null)
      owe('ehc-review-circulate', addDays(meetingSetFor, -28), reviewDates.circulateBy);
    if (metOn !== null) {
      if (reportOn === null) owe('ehc-review-report', metOn, reviewDates.reportBy);
      owe('ehc-review-notice', metOn, reviewDates.noticeBy);
    }
  }
  if (concluded?.amendedOn === null) owe('ehc-amended-plan', concluded.on, concluded.dates.amendedBy);
  return owed;
}

function transferOwed({ transfers }: AssessmentState): Owed[] {
  return transfers
    .filter(({ finalOn }) => finalOn === null)
    .map(({ by, plannedOn }) => ({ kind: 'ehc-phase-transfer', start: plannedOn, due: by, lifted: false }));
}
