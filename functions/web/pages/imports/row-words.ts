/** What is wrong with a row, and what to look at in one, in words: the same on every page and in every file. */
import type { RowFlag } from '../../../../shared/domain/import/row.ts';
import type { RowErrorCode } from '../../../../shared/domain/import/row-error.ts';

export interface ErrorWords {
  readonly what: string;
  /** Said where the row itself is not at hand any more. */
  readonly fix: string;
}

export const errorWords: Readonly<Record<RowErrorCode, ErrorWords>> = {
  'required-missing': {
    what: 'A needed value is missing',
    fix: 'Fill in referral id, surname, date of birth and the day of receipt',
  },
  'service-unknown': {
    what: 'Service not known here',
    fix: 'Use the name of a waiting list of this place',
  },
  'nhs-number-format': {
    what: 'Not an NHS number',
    fix: 'Give the ten digits of a number that is in use, or leave the cell empty',
  },
  'nhs-number-check-digit': {
    what: 'NHS number with a wrong digit',
    fix: 'Check the number against the record',
  },
  'date-invalid': { what: 'Not a real date', fix: 'Write the date like 08/04/2026, 2026-04-08 or 08-Apr-2026' },
  'before-birth': { what: 'A date before the birth', fix: 'Check the date and the date of birth' },
  'date-in-future': { what: 'A date after the day of the file', fix: 'Check the date, and the day of the file' },
  'age-out-of-range': {
    what: 'Age not taken by the waiting list',
    fix: 'Check the date of birth and the service',
  },
  'date-order': { what: 'Dates in the wrong order', fix: 'Check which of the steps came first' },
  'too-long': { what: 'Longer than can be kept', fix: 'Shorten the value' },
};

export const flagWords: Readonly<Record<RowFlag, string>> = {
  'no-nhs-number': 'No NHS number: the local id tells who it is',
  'possible-duplicate': 'Possible duplicate: somebody else has the same family name and birth date',
  'contact-type-assumed': 'First contact without its type: taken as face to face',
  'value-not-known': 'A coded value that is not known here was left out',
  'value-cut': 'A value was cut to what can be kept',
};
