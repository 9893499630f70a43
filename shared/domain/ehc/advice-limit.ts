/**
 * The six weeks of one body's advice. They run from the day the body itself received the request: passing it on to a service
 * restarts nothing. An exception adds no days: the advice stays owed, and is late under an exception when it comes late.
 */
import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.ts';
import { type Absence, isLongAbsence } from './long-absence.ts';
import type { EhcRuleSet } from './rule-set.ts';

/** Where one service's advice stands. `withdrawn` is no longer owed. */
export const adviceStandings = [
  'awaited',
  'overdue',
  'overdue-exception',
  'on-time',
  'late',
  'late-exception',
  'withdrawn',
] as const;
export type AdviceStanding = (typeof adviceStandings)[number];

/** The exceptions of regulation 8(2). School holidays, staff leave and a waiting list are none. */
export const adviceExceptionGrounds = ['exceptional-circumstances', 'absence', 'missed-appointment'] as const;

/** What advice is owed, and what came of it. */
export interface AdviceCourse {
  /** The day the body received the request: day 0. */
  readonly receivedOn: LocalDate;
  /** The day of any reply that ends the duty, "not known" and existing advice included; null while owed. */
  readonly repliedOn: LocalDate | null;
  readonly withdrawnOn: LocalDate | null;
  readonly excepted: boolean;
}

/** The last day on which advice is in time. */
export function adviceDueOn(receivedOn: LocalDate, { adviceDays }: EhcRuleSet): LocalDate {
  return addDays(receivedOn, adviceDays);
}

/** How advice stands, by which day of how many, and by how many days it is late. */
export interface AdviceTimeliness {
  readonly standing: AdviceStanding;
  readonly due: LocalDate;
  /** Day of the reply, or of the day asked about. Receipt is day 0. */
  readonly day: number;
  readonly daysLate: number;
}

export function adviceTimeliness(course: AdviceCourse, asAt: LocalDate, rules: EhcRuleSet): AdviceTimeliness {
  const due = adviceDueOn(course.receivedOn, rules);
  const { repliedOn, withdrawnOn } = course;
  const until = repliedOn ?? withdrawnOn ?? asAt;
  const day = daysBetween(course.receivedOn, until);
  const standing = standingOf(course, due, asAt);
  return { standing, due, day, daysLate: standing === 'withdrawn' ? 0 : Math.max(0, daysBetween(due, until)) };
}

function standingOf(
  { repliedOn, withdrawnOn, excepted }: AdviceCourse,
  due: LocalDate,
  asAt: LocalDate,
): AdviceStanding {
  if (repliedOn !== null) return repliedOn <= due ? 'on-time' : excepted ? 'late-exception' : 'late';
  if (withdrawnOn !== null) return 'withdrawn';
  if (asAt <= due) return 'awaited';
  return excepted ? 'overdue-exception' : 'overdue';
}

/** Whether an appointment that was missed lies in the six weeks of the advice. */
export function appointmentCounts(receivedOn: LocalDate, appointmentOn: LocalDate, rules: EhcRuleSet): boolean {
  return receivedOn <= appointmentOn && appointmentOn <= adviceDueOn(receivedOn, rules);
}

/** Whether an absence covers enough of the six weeks of the advice. */
export function absenceCounts(receivedOn: LocalDate, absence: Absence, asAt: LocalDate, rules: EhcRuleSet): boolean {
  return isLongAbsence(absence, { from: receivedOn, to: adviceDueOn(receivedOn, rules) }, asAt, rules);
}
