/**
 * The census: counts every queue of every place and writes what it counted, once, with the rules it was counted by. By the hour from the slim
 * lists; a month when it has ended, from every history. Run late, twice or by two at once, it comes to the same.
 */
import { epochMillisecondsOf, type Instant, instantOf, localDateOf } from '../../../domain/calendar/instant.ts';
import { type LocalDate, latest } from '../../../domain/calendar/local-date.ts';
import { completenessOf } from '../../../domain/indicator/completeness.ts';
import { fullFigures } from '../../../domain/indicator/full-figures.ts';
import { lastMonthBefore, type Month, monthOf, monthsFrom } from '../../../domain/indicator/month/month-tally.ts';
import { placeFactsOf } from '../../../domain/indicator/place-facts.ts';
import type { QueueFigures } from '../../../domain/indicator/queue-figures.ts';
import { RULES_VERSION, type Stamp } from '../../../domain/indicator/stamp.ts';
import { tallyQueue } from '../../../domain/indicator/tally.ts';
import type { Policy, QueuePolicy } from '../../../domain/policy/policy.ts';
import { placePolicy } from '../../policy/place-policy.ts';
import type { ScheduleRun } from '../../ports/schedule-runs.ts';
import type { CensusDeps } from './census-deps.ts';
import { countList } from './count-list.ts';
import { publishDuties } from './publish-duties.ts';
import { publishMonths } from './publish-month.ts';
import { publishOverview } from './publish-overview.ts';
import { publishReturns } from './publish-returns.ts';

/** The name of the schedule, as its runs are kept under. */
export const CENSUS_SCHEDULE = 'take-census';

export interface CensusQuestion {
  readonly places: Iterable<string>;
  /** The instant at which the run was due. At midnight it is as at the end of the day that has ended. */
  readonly time: Instant;
  readonly requestId: string;
  readonly hasTime: () => boolean;
  /** Told of whatever could not be done, for the log. */
  readonly onFailure: (failed: unknown) => void;
  /** A month to be published now, or again: it then tells what has changed since. The last that ended where absent. */
  readonly month?: string;
  /** Every month from this one to the last that ended, as far as they were not published: the past of a place that is new here. */
  readonly from?: string;
}

type Counts = Record<'censuses' | 'months' | 'overviews' | 'duties' | 'already-had' | 'failed', number>;

export async function takeCensus(deps: CensusDeps, question: CensusQuestion): Promise<ScheduleRun> {
  const { time, requestId } = question;
  const counts: Counts = { censuses: 0, months: 0, overviews: 0, duties: 0, 'already-had': 0, failed: 0 };
  let complete = true;
  for (const place of question.places) {
    try {
      const policy = await placePolicy(deps.policies, place);
      complete = (await censusOfPlace(deps, policy, question, counts)) && complete;
    } catch (caught) {
      // A place that cannot be counted leaves the others to be.
      counts.failed += 1;
      question.onFailure(caught);
    }
  }
  const run: ScheduleRun = { schedule: CENSUS_SCHEDULE, day: localDateOf(time), time, requestId, complete, counts };
  await deps.scheduleRuns.keep(run);
  return run;
}

async function censusOfPlace(deps: CensusDeps, policy: Policy, question: CensusQuestion, counts: Counts) {
  const { time, hasTime, onFailure } = question;
  const place = policy.place.id;
  const today = localDateOf(time);
  const stamp: Stamp = {
    asAt: localDateOf(instantOf(epochMillisecondsOf(time) - 1)),
    takenAt: time,
    rules: RULES_VERSION,
    policy: policy.version,
    deprivation: deps.deprivation.edition,
    suppression: 'none',
  };
  const months = monthsAsked(question, today);
  const again = question.month !== undefined;
  const note = (name: keyof Counts, was: boolean) => {
    counts[was ? name : 'already-had'] += 1;
  };
  await deps.keeping.facts(placeFactsOf(policy));
  const figures: QueueFigures[] = [];
  let published = false;
  for (const queue of policy.queues) {
    if (!hasTime()) return false;
    try {
      const counted = await censusOfQueue(deps, policy, queue, stamp);
      note('censuses', await deps.keeping.census(place, counted));
      figures.push(counted);
      const done = await publishMonths(deps, { policy, queue, months, time, today, stamp, again });
      counts.months += done;
      published ||= done > 0;
    } catch (caught) {
      counts.failed += 1;
      onFailure(caught);
    }
  }
  note('overviews', await publishOverview(deps, place, 'full', figures, stamp));
  if (published) await publishReleased(deps, policy, stamp);
  await publishReturns(deps, { policy, months, stamp, again });
  if (deps.duties.length > 0) note('duties', await publishDuties(deps, policy, stamp));
  return true;
}

function monthsAsked({ month, from }: CensusQuestion, today: LocalDate): readonly Month[] {
  if (month !== undefined) return [monthOf(month)];
  const last = lastMonthBefore(today);
  return from === undefined ? [last] : monthsFrom(monthOf(from), last);
}

async function censusOfQueue(
  deps: CensusDeps,
  policy: Policy,
  queue: QueuePolicy,
  stamp: Stamp,
): Promise<QueueFigures> {
  const people = await countList(deps, policy.place.id, queue.code, stamp.asAt);
  return fullFigures(tallyQueue(people, queue.standard.days), { queue, stamp, completeness: completenessOf(people) });
}

/** The first page as it may leave the service: the last month that is released of each queue. */
async function publishReleased(deps: CensusDeps, policy: Policy, stamp: Stamp): Promise<void> {
  const place = policy.place.id;
  const released: QueueFigures[] = [];
  for (const { code } of policy.queues) {
    const figures = await deps.figures.queue(place, code, 'released');
    if (figures !== undefined) released.push(figures);
  }
  const [first, ...others] = released.map((figures) => figures.stamp.asAt);
  if (first === undefined) return;
  const asAt = latest(first, ...others);
  const suppression = policy.figures.suppression;
  await publishOverview(deps, place, 'released', released, { ...stamp, asAt, suppression });
}
