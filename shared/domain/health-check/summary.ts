/** The slim facts of a health check record that lists show, and its status on any later day worked out from them. */
import { financialYearOf } from '../calendar/financial-year.ts';
import { addDays, type LocalDate, latest, localDate } from '../calendar/local-date.ts';
import type { CaseSummary, WaitingOn } from '../case/case-type.ts';
import { isHandOverNear } from './hand-over.ts';
import { type InvitationStep, invitationSteps } from './invitation.ts';
import { type HealthCheckStatus, statusOn } from './standing.ts';
import type { HealthCheckState } from './state.ts';

/** The six statuses as a list's row says them, and what somebody who has left is shown instead. */
export const listStatuses = [
  'not-eligible',
  'completed',
  'declined',
  'overdue',
  'due-soon',
  'up-to-date',
  'left',
] as const;
export type ListStatus = (typeof listStatuses)[number];

const codes: Readonly<Record<HealthCheckStatus, ListStatus>> = {
  NOT_ELIGIBLE: 'not-eligible',
  COMPLETED_THIS_FY: 'completed',
  DECLINED_THIS_FY: 'declined',
  OVERDUE: 'overdue',
  DUE_SOON: 'due-soon',
  UP_TO_DATE: 'up-to-date',
};

/** The facts of a row beyond those that every case has. */
export interface HealthCheckRowFacts {
  readonly eligibleFrom: LocalDate;
  /** By when the check is due, also while it is declined. */
  readonly due: LocalDate;
  readonly lastCheck: LocalDate | null;
  readonly lastDecline: LocalDate | null;
  readonly step: InvitationStep;
  readonly stepOn: LocalDate | null;
  readonly appointmentOn: LocalDate | null;
  readonly hasPlan: boolean;
  /** The last year missed, as it was known when the row was written. */
  readonly missedYear: string | null;
}

/** The status of a record as a list and a page say it. */
export function listStatusOf({ left, standing }: Pick<HealthCheckState, 'left' | 'standing'>): ListStatus {
  return left === null ? codes[standing.status] : 'left';
}

export function summaryOf(state: HealthCheckState): CaseSummary {
  const { standing, invitation, left, practice, tracked, handOverBy } = state;
  const { eligibleFrom, due, lastCheck } = standing;
  const declinedOn = tracked.declines.toSorted().at(-1) ?? null;
  const facts: HealthCheckRowFacts = {
    eligibleFrom,
    due,
    lastCheck,
    lastDecline: declinedOn,
    step: invitation.step,
    stepOn: invitation.on,
    appointmentOn: invitation.appointmentOn,
    hasPlan: standing.plan === 'complete',
    missedYear: standing.missedYears.at(-1) ?? null,
  };
  const next = standing.reofferFrom === null ? due : latest(due, standing.reofferFrom);
  return {
    status: listStatusOf(state),
    due:
      left === null
        ? handOverBy < next
          ? { on: handOverBy, what: 'health-check-hand-over' }
          : { on: next, what: 'health-check' }
        : null,
    waitingOn: left === null ? waitingOn(state) : null,
    group: practice,
    more: packed(facts),
  };
}

/** On whom the next step waits; null while there is none to take. */
function waitingOn(state: HealthCheckState): WaitingOn | null {
  return waitingForCheck(state) ?? (isHandOverNear(state.handOverBy, state.asAt) ? 'us' : null);
}

function waitingForCheck({ standing: { status, plan }, invitation: { step } }: HealthCheckState): WaitingOn | null {
  // The practice agrees the plan, and does the check that is booked.
  if (status === 'COMPLETED_THIS_FY') return plan === 'missing' ? 'other-body' : null;
  if (status !== 'OVERDUE' && status !== 'DUE_SOON') return null;
  if (step === 'booked') return 'other-body';
  return step === 'invited' || step === 'chased' ? 'family' : 'us';
}

/** The status on a day that is not before the row was written. */
export function listStatusOn(summary: Pick<CaseSummary, 'status' | 'more'>, asAt: LocalDate): ListStatus {
  if (summary.status === 'left') return 'left';
  const { eligibleFrom, due, lastCheck, lastDecline } = rowFactsOf(summary);
  const { first } = financialYearOf(asAt);
  return codes[
    statusOn({
      isEligible: asAt >= eligibleFrom,
      isChecked: lastCheck !== null && lastCheck >= first,
      isDeclined: lastDecline !== null && lastDecline >= first,
      due,
      asAt,
    })
  ];
}

/** The last financial year that was missed, on a day that is not before the row was written. */
export function missedYearOn(
  { eligibleFrom, lastCheck, missedYear }: HealthCheckRowFacts,
  asAt: LocalDate,
): string | null {
  const before = financialYearOf(addDays(financialYearOf(asAt).first, -1));
  const isMissed = eligibleFrom <= before.first && (lastCheck === null || lastCheck < before.first);
  return isMissed ? before.label : missedYear;
}

function packed(facts: HealthCheckRowFacts): readonly string[] {
  const { eligibleFrom, due, lastCheck, lastDecline, step, stepOn, appointmentOn, hasPlan, missedYear } = facts;
  return [
    eligibleFrom,
    due,
    lastCheck ?? '',
    lastDecline ?? '',
    `${step} ${stepOn ?? ''} ${appointmentOn ?? ''}`,
    `${hasPlan ? 'plan' : ''} ${missedYear ?? ''}`,
  ];
}

/** The facts of a row as they were packed into it. */
export function rowFactsOf({ more = [] }: Pick<CaseSummary, 'more'>): HealthCheckRowFacts {
  const [eligibleFrom = '', due = '', lastCheck = '', lastDecline = '', invitation = '', plan = ''] = more;
  const [step, stepOn = '', appointmentOn = ''] = invitation.split(' ');
  const [hasPlan, missedYear = ''] = plan.split(' ');
  const day = (text: string) => (text === '' ? null : localDate(text));
  return {
    eligibleFrom: localDate(eligibleFrom),
    due: localDate(due),
    lastCheck: day(lastCheck),
    lastDecline: day(lastDecline),
    step: invitationSteps.find((one) => one === step) ?? 'not-invited',
    stepOn: day(stepOn),
    appointmentOn: day(appointmentOn),
    hasPlan: hasPlan === 'plan',
    missedYear: missedYear === '' ? null : missedYear,
  };
}
