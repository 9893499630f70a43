import type { AlertEventKind } from '../../domain/alert/alert.ts';

/** How the audit's copies of what happened to alerts begin, and those of nothing else. */
export const ALERT_KINDS = 'alert-';

/** The kind of an alert's event as the audit has it. */
export function writtenAlertKind(kind: AlertEventKind): string {
  return `${ALERT_KINDS}${kind}`;
}
