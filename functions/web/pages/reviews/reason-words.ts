/** Why a row waits for a person, in words. */
import type { ReviewReason } from '../../../../shared/domain/import/plan-row.ts';

export interface ReasonWords {
  readonly what: string;
  /** What somebody has to find out. */
  readonly why: string;
}

export const reasonWords: Readonly<Record<ReviewReason, ReasonWords>> = {
  'open-referral-in-queue': {
    what: 'Already waiting on this list',
    why: 'The file has a new referral for somebody who has an open referral on the same waiting list. It may be the same referral sent again, or a second one.',
  },
  'nhs-number-two-birth-dates': {
    what: 'One NHS number, two birth dates',
    why: 'The record with this NHS number has another date of birth. Either a date is wrong, or the number belongs to somebody else.',
  },
  'local-id-two-nhs-numbers': {
    what: 'One local id, two NHS numbers',
    why: 'The record with this local id has another NHS number. Either a number is wrong, or the local id was used for two people.',
  },
  'contradicts-record': {
    what: 'Contradicts the record',
    why: 'The file says something else than what staff recorded here. The record stays as it is until somebody finds out which is right.',
  },
  'does-not-fit': {
    what: 'Does not fit the record',
    why: 'What the file says cannot have happened after what is recorded here.',
  },
};
