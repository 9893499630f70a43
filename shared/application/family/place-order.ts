/**
 * How a place orders its lists, as families are told (ADR 0101): the rules by which lists are sorted, in the order in which they decide, with
 * the figures of the place's own policy. It is the same for everybody, and nothing of any child is in it.
 */
import type { Policy } from '../../domain/policy/policy.ts';
import { type Tier, tiers } from '../../domain/policy/tier.ts';
import { type OrderRule, orderRules } from '../../domain/queue/order.ts';

export interface PlaceOrder {
  readonly place: string;
  /** The first that tells two children apart decides. */
  readonly rules: readonly OrderRule[];
  /** In how many days after the referral the place aims to see each group, the most pressing need first. */
  readonly needs: readonly { readonly tier: Tier; readonly aimDays: number }[];
  /** Groups whose wait in another area counts. */
  readonly carriedWaits: Policy['carriedWaitGroups'];
  /** Working days in which the team gets in touch after a child was not brought. */
  readonly afterMissedWorkingDays: number;
  /** Missed appointments in a row after which a clinician looks at what is best. */
  readonly reviewAfterMissed: number;
  /** Days in which somebody whose wait ended for missed appointments gets the place back. */
  readonly backWithinDays: number;
  /** Days in which questions about a referral are to be answered. */
  readonly detailsWithinDays: number;
  /** A date given with less notice than this, in days, or with fewer dates to choose from, can be said no to freely. */
  readonly fairOffer: Policy['reasonableOffer'];
}

export function placeOrder(policy: Policy): PlaceOrder {
  return {
    place: policy.place.name,
    rules: orderRules.map(({ rule }) => rule),
    needs: tiers.flatMap((tier) => {
      const aimDays = policy.tierTargetDays[tier];
      return aimDays === undefined ? [] : [{ tier, aimDays }];
    }),
    carriedWaits: policy.carriedWaitGroups,
    afterMissedWorkingDays: policy.missedAppointment.contactWorkingDays,
    reviewAfterMissed: policy.missedAppointment.reviewAfterInARow,
    backWithinDays: policy.reinstatementDays,
    detailsWithinDays: policy.returnForInformationDays,
    fairOffer: policy.reasonableOffer,
  };
}
