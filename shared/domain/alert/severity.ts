/** How serious an alert is, and how that follows from the deadline it tells of. */
import type { Severity } from '../deadline/deadline.ts';

/** Most serious first: the order of every list of alerts. */
export const alertSeverities = ['long-wait', 'breach', 'approaching', 'amber'] as const;
export type AlertSeverity = (typeof alertSeverities)[number];

/** Position in {@link alertSeverities}: 0 is the most serious. */
export function severityRank(severity: AlertSeverity): number {
  return alertSeverities.indexOf(severity);
}

/** The severity of an alert about a deadline of a kind. A long wait is more than a breach, whatever its ladder calls it. */
export function alertSeverityOf(kind: string, severity: Severity): AlertSeverity {
  return kind === 'long-wait' ? 'long-wait' : severity;
}

/** The more serious of two. */
export function moreSerious(a: AlertSeverity, b: AlertSeverity): AlertSeverity {
  return severityRank(a) <= severityRank(b) ? a : b;
}
