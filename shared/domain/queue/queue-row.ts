/**
 * The slim facts of a referral that a queue shows, filters and sorts by without reading the referral: what the `list` index
 * projects. A cache of the fold: rebuilt whenever the referral or its person changes. Kept small (docs/access-patterns.md).
 */
import type { LocalDate } from '../calendar/local-date.ts';
import type { Instant } from '../calendar/instant.ts';
import type { PersonFlag } from '../person/person.ts';
import type { Tier } from '../policy/tier.ts';
import type { ReferralStage } from '../referral/state.ts';

export interface QueueRow {
  readonly personId: string;
  readonly referralId: string;
  readonly queue: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: LocalDate;
  readonly stage: ReferralStage;
  readonly tier: Tier;
  /** Start of the running clock. A row of an open referral whose clock has stopped (seen, still on the pathway) has none. */
  readonly clockStart: LocalDate | null;
  readonly orderingDate: LocalDate;
  readonly receivedAt: Instant | LocalDate;
  /** The next thing in the diary, if any. */
  readonly appointmentOn: LocalDate | null;
  /** The day the current stage was reached or the last event: what "needs action" is worked out from. */
  readonly lastEventOn: LocalDate;
  /** Last day to answer a return for information; absent otherwise. */
  readonly returnedUntil: LocalDate | null;
  readonly missedInARow: number;
  readonly flags: readonly PersonFlag[];
  readonly hasAdjustments: boolean;
  readonly needsInterpreter: boolean;
  readonly assignedTo: string | null;
}
