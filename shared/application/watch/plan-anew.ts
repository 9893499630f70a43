/**
 * Plans every open referral of a place anew when the rules that deadlines follow from have changed: by a new policy, or a new
 * release. What was told before is forgotten on purpose, for the days it was told on may have moved; alerts are kept under
 * keys that follow from the deadline, so whatever was told is found told.
 */
import { englandAndWales } from '../../domain/calendar/bank-holidays.ts';
import { isDomainError } from '../../domain/error.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { canonicalJson } from '../../domain/referral/canonical-json.ts';
import type { KeptReferral, QueueList, ReferralKey } from '../ports/referrals.ts';
import { plannedAnew } from '../queue-entry.ts';
import { inParts, workedThrough } from './bounded.ts';
import { readEach } from './read-each.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchRun } from './watch-referral.ts';

const OPEN_LISTS: readonly QueueList[] = ['waiting', 'pathway'];
const LANES = 4;
const AT_ONCE = 50;

/** @returns whether it was done to the end; without time it goes on at the next run. */
export async function planAnew(deps: WatchDeps, run: WatchRun, hasTime: () => boolean): Promise<boolean> {
  const { policy, tally } = run;
  const place = policy.place.id;
  const rules = deps.hash(canonicalJson(rulesOf(policy)));
  const planned = await deps.plannedRules.get(place);
  if (planned === rules) return true;
  const failedBefore = tally.of('failed');
  // Before the first run every referral was planned by the present rules, as it was written.
  for (const { code } of planned === undefined ? [] : policy.queues) {
    for (const list of OPEN_LISTS) {
      const parts = inParts(keysOf(deps, place, code, list), AT_ONCE);
      const done = await workedThrough(parts, LANES, hasTime, (keys) =>
        readEach(deps, run, keys, (kept) => planOne(deps, run, kept)),
      );
      if (!done) return false;
    }
  }
  if (tally.of('failed') === failedBefore) await deps.plannedRules.keep(place, rules);
  return true;
}

/** All of a policy that a deadline or its alert can follow from. How a place looks and is spelt is not part of it. */
function rulesOf(policy: Policy) {
  const { place: _place, version: _version, effectiveFrom: _from, branding: _branding, alerts, ...rest } = policy;
  const queues = rest.queues.map(({ name: _name, shortName: _short, spellings: _spellings, ...queue }) => queue);
  return { ...rest, queues, silent: alerts.silent, holidays: englandAndWales.dates };
}

async function* keysOf(deps: WatchDeps, place: string, queue: string, list: QueueList) {
  for await (const rows of deps.queues.each(place, queue, list)) {
    yield rows.map(({ personId, referralId }): ReferralKey => ({ personId, referralId }));
  }
}

async function planOne(deps: WatchDeps, { policy, day, tally }: WatchRun, kept: KeptReferral): Promise<void> {
  const { entry } = plannedAnew(kept, policy, day, []);
  if (canonicalJson(entry) === canonicalJson(kept.entry)) return;
  try {
    await deps.referrals.save(kept.referral, entry, kept.referral.version);
    tally.add('planned-anew');
  } catch (refused) {
    // Whoever was first has planned it by the new rules.
    if (!isDomainError(refused, 'stale')) throw refused;
  }
}
