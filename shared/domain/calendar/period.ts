import type { LocalDate } from './local-date.ts';

export interface Period {
  readonly from: LocalDate;
  /** Both days are in it. */
  readonly to: LocalDate;
}
