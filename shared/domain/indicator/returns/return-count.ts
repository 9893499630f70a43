/** Counts a return of one queue for a month, referral by referral. */
import type { LocalDate } from '../../calendar/local-date.ts';
import type { QueuePolicy } from '../../policy/policy.ts';
import type { ReferralState } from '../../referral/state.ts';
import type { Month } from '../month/month-tally.ts';
import { AdhdCount } from './adhd.ts';
import { AutismCount } from './autism.ts';
import type { ReturnCode, ReturnLine } from './return-figures.ts';

export interface ReturnCount {
  readonly code: ReturnCode;
  /** @param state the referral on the last day of the month. */
  add(state: ReferralState, birthDate: LocalDate): void;
  lines(): readonly ReturnLine[];
}

/** The returns that a queue is part of, by its clock. */
export function returnCountsOf({ clockFamily }: QueuePolicy, month: Month): readonly ReturnCount[] {
  if (clockFamily === 'ASD') return [new AutismCount(month)];
  return clockFamily === 'ADHD' ? [new AdhdCount(month)] : [];
}
