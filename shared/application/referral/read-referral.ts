import type { Instant } from '../../domain/calendar/instant.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import { type Explanation, explainWait } from '../../domain/referral/explain.ts';
import { foldReferral } from '../../domain/referral/fold.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { emergencyGrant } from '../emergency/emergency-grant.ts';
import { placePolicy, queueOf } from '../policy/place-policy.ts';
import type { ReferralKey } from '../ports/referrals.ts';
import { marksOf, recordView } from '../record-view.ts';
import { referralNotFound, referralSubject } from './record-referral-event.ts';

/** Which day, and as it was known when; today and everything known where absent. */
export interface Moment {
  readonly asAt?: LocalDate | undefined;
  readonly knownAt?: Instant | undefined;
}

/** A referral with its history, what it is on a day, and why its number is that number. */
export interface ReferralExplained {
  readonly referral: Referral;
  readonly state: ReferralState;
  readonly explanation: Explanation;
  /** Version of the policy that it was worked out with. */
  readonly policyVersion: number;
}

/**
 * Reads a referral: one request to the store for it and its history, recorded as a view before it is given.
 * @throws `not-found` `referral-not-found`, also for whoever may not know of it; `forbidden`.
 */
export async function readReferral(
  deps: Pick<Deps, 'referrals' | 'policies' | 'audit' | 'breakGlasses'>,
  call: Call,
  key: ReferralKey,
  moment: Moment = {},
): Promise<ReferralExplained> {
  const { place } = call.actor;
  const [kept, policy] = await Promise.all([deps.referrals.get(place, key), placePolicy(deps.policies, place)]);
  const subject = kept && referralSubject(kept.referral, kept.entry.row.flags.includes('restricted'), policy);
  const grant = await emergencyGrant(deps, call, 'referral.read', key.personId, subject);
  if (kept === undefined || subject === undefined) throw referralNotFound();
  const { referral, entry } = kept;
  // The row beside it copies the person's flags and birth date, so the person need not be read.
  const { flags, birthDate } = entry.row;
  authorise(call, 'referral.read', { ...subject, emergency: grant !== undefined }, referralNotFound);
  await recordView(deps, call, 'referral.read', [key.personId], null, {
    marks: marksOf(call, subject),
    grantId: grant?.id,
  });
  const context = {
    policy,
    queue: queueOf(policy, referral.queue),
    birthDate,
    flags,
    asAt: moment.asAt ?? todayOf(call),
    ...(moment.knownAt === undefined ? {} : { knownAt: moment.knownAt }),
  };
  return {
    referral,
    state: foldReferral(referral.events, context).state,
    explanation: explainWait(referral, context),
    policyVersion: policy.version,
  };
}
