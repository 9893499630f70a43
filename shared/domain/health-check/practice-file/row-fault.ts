/** What can be wrong with a row of a practice's file. A row that is wrong changes nothing and lists all that is wrong. */
import type { PracticeField } from './columns.ts';

export const practiceFaultCodes = [
  'required-missing',
  'number-missing',
  'nhs-number-format',
  'nhs-number-check-digit',
  'date-invalid',
  'date-in-future',
  'before-birth',
  'value-not-known',
  'capacity-not-considered',
  'person-unknown',
  'two-people',
  'birth-date-differs',
  'record-merged',
  'register-date-differs',
  'other-practice',
  'left-already',
  'does-not-fit',
  'listed-twice',
] as const;
export type PracticeFaultCode = (typeof practiceFaultCodes)[number];

/** What somebody should look at although the row is taken. */
export const practiceFlags = ['name-differs', 'corrected-here'] as const;
export type PracticeFlag = (typeof practiceFlags)[number];

export interface PracticeFault {
  readonly code: PracticeFaultCode;
  readonly field: PracticeField;
  /** What stood in the cell: told to whoever sends the file, kept nowhere. */
  readonly found: string;
  /** What to do about it, one plain sentence. */
  readonly fix: string;
}
