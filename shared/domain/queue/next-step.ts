/** What comes next for a row of a queue, in one plain phrase, and whether it waits for staff. */
import { formatDateShort } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { DutyKind } from '../referral/duties.ts';
import type { ReferralStage } from '../referral/state.ts';
import type { QueueRow } from './queue-row.ts';
import { stageOf } from './row.ts';

const duties: Readonly<Record<DutyKind, string>> = {
  triage: 'Triage',
  acknowledge: 'Acknowledge',
  'contact-after-missed': 'Contact family after missed appointment',
  'review-missed': 'Review missed appointments',
  'agree-new-date': 'Agree a new date with the family',
  'family-contact': 'Contact family about the wait',
  'tell-outcome': 'Tell the family the outcome',
  'plan-transition': 'Plan move to adult pathway',
  'escalate-transition': 'Escalate: adult service refused',
};

const stages: Readonly<Record<ReferralStage, string>> = {
  received: 'Triage',
  returned: 'Wait for information',
  waiting: 'Offer an appointment',
  booked: 'Attend appointment',
  seen: 'Continue pathway',
  monitored: 'Active monitoring',
  discharged: 'None: discharged',
  removed: 'None: removed from the list',
  rejected: 'None: not accepted',
  void: 'None: recorded in error',
};

/** The duty of a row that can be done on a day; null when nothing is asked of staff yet. */
export function dutyOn(row: QueueRow, asAt: LocalDate): DutyKind | 'record-appointment' | null {
  if (closedStages.has(stageOf(row, asAt))) return null;
  if (row.duty !== null && row.dutyFrom !== null && row.dutyFrom <= asAt && row.duty !== 'family-contact')
    return row.duty;
  if (row.appointmentOn !== null && row.appointmentOn < asAt) return 'record-appointment';
  return row.duty !== null && row.dutyFrom !== null && row.dutyFrom <= asAt ? row.duty : null;
}

const closedStages: ReadonlySet<ReferralStage> = new Set(['discharged', 'removed', 'rejected', 'void']);

/** Whether staff have something to do about a row on a day. */
export function needsAction(row: QueueRow, asAt: LocalDate): boolean {
  return dutyOn(row, asAt) !== null;
}

/** Whether what staff have to do about a row is late on a day. */
export function isLate(row: QueueRow, asAt: LocalDate): boolean {
  const duty = dutyOn(row, asAt);
  if (duty === null) return false;
  return duty === 'record-appointment' || (row.dutyBy !== null && row.dutyBy < asAt);
}

/** The next step of a row on a day: `Triage by 13 Jan 2025`, `Appointment on 2 Jun 2025`, `Offer an appointment`. */
export function nextStep(row: QueueRow, asAt: LocalDate): string {
  const stage = stageOf(row, asAt);
  if (closedStages.has(stage)) return stages[stage];
  const duty = dutyOn(row, asAt);
  if (duty === 'record-appointment') return `Record what happened on ${formatDateShort(row.appointmentOn ?? asAt)}`;
  if (duty !== null && row.dutyBy !== null) return `${duties[duty]} by ${formatDateShort(row.dutyBy)}`;
  if (row.appointmentOn !== null) return `Appointment on ${formatDateShort(row.appointmentOn)}`;
  if (row.returnedUntil !== null) return `${stages.returned} until ${formatDateShort(row.returnedUntil)}`;
  return stages[stage];
}
