/** A referral as estimates are made from it: where it stood in the order, and how long it waited. Undefined where no clock counts. */
import { epochDayOf, type LocalDate } from '../../../domain/calendar/local-date.ts';
import type { PastWait } from '../../../domain/estimate/past-wait.ts';
import { ageGroupOf } from '../../../domain/estimate/published.ts';
import { tierRank } from '../../../domain/policy/tier.ts';
import { isNullified, type ReferralState } from '../../../domain/referral/state.ts';

export function pastWaitOf(
  { headline, tier, carriedWaitDays }: ReferralState,
  birthDate: LocalDate,
): PastWait | undefined {
  if (headline === undefined || (headline.end !== undefined && isNullified(headline.end.reason))) return undefined;
  const from = epochDayOf(headline.startOn);
  return {
    tier: tierRank(tier),
    order: from - carriedWaitDays,
    from,
    until: headline.end === undefined ? null : epochDayOf(headline.end.on),
    seen: headline.end?.reason === 'seen',
    group: ageGroupOf(birthDate, headline.startOn),
  };
}
