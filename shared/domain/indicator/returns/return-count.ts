import type { LocalDate } from '../../calendar/local-date.ts';
import type { ReferralState } from '../../referral/state.ts';
import type { ReturnCode, ReturnLine } from './return-figures.ts';

/** Counts a return of one queue for a month, referral by referral. */
export interface ReturnCount {
  readonly code: ReturnCode;
  /** @param state the referral on the last day of the month. */
  add(state: ReferralState, birthDate: LocalDate): void;
  lines(): readonly ReturnLine[];
}
