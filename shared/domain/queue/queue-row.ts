/**
 * The slim facts of a referral that a queue shows, filters and sorts by without reading the referral: what the `list` index
 * projects. A cache of the fold: rebuilt whenever the referral or its person changes. Kept small (docs/access-patterns.md).
 */
import type { Instant } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PersonDetails, PersonFlag } from '../person/person.ts';
import type { Tier } from '../policy/tier.ts';
import type { DutyKind } from '../referral/duties.ts';
import type { ReferralStage } from '../referral/state.ts';

export interface QueueRow {
  readonly personId: string;
  readonly referralId: string;
  readonly queue: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: LocalDate;
  /** As it was when the row was made; `stageOf` says what it has become since. */
  readonly stage: ReferralStage;
  readonly tier: Tier;
  /** Start of the running clock. A row of an open referral whose clock has stopped (seen, still on the pathway) has none. */
  readonly clockStart: LocalDate | null;
  readonly orderingDate: LocalDate;
  readonly receivedAt: Instant | LocalDate;
  /** The next thing in the diary, if any. */
  readonly appointmentOn: LocalDate | null;
  /** The day of the last event. */
  readonly lastEventOn: LocalDate;
  /** Last day to answer a return for information; absent otherwise. */
  readonly returnedUntil: LocalDate | null;
  readonly missedInARow: number;
  /** The first thing staff are to do: what "needs action" is worked out from. Null when there is nothing. */
  readonly duty: DutyKind | null;
  /** From when it can be done, and by when it is to be done; null without a duty. */
  readonly dutyFrom: LocalDate | null;
  readonly dutyBy: LocalDate | null;
  readonly flags: readonly PersonFlag[];
  readonly hasAdjustments: boolean;
  readonly needsInterpreter: boolean;
  /** For figures alone: ethnic category, and the district of the postcode. Null where they are not known. */
  readonly ethnicCategory: PersonDetails['ethnicCategory'] | null;
  readonly district: string | null;
  readonly assignedTo: string | null;
}
