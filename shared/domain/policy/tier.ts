/** Clinical priority of a referral: three tiers. Order on a list: urgent, then soon, then routine. */
import * as z from 'zod';

export const tiers = ['urgent', 'soon', 'routine'] as const;
export const tierSchema = z.enum(tiers);
export type Tier = (typeof tiers)[number];

/** 0 for urgent, 1 for soon, 2 for routine: the first thing a queue is ordered by. */
export function tierRank(tier: Tier): number {
  return tiers.indexOf(tier);
}
