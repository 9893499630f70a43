/** What the alerts of a wait have come to on a day, from its clock alone: for lists, which read no alert. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { QueuePolicy } from '../policy/policy.ts';
import { longWaitDeadline, standardDeadline } from '../referral/referral-deadlines.ts';
import { type AlertSeverity, alertSeverityOf, moreSerious } from './severity.ts';

/** The most serious threshold that a clock has crossed; null before the first. */
export function waitSeverity(clockStart: LocalDate, queue: QueuePolicy, asAt: LocalDate): AlertSeverity | null {
  let severity: AlertSeverity | null = null;
  for (const deadline of [standardDeadline(queue, clockStart), longWaitDeadline(queue, clockStart)]) {
    const crossed = deadline?.warnOn.findLast(({ on }) => on <= asAt);
    if (deadline === undefined || crossed === undefined) continue;
    const told = alertSeverityOf(deadline.kind, crossed.severity);
    severity = severity === null ? told : moreSerious(severity, told);
  }
  return severity;
}
