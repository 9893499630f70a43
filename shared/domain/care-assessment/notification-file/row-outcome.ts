/**
 * What becomes of a row of notifications. One that is wrong in itself is rejected and lists all that is wrong; one that is
 * right but cannot simply be added to what is recorded waits for somebody to decide. Neither changes anything.
 */
import { cellFaultCodes, type FileFault } from '../../import/file-row.ts';
import type { NotificationField } from './columns.ts';

export const notificationOutcomes = ['created', 'updated', 'unchanged', 'review', 'rejected'] as const;
export type NotificationOutcome = (typeof notificationOutcomes)[number];

export const notificationFaultCodes = [...cellFaultCodes, 'date-order', 'too-long', 'listed-twice'] as const;
export type NotificationFaultCode = (typeof notificationFaultCodes)[number];
export type NotificationFault = FileFault<NotificationFaultCode, NotificationField>;

export const notificationReviewCodes = [
  'person-unknown',
  'may-be-known',
  'two-people',
  'birth-date-differs',
  'record-merged',
  'recorded-in-error',
  'other-period',
  'authority-differs',
  'placement-differs',
  'ended-otherwise',
  'does-not-fit',
] as const;
export type NotificationReviewCode = (typeof notificationReviewCodes)[number];

/** Why somebody has to decide, and what to do. */
export interface NotificationReview {
  readonly code: NotificationReviewCode;
  readonly field: NotificationField;
  readonly fix: string;
}

/** What somebody should look at although the row is taken. */
export const notificationFlags = [
  'name-differs',
  'legal-status-differs',
  'placement-at-entry-unknown',
  'corrected-here',
] as const;
export type NotificationFlag = (typeof notificationFlags)[number];
