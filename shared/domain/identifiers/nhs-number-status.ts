import * as z from 'zod';

/** How far an NHS number has been checked against the national record (UK Core, NHS number verification status). */
export const nhsNumberStatuses = {
  '01': 'Number present and verified',
  '02': 'Number present but not traced',
  '03': 'Trace required',
  '04': 'Trace attempted: no match or several matches found',
  '05': 'Trace needs to be resolved: number or details conflict',
  '06': 'Trace in progress',
  '07': 'Number not present and trace not required',
  '08': 'Trace postponed: baby under six weeks old',
} as const;

/** One of `01` to `08`. */
export type NhsNumberStatus = keyof typeof nhsNumberStatuses;

/** A status code. */
export const nhsNumberStatusSchema = z
  .enum(Object.keys(nhsNumberStatuses) as [NhsNumberStatus, ...NhsNumberStatus[]])
  .meta({ description: 'NHS number verification status, 01 to 08' });

/** Why a record has no NHS number. One of these is always given. */
export const noNhsNumberReasons = {
  'not-supplied': 'Not given with the referral',
  'not-traced': 'Looked for and not found',
  newborn: 'Baby under six weeks old',
  'not-registered': 'Not registered with the NHS in England or Wales',
  withheld: 'Withheld for safety',
} as const;

/** One key of {@link noNhsNumberReasons}. */
export type NoNhsNumberReason = keyof typeof noNhsNumberReasons;

/** A reason for having no number. */
export const noNhsNumberReasonSchema = z
  .enum(Object.keys(noNhsNumberReasons) as [NoNhsNumberReason, ...NoNhsNumberReason[]])
  .meta({ description: 'Why there is no NHS number' });
