/** Addresses of the pages about alerts. They hold opaque ids and nothing that says who it is (promise P8). */

export const alertsPath = '/alerts';
/** Where several are taken up at once. */
export const acknowledgeSeveralPath = '/alerts/acknowledge';

export function alertPath(alertId: string): string {
  return `${alertsPath}/${alertId}`;
}

export function acknowledgePath(alertId: string): string {
  return `${alertPath(alertId)}/acknowledge`;
}

export function snoozePath(alertId: string): string {
  return `${alertPath(alertId)}/snooze`;
}
