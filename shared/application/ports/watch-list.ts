import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { CaseKey } from './cases.ts';
import type { ReferralKey } from './referrals.ts';

/** Where something that is watched is kept. */
export type WatchedKey = ({ readonly of: 'referral' } & ReferralKey) | ({ readonly of: 'case' } & CaseKey);

/** What the watch has to act on, and nothing else: a page of the store at a time, the earliest first. */
export interface WatchList {
  /** Referrals and cases of a service whose next threshold is crossed on or before a day. */
  subjects(place: string, service: string, upTo: LocalDate): AsyncIterable<readonly WatchedKey[]>;
  /** Alerts of a place to be passed on, or to come back, on or before a day: their ids. */
  alerts(place: string, upTo: LocalDate): AsyncIterable<readonly string[]>;
}

/** What the deadlines of a place's open referrals were planned by, as a hash of it. */
export interface PlannedRules {
  /** Undefined until the watch has run there for the first time. */
  get(place: string): Promise<string | undefined>;
  keep(place: string, rules: string): Promise<void>;
}
