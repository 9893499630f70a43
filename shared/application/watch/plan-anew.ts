/**
 * Plans every open referral and case of a place anew when the rules that deadlines follow from have changed: by a new policy, or a new
 * release. What was told before is forgotten on purpose, for the days it was told on may have moved; alerts are kept under
 * keys that follow from the deadline, so whatever was told is found told.
 */
import { deadlineKinds } from '../../domain/alert/deadline-kinds.ts';
import { englandAndWales } from '../../domain/calendar/bank-holidays.ts';
import { type CaseKind, caseKinds } from '../../domain/case/case-kinds.ts';
import { isDomainError } from '../../domain/error.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { canonicalJson } from '../../domain/referral/canonical-json.ts';
import { replannedCase } from '../case/case-entry.ts';
import { withMovedDues } from '../case/moved-dues.ts';
import type { KeptCase } from '../ports/cases.ts';
import type { KeptReferral, QueueList } from '../ports/referrals.ts';
import type { WatchedKey } from '../ports/watch-list.ts';
import { plannedAnew } from '../queue-entry.ts';
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
async function planCase(deps: WatchDeps, { policy, day, time, tally }: WatchRun, kept: KeptCase): Promise<void> {
  const rules = { types: deps.caseTypes, policy };
  const now = { person: kept.entry.row, version: kept.entry.personVersion };
  const record = withMovedDues(rules, kept, now, time, deps.hash);
  const { entry } = replannedCase(rules, { ...kept, record }, day, []);
  if (canonicalJson(entry) === canonicalJson(kept.entry)) return;
  try {
    await deps.cases.save({ record, entry }, kept.record.version);
    tally.add('planned-anew');
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
  }
}

async function planReferral(deps: WatchDeps, { policy, day, tally }: WatchRun, kept: KeptReferral): Promise<void> {
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
