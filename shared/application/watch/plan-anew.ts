/**
 * Plans every open referral and case of a place anew when the rules that deadlines follow from have changed: by a new policy, or a new
 * release. What was told before is forgotten on purpose, for the days it was told on may have moved; alerts are kept under
 * keys that follow from the deadline, so whatever was told is found told.
 */
import { deadlineKinds } from '../../domain/alert/deadline-kinds.ts';
import { englandAndWales } from '../../domain/calendar/bank-holidays.ts';
import { type CaseKind, caseKinds } from '../../domain/case/case-kinds.ts';
import { isDomainError, unavailable } from '../../domain/error.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { canonicalJson } from '../../domain/referral/canonical-json.ts';
import { replannedCase } from '../case/case-entry.ts';
import { withMovedDues } from '../case/moved-dues.ts';
import type { KeptCase } from '../ports/cases.ts';
import type { KeptReferral, QueueList } from '../ports/referrals.ts';
import type { WatchedKey } from '../ports/watch-list.ts';
import { plannedAnew } from '../queue/queue-entry.ts';
import { inParts, workedThrough } from './bounded.ts';
import { readEach, type WorkOfEach } from './read-each.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchRun } from './watch-run.ts';

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
  const work: WorkOfEach = {
    referral: (kept) => planReferral(deps, run, kept),
    case: (kept) => planCase(deps, run, kept),
  };
  // Before the first run everything was planned by the present rules, as it was written.
  for (const keys of planned === undefined ? [] : everythingOpen(deps, run)) {
    const done = await workedThrough(inParts(keys, AT_ONCE), LANES, hasTime, (part) => readEach(deps, run, part, work));
    if (!done) return false;
  }
  if (tally.of('failed') === failedBefore) await deps.plannedRules.keep(place, rules);
  return true;
}

/** All that a deadline or its alert can follow from, the kinds that there are included. How a place looks and is spelt is not part of it. */
function rulesOf(policy: Policy) {
  const { place: _place, version: _version, effectiveFrom: _from, branding: _branding, alerts, ...rest } = policy;
  const queues = rest.queues.map(({ name: _name, shortName: _short, spellings: _spellings, ...queue }) => queue);
  return { ...rest, queues, silent: alerts.silent, holidays: englandAndWales.dates, deadlineKinds };
}

/** The lists of all that is open, one after another. */
function everythingOpen(deps: WatchDeps, { policy }: WatchRun): readonly AsyncIterable<readonly WatchedKey[]>[] {
  const place = policy.place.id;
  const queues = policy.queues.flatMap(({ code }) => OPEN_LISTS.map((list) => referralKeys(deps, place, code, list)));
  return [...queues, ...caseKinds.map((kind) => caseKeys(deps, place, kind))];
}

async function* referralKeys(deps: WatchDeps, place: string, queue: string, list: QueueList) {
  for await (const rows of deps.queues.each(place, queue, list)) {
    yield rows.map(({ personId, referralId }): WatchedKey => ({ of: 'referral', personId, referralId }));
  }
}

async function* caseKeys(deps: WatchDeps, place: string, kind: CaseKind) {
  for await (const rows of deps.cases.each(place, kind, 'open')) {
    yield rows.map(({ personId, caseId }): WatchedKey => ({ of: 'case', personId, kind, caseId }));
  }
}

/** A due date that the rules moved stays in the history, with the reason. */
function planCase(deps: WatchDeps, run: WatchRun, found: KeptCase): Promise<void> {
  const { policy, day, time } = run;
  const rules = { types: deps.caseTypes, policy };
  const planned = (kept: KeptCase): KeptCase => {
    const now = { person: kept.entry.row, version: kept.entry.personVersion };
    return replannedCase(rules, { ...kept, record: withMovedDues(rules, kept, now, time, deps.hash) }, day, []);
  };
  const { place, personId, kind, id: caseId } = found.record;
  return planOne(run, found, planned, {
    save: ({ record, entry }, { record: { version } }) => deps.cases.save({ record, entry }, version),
    again: () => deps.cases.get(place, { personId, kind, caseId }),
  });
}

function planReferral(deps: WatchDeps, run: WatchRun, found: KeptReferral): Promise<void> {
  const { policy, day } = run;
  const planned = (kept: KeptReferral): KeptReferral => ({ ...kept, entry: plannedAnew(kept, policy, day, []).entry });
  const { place, personId, id: referralId } = found.referral;
  return planOne(run, found, planned, {
    save: ({ referral, entry }) => deps.referrals.save(referral, entry, referral.version),
    again: () => deps.referrals.get(place, { personId, referralId }),
  });
}

/** How often something is read again when others write it at the same moment. */
const TRIES = 3;

/**
 * Whoever was first may have read the rules before they changed, and has kept what was told by them: what they wrote is
 * planned anew as well. @throws `unavailable` `record-busy`, so that the rules are planned by again at the next run.
 */
async function planOne<K extends { readonly entry: object }>(
  { tally }: WatchRun,
  found: K,
  planned: (kept: K) => K,
  store: { save(next: K, kept: K): Promise<void>; again(): Promise<K | undefined> },
): Promise<void> {
  let kept: K | undefined = found;
  for (let round = 1; kept !== undefined; round += 1) {
    const next = planned(kept);
    if (canonicalJson(next.entry) === canonicalJson(kept.entry)) return;
    try {
      await store.save(next, kept);
      tally.add('planned-anew');
      return;
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
      if (round === TRIES) throw unavailable('record-busy', 'Others keep changing this record');
      kept = await store.again();
    }
  }
}
