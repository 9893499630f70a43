/** What a referral is on a day: the answer of the fold of its events (fold.ts). Every field is derived; nothing here is stored as truth. */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Instant } from '../calendar/instant.ts';
import type { Tier } from '../policy/tier.ts';
import type { assessmentOutcomes, ReferralEventKind } from './event.ts';

/** Where a referral stands; one name from store to page (labels and colours: shared/http/html). */
export const referralStages = [
  'received', // waiting for triage
  'returned', // sent back for information
  'waiting', // accepted, nothing booked
  'booked', // an appointment is in the diary
  'seen', // headline stop reached, pathway goes on
  'monitored', // active monitoring
  'discharged', // ended after being seen
  'removed', // ended unseen: declined, moved, died, no information, transferred…
  'rejected', // not accepted
  'void', // recorded in error: the receipt itself was a mistake
] as const;
export type ReferralStage = (typeof referralStages)[number];

/** Why a clock ended (domain.md 2.1 removals; 12b, 23). `seen` is the only one that counts in "% seen within standard". */
export const clockEndReasons = [
  'seen',
  'active-monitoring',
  'decision-not-to-treat',
  'declined',
  'transferred-right-to-choose',
  'discharged-unseen',
  'moved',
  'died',
  'no-information',
  'rejected',
  'nullified',
  'no-longer-needed',
] as const;
export type ClockEndReason = (typeof clockEndReasons)[number];

/** One waiting clock. A referral may have had several (nullified, after active monitoring, after late information). */
export interface Clock {
  readonly startOn: LocalDate;
  readonly startEventId: string;
  readonly end?: { readonly on: LocalDate; readonly reason: ClockEndReason; readonly eventId: string | null };
}

/** The five stamps of an assessment pathway (domain.md 1.3), the ASD statistic's own first contact, and treatment. */
export interface Stamps {
  readonly received?: LocalDate;
  readonly firstContact?: LocalDate;
  /** First face-to-face or video contact only: the national autism statistic (domain.md 1.4). */
  readonly firstContactInPersonOrVideo?: LocalDate;
  readonly assessmentStarted?: LocalDate;
  readonly outcomeDecided?: LocalDate;
  readonly familyInformed?: LocalDate;
  readonly treatmentStarted?: LocalDate;
}

export interface ReferralState {
  readonly asAt: LocalDate;
  readonly stage: ReferralStage;
  readonly open: boolean;
  readonly clocks: readonly Clock[];
  /** The clock now running, if one is: the referral is counted as waiting exactly when this is present. */
  readonly running?: Clock;
  /** The clock that the headline wait is told of: the running one, else the last that ended other than by nullification. */
  readonly headline?: Clock;
  /** Days of the headline clock to its end or to `asAt`; day of start is 0. */
  readonly waitDays?: number;
  /** From the first receipt, across nullification and transfers (domain.md 12b, 26). */
  readonly familyTotal?: { readonly from: LocalDate; readonly to?: LocalDate; readonly days: number };
  readonly stamps: Stamps;
  readonly outcome?: (typeof assessmentOutcomes)[number];
  readonly tier: Tier;
  /** Start of the running clock less the carried wait of protected groups (12b, 41). Absent when no clock runs. */
  readonly orderingDate?: LocalDate;
  readonly receivedAt?: Instant;
  readonly missed: {
    readonly wasNotBrought: number;
    readonly didNotAttend: number;
    readonly inARow: number;
    readonly lastOn?: LocalDate;
    readonly familyContacted: boolean;
    readonly reviewed: boolean;
  };
  readonly cancelled: { readonly family: number; readonly provider: number };
  readonly offersDeclined: { readonly counted: number; readonly notReasonable: number };
  readonly appointment?: { readonly on: LocalDate; readonly time?: string };
  readonly returned?: { readonly on: LocalDate; readonly lastDay: LocalDate };
  readonly closed?: { readonly on: LocalDate; readonly why: ReferralEventKind | 'no-information' };
  readonly assignedTo?: string;
  readonly lastEventOn?: LocalDate;
  readonly lastValidatedOn?: LocalDate;
  readonly carriedWaitDays: number;
  readonly linkedDuplicates: number;
  readonly eventCount: number;
}

/** One line of the trace that the fold leaves: which event did what to the clock, by which rule. explain.ts makes sentences of it. */
export interface TraceLine {
  readonly on: LocalDate;
  readonly eventId: string | null;
  readonly kind: ReferralEventKind | 'no-information-closure';
  readonly effect: 'started' | 'stopped-seen' | 'stopped-removed' | 'nullified' | 'no-effect';
  readonly rule: string;
  readonly source: string;
}
