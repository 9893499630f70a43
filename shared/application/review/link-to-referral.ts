import { conflict, isDomainError } from '../../domain/error.ts';
import type { Review } from '../../domain/import/review.ts';
import { foldReferral } from '../../domain/referral/fold.ts';
import { recordEvent } from '../../domain/referral/record.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { entryAndState } from '../queue/queue-entry.ts';
import { recordContextOf } from '../referral/referral-context.ts';

const TRIES = 3;

/**
 * Links a row to the referral it was compared with, as a duplicate of it: the wait runs from the earlier of the two
 * receipts, and no second clock starts.
 * @throws `conflict` `referral-closed` when that referral has ended since.
 */
export async function linkToReferral(
  deps: Pick<Deps, 'people' | 'referrals' | 'policies' | 'ids' | 'hash'>,
  call: Call,
  { id, referral: key, row, system }: Review,
): Promise<void> {
  const { place, role } = call.actor;
  if (key === null) throw new Error('A review that can be linked names a referral');
  const policy = await placePolicy(deps.policies, place);
  for (let round = 1; ; round += 1) {
    const [person, kept] = await Promise.all([deps.people.get(place, key.personId), deps.referrals.get(place, key)]);
    if (person === undefined || kept === undefined) throw new Error(`A review leads nowhere: ${id}`);
    const { referral } = kept;
    const eventId = deps.ids.derived('review-link', id, row.referralId);
    if (referral.events.some((event) => event.id === eventId)) return;
    const rules = recordContextOf(call, person, policy, referral.queue);
    if (!foldReferral(referral.events, { ...rules, asAt: rules.today }).state.open)
      throw conflict('referral-closed', 'The referral it was compared with has ended: create a new one instead');
    const recorder = { eventId, recordedAt: call.now, by: { actor: call.actor.id, role }, hash: deps.hash };
    const facts = {
      kind: 'linked-duplicate' as const,
      received: row.receivedOn,
      source: `${system} ${row.referralId}`,
    };
    const linked = recordEvent(referral, { on: rules.today, facts }, recorder, rules);
    try {
      await deps.referrals.save(
        linked,
        entryAndState(linked, person, policy, rules.today, kept.entry.alerted).entry,
        referral.version,
      );
      return;
    } catch (refused) {
      if (!isDomainError(refused, 'stale') || round === TRIES) throw refused;
    }
  }
}
