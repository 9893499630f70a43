import type { Alerted } from '../../domain/alert/watch-plan.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Subject } from '../../domain/permission/can.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { foldReferral } from '../../domain/referral/fold.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import type { CaseOfPerson } from '../case/case-view.ts';
import { queueOf } from '../policy/place-policy.ts';

/** A person with everything the place knows of them: each referral with what it is today. */
export interface PersonView {
  readonly person: Person;
  /** The person as far as permission goes. */
  readonly subject: Subject;
  readonly referrals: readonly ReferralOfPerson[];
  /** Those that the caller may know of. */
  readonly cases: readonly CaseOfPerson[];
  /** When the emergency access ends under which this is seen; absent when it is seen by right. */
  readonly emergencyUntil?: Instant;
}

/** A referral of a person whose record is open, with how far its alerts have come. */
export interface ReferralOfPerson extends ReferralView {
  readonly alerted: readonly Alerted[];
}

/** A referral and what it is on a day. */
export interface ReferralView {
  readonly referral: Referral;
  readonly state: ReferralState;
}

/** A referral of a person, seen as at a day. */
export function referralView(referral: Referral, person: Person, policy: Policy, asAt: LocalDate): ReferralView {
  const { birthDate, flags } = person.details;
  const queue = queueOf(policy, referral.queue);
  return { referral, state: foldReferral(referral.events, { policy, queue, birthDate, flags, asAt }).state };
}
