import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { ReferralKey } from './referrals.ts';

/** What the watch has to act on, and nothing else: a page of the store at a time, the earliest first. */
export interface WatchList {
  /** Referrals of a service whose next threshold is crossed on or before a day. */
  referrals(place: string, service: string, upTo: LocalDate): AsyncIterable<readonly ReferralKey[]>;
  /** Alerts of a place to be passed on, or to come back, on or before a day: their ids. */
  alerts(place: string, upTo: LocalDate): AsyncIterable<readonly string[]>;
}

/** The version of a place's policy that every open referral was planned by. */
export interface PlannedPolicies {
  /** Undefined where nothing was planned anew yet: every referral was planned as it was written. */
  version(place: string): Promise<number | undefined>;
  keep(place: string, version: number): Promise<void>;
}
