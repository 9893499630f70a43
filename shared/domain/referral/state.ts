/** What a referral is on a day: the answer of the fold of its events (fold.ts). Every field is derived; nothing here is stored as truth. */
import type { Instant } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Tier } from '../policy/tier.ts';
import type { assessmentOutcomes, dischargeReasons, ReferralEventKind, transitionSteps } from './event.ts';

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
  'void', // no receipt stands: it was recorded in error, or lies after the day asked about
] as const;
export type ReferralStage = (typeof referralStages)[number];

/** Why a clock ended. `seen` is the only one that counts in "% seen within standard". */
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

/** Whether a clock that ended this way is out of every numerator and denominator, as if it had never run. */
export function isNullified(reason: ClockEndReason): boolean {
  return reason === 'nullified' || reason === 'rejected';
}

/** One waiting clock. A referral may have had several (nullified, after active monitoring, after late information). */
export interface Clock {
  readonly startOn: LocalDate;
  readonly startEventId: string;
  /** `eventId` is null where no event ended it: a return for information that nobody answered. */
  readonly end?: { readonly on: LocalDate; readonly reason: ClockEndReason; readonly eventId: string | null };
}

/** The five stamps of an assessment pathway, the autism statistic's own first contact, and treatment. */
export interface Stamps {
  readonly received?: LocalDate;
  /** First attended contact in person, by video or by telephone. */
  readonly firstContact?: LocalDate;
  /** First face-to-face or video contact only: the national autism statistic. */
  readonly firstContactInPersonOrVideo?: LocalDate;
  readonly assessmentStarted?: LocalDate;
  readonly outcomeDecided?: LocalDate;
  readonly familyInformed?: LocalDate;
  readonly treatmentStarted?: LocalDate;
}

/** An offer of dates that the family has not declined. */
export interface OpenOffer {
  readonly eventId: string;
  readonly on: LocalDate;
  readonly dates: readonly LocalDate[];
}

/** How and when a referral ended. */
export interface Closure {
  readonly on: LocalDate;
  readonly why: ReferralEventKind | 'no-information';
  /** Why it was discharged, where that is how it ended. */
  readonly reason?: (typeof dischargeReasons)[number];
}

export interface ReferralState {
  readonly asAt: LocalDate;
  readonly stage: ReferralStage;
  /** Still on the list or on the pathway: received and not closed. */
  readonly open: boolean;
  readonly clocks: readonly Clock[];
  /** The clock now running, if one is: the referral is counted as waiting exactly when this is present. */
  readonly running?: Clock;
  /** The clock that the headline wait is told of: the running one, else the last that ended other than by nullification. */
  readonly headline?: Clock;
  /** Days of the headline clock to its end or to `asAt`; day of start is 0. */
  readonly waitDays?: number;
  /** From the first receipt, across nullification and transfers. */
  readonly familyTotal?: { readonly from: LocalDate; readonly to?: LocalDate; readonly days: number };
  readonly stamps: Stamps;
  readonly outcome?: (typeof assessmentOutcomes)[number];
  readonly tier: Tier;
  /** Past triage: accepted here or before it came here, or worked already. */
  readonly accepted: boolean;
  /** Waiting for triage since this day: the receipt, or the arrival of information that was asked for. */
  readonly awaitingTriageFrom?: LocalDate;
  /** Start of the running clock less the carried wait of protected groups. Absent when no clock runs. */
  readonly orderingDate?: LocalDate;
  readonly receivedAt?: Instant;
  readonly missed: {
    readonly wasNotBrought: number;
    readonly didNotAttend: number;
    /** Since the last attended contact. */
    readonly inARow: number;
    readonly lastOn?: LocalDate;
    /** The day the row grew long enough to need a review. */
    readonly reviewFrom?: LocalDate;
    /** Whether the family was contacted, and the missed appointments reviewed, since the last miss. */
    readonly familyContacted: boolean;
    readonly reviewed: boolean;
  };
  readonly cancelled: { readonly family: number; readonly provider: number };
  readonly offersDeclined: { readonly counted: number; readonly notReasonable: number };
  readonly openOffers: readonly OpenOffer[];
  readonly appointment?: { readonly on: LocalDate; readonly time?: string };
  /** Returned for information and unanswered: the last day on which an answer keeps the clock's start. */
  readonly returned?: { readonly on: LocalDate; readonly lastDay: LocalDate };
  readonly closed?: Closure;
  /** Last day on which contact from the family can reinstate a referral discharged for missed appointments. */
  readonly reinstatableUntil?: LocalDate;
  /** The hand-over at 18. Present where the birth date is known and the queue has a pathway for adults. */
  readonly transition?: {
    readonly planFrom: LocalDate;
    /** The 18th birthday. */
    readonly adultFrom: LocalDate;
    /** On the pathway for adults on the day asked about: 18 or over, and not closed before. */
    readonly adult: boolean;
    readonly step?: (typeof transitionSteps)[number];
  };
  readonly assignedTo?: string;
  readonly lastEventOn?: LocalDate;
  readonly lastValidatedOn?: LocalDate;
  /** The last time the service and the family were in touch, whatever it was about. */
  readonly lastFamilyContactOn?: LocalDate;
  /** Days waited elsewhere, as recorded, whether or not the person is in a group whose wait is carried. */
  readonly carriedWaitDays: number;
  readonly linkedDuplicates: number;
  /** Events that stand on the day asked about. */
  readonly eventCount: number;
}

/** One line of the trace that the fold leaves: which event did what to the clock, by which rule. explain.ts makes sentences of it. */
export interface TraceLine {
  readonly on: LocalDate;
  readonly eventId: string | null;
  readonly kind: ReferralEventKind | 'no-information-closure';
  readonly effect:
    | 'started'
    | 'start-moved-earlier'
    | 'restored'
    | 'component'
    | 'stopped-seen'
    | 'stopped-removed'
    | 'nullified'
    | 'no-effect';
  readonly rule: string;
  readonly source: string;
}
