import * as z from 'zod';
import { MAX_ROWS, systemSchema, USUAL_SYSTEM } from '../../domain/import/import.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { ReferralKey } from '../ports/referrals.ts';
import { referralIdOf } from './import-context.ts';
import { rowsOfPlace } from './open-rows.ts';
import { importNotFound } from './start-import.ts';

/** The referral ids that a file names, as the source system knows them. */
export const namedReferralsSchema = z.strictObject({
  system: systemSchema.default(USUAL_SYSTEM),
  referralIds: z.array(z.string().trim().min(1).max(60)).max(MAX_ROWS),
});
export type NamedReferrals = z.output<typeof namedReferralsSchema>;

/** What a dry run of a whole file says is absent from it. @throws `forbidden`. */
export async function findAbsent(
  deps: Pick<Deps, 'queues' | 'referrals' | 'policies' | 'ids'>,
  call: Call,
  { system, referralIds }: NamedReferrals,
): Promise<readonly ReferralKey[]> {
  authorise(call, 'import.run', placeSubject(call.actor.place), importNotFound);
  const policy = await placePolicy(deps.policies, call.actor.place);
  const named = new Set(referralIds.map((id) => referralIdOf({ deps, call, system }, id)));
  return absentFrom(deps, policy, system, named);
}

/**
 * The reconciliation: referrals of a source system that are open here and that a file does not name. In what the file says
 * nothing of them is known; here they still wait.
 * @param named ids of the referrals that the file names.
 */
export async function absentFrom(
  deps: Pick<Deps, 'queues' | 'referrals'>,
  policy: Policy,
  system: string,
  named: ReadonlySet<string>,
): Promise<readonly ReferralKey[]> {
  const open = await rowsOfPlace(deps, policy, ['waiting', 'pathway']);
  const unnamed = open.filter(({ referralId }) => !named.has(referralId));
  // Where a referral came from is not in its row: those that the file does not name are read.
  const kept = await deps.referrals.many(policy.place.id, unnamed);
  return kept
    .filter(({ referral }) => referral.origin?.system === system)
    .map(({ referral: { personId, id } }) => ({ personId, referralId: id }))
    .sort((a, b) => (a.referralId < b.referralId ? -1 : 1));
}
