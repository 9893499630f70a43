/**
 * Plans every open referral of a place by a policy that has changed. Once for each version: where the watch has done so, a
 * mark says it. What was told before is forgotten on purpose, for the days it was told on may have moved; alerts are kept
 * under keys that follow from the deadline, so whatever was told is found told.
 */
import { isDomainError } from '../../domain/error.ts';
import { canonicalJson } from '../../domain/referral/canonical-json.ts';
import type { KeptReferral, QueueEntry, QueueList, ReferralKey } from '../ports/referrals.ts';
import { plannedAnew } from '../queue-entry.ts';
import { inParts, workedThrough } from './bounded.ts';
import { readEach } from './read-each.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchRun } from './watch-referral.ts';

/** The version that a place is set up with: until another is saved, every referral was planned by it as it was written. */
const FIRST_VERSION = 1;
const OPEN_LISTS: readonly QueueList[] = ['waiting', 'pathway'];
const LANES = 4;
const AT_ONCE = 50;

/** @returns whether it was done to the end; without time it goes on at the next run. */
export async function planAnew(deps: WatchDeps, run: WatchRun, hasTime: () => boolean): Promise<boolean> {
  const { policy, tally } = run;
  const place = policy.place.id;
  const planned = (await deps.plannedPolicies.version(place)) ?? FIRST_VERSION;
  if (planned >= policy.version) return true;
  const failedBefore = tally.of('failed');
  for (const { code } of policy.queues) {
    for (const list of OPEN_LISTS) {
      const parts = inParts(keysOf(deps, place, code, list), AT_ONCE);
      const done = await workedThrough(parts, LANES, hasTime, (keys) =>
        readEach(deps, run, keys, (kept) => planOne(deps, run, kept)),
      );
      if (!done) return false;
    }
  }
  if (tally.of('failed') > failedBefore) return true;
  await deps.plannedPolicies.keep(place, policy.version);
  return true;
}

async function* keysOf(deps: WatchDeps, place: string, queue: string, list: QueueList) {
  for await (const rows of deps.queues.each(place, queue, list)) {
    yield rows.map(({ personId, referralId }): ReferralKey => ({ personId, referralId }));
  }
}

async function planOne(deps: WatchDeps, { policy, day, tally }: WatchRun, kept: KeptReferral): Promise<void> {
  const { entry } = plannedAnew(kept, policy, day);
  if (sameEntry(entry, kept.entry)) return;
  try {
    const forgetful = plannedAnew(kept, policy, day, []);
    await deps.referrals.save(kept.referral, forgetful.entry, kept.referral.version);
    tally.add('planned-anew');
  } catch (refused) {
    // Whoever was first has planned it by the new policy.
    if (!isDomainError(refused, 'stale')) throw refused;
  }
}

function sameEntry(a: QueueEntry, b: QueueEntry): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
