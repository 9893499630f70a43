/** Addresses of the pages about alerts. They hold opaque ids and nothing that says who it is (promise P8). */

import type { Alert } from '../../../../shared/domain/alert/alert.ts';
import { casePath } from '../cases/addresses.ts';
import { referralPath } from '../referrals/addresses.ts';

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

/** The record that an alert is about. */
export function subjectPath({ personId, subject }: Pick<Alert, 'personId' | 'subject'>): string {
  if (subject.of === 'referral') return referralPath({ personId, referralId: subject.id });
  return casePath({ personId, kind: subject.kind, caseId: subject.id });
}
