/**
 * The daily watch: tells of every threshold crossed since anybody was told, once. It reads what is due and nothing else.
 * A missed day is caught up with, a doubled run finds everything done, two at once raise each alert once between them.
 */
import type { Instant } from '../../domain/calendar/instant.ts';
import { localDateOf } from '../../domain/calendar/instant.ts';
import { caseServices } from '../../domain/case/case-policy.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { ScheduleRun } from '../ports/schedule-runs.ts';
import { inParts, workedThrough } from './bounded.ts';
import { planAnew } from './plan-anew.ts';
import { readEach, type WorkOfEach } from './read-each.ts';
import { watchAlert } from './watch-alert.ts';
import type { WatchDeps } from './watch-deps.ts';
import type { WatchRun } from './watch-run.ts';
import { watchSubject } from './watch-subject.ts';
import { WatchTally } from './watch-tally.ts';
import { watchedCase, watchedReferral } from './watched-subject.ts';

/** The name of the schedule, as its runs are kept under. */
export const WATCH_SCHEDULE = 'watch-deadlines';

export interface WatchQuestion {
  readonly places: Iterable<string>;
  /** The instant at which the run was due: its local day is the day that is watched for. */
  readonly time: Instant;
  readonly requestId: string;
  /** Whether there is time to begin something more. */
  readonly hasTime: () => boolean;
  /** Told of whatever could not be done, for the log. */
  readonly onFailure: (failed: unknown) => void;
}

/** Referrals or cases read in one request, and how many requests at once. */
const PART = 25;
const LANES = 8;

/** Runs the watch and keeps what it did. A second run of a day that finds nothing to do writes nothing. */
export async function watchDeadlines(deps: WatchDeps, question: WatchQuestion): Promise<ScheduleRun> {
  const { time, requestId, hasTime, onFailure } = question;
  const day = localDateOf(time);
  const tally = new WatchTally();
  let complete = true;
  for (const place of question.places) {
    try {
      const policy = await placePolicy(deps.policies, place);
      complete = (await watchPlace(deps, { policy, day, time, tally, onFailure }, hasTime)) && complete;
    } catch (caught) {
      // A place that cannot be watched leaves the others to be.
      tally.add('failed');
      onFailure(caught);
    }
  }
  const run: ScheduleRun = { schedule: WATCH_SCHEDULE, day, time, requestId, complete, counts: tally.counts };
  const idle = complete && Object.values(run.counts).every((count) => count === 0);
  if (!idle || !(await deps.scheduleRuns.has(WATCH_SCHEDULE, day))) await deps.scheduleRuns.keep(run);
  return run;
}

async function watchPlace(deps: WatchDeps, run: WatchRun, hasTime: () => boolean): Promise<boolean> {
  const { policy, day, tally } = run;
  const place = policy.place.id;
  if (!(await planAnew(deps, run, hasTime))) return false;
  const work: WorkOfEach = {
    referral: (kept) => watchSubject(deps, run, watchedReferral(deps, kept)),
    case: (kept) => watchSubject(deps, run, watchedCase(deps, kept)),
  };
  for (const service of new Set([...policy.queues.map((queue) => queue.service), ...caseServices(policy)])) {
    const parts = inParts(deps.watchList.subjects(place, service, day), PART);
    const done = await workedThrough(parts, LANES, hasTime, (keys) => {
      tally.add('examined', keys.length);
      return readEach(deps, run, keys, work);
    });
    if (!done) return false;
  }
  return workedThrough(deps.watchList.alerts(place, day), LANES, hasTime, async (alertId) => {
    tally.add('examined');
    try {
      await watchAlert(deps, run, alertId);
    } catch (caught) {
      tally.add('failed');
      run.onFailure(caught);
    }
  });
}
