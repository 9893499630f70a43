/** What can be wrong with a row of a practice's file. A row that is wrong changes nothing and lists all that is wrong. */
import { cellFaultCodes, type FileFault } from '../../import/file-row.ts';
import type { PracticeField } from './columns.ts';

export const practiceFaultCodes = [
  ...cellFaultCodes,
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

export type PracticeFault = FileFault<PracticeFaultCode, PracticeField>;
