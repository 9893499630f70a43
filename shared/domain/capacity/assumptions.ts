/** What has to hold for the figures of queue mathematics to hold (domain.md 11): shown beside every one of them. */

export const steadyStateAssumptions = [
  'Referrals go on arriving at the same average rate',
  'It is one list, seen in the order of the policy, first come first seen inside a priority',
  'There is no seasonal effect: term times and holidays even out',
  'Capacity is what could be removed from the list in a week while it is not empty',
] as const;

/** From this load on no steady state is in sight: growth and relief are shown, and no capacity for keeping the target. */
export const LOAD_BEYOND_STEADY_STATE = 1.5;
