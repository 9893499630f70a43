import type { Alerted } from '../../domain/alert/watch-plan.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { QueueRow } from '../../domain/queue/queue-row.ts';
import type { Referral } from '../../domain/referral/referral.ts';

/**
 * Which of a queue's lists a referral stands in: those who wait to be seen, those who were and are still on the pathway,
 * and those that have ended.
 */
export type QueueList = 'waiting' | 'pathway' | 'closed';

/** What is kept beside a referral so that its queue can be shown without reading it. Derived: it can be made again. */
export interface QueueEntry {
  readonly list: QueueList;
  /** Place in the policy's order, as text that sorts. */
  readonly order: string;
  readonly row: QueueRow;
  /** Version of the person whose facts the row copies: a lower one than the person's means that the row is out of date. */
  readonly personVersion: number;
  /** How far its alerts have come. */
  readonly alerted: readonly Alerted[];
  /** When the watch is next to look at it, and under which service; null when nothing is left to watch. */
  readonly watch: WatchEntry | null;
}

/** Where a referral stands in what the daily watch reads. */
export interface WatchEntry {
  readonly service: string;
  /** The first day on which a threshold is crossed that nobody was told of; it may have passed. */
  readonly on: LocalDate;
}

/** Where one referral is kept. */
export interface ReferralKey {
  readonly personId: string;
  readonly referralId: string;
}

/** A referral with the entry kept beside it. */
export interface KeptReferral {
  readonly referral: Referral;
  readonly entry: QueueEntry;
}

/** Referrals of a place. */
export interface Referrals {
  /** One referral, its history and its entry, in one request; undefined when there is none. */
  get(place: string, key: ReferralKey): Promise<KeptReferral | undefined>;
  /** Several referrals, in no order. Keys that nothing has are left out. */
  many(place: string, keys: readonly ReferralKey[]): Promise<readonly KeptReferral[]>;
  /** Keeps a new referral. @throws `conflict` `already-there` when the id is taken. */
  create(referral: Referral, entry: QueueEntry): Promise<void>;
  /** Keeps a command's result over the version it was decided on. @throws `stale` `changed-since` when that has changed. */
  save(referral: Referral, entry: QueueEntry, decidedOn: number): Promise<void>;
}
