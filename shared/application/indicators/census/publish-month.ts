/** Publishes months of a queue: in full, and as they may leave the service. */
import type { Instant } from '../../../domain/calendar/instant.ts';
import type { LocalDate } from '../../../domain/calendar/local-date.ts';
import { publishedEstimates } from '../../../domain/estimate/published.ts';
import { completenessOf } from '../../../domain/indicator/completeness.ts';
import { fullFigures, type QueueContext } from '../../../domain/indicator/full-figures.ts';
import { headlineOf } from '../../../domain/indicator/headline.ts';
import { fullMonth } from '../../../domain/indicator/month/full-month.ts';
import type { SeriesPoint } from '../../../domain/indicator/month/month-figures.ts';
import { type Month, monthBefore } from '../../../domain/indicator/month/month-tally.ts';
import type { Stamp } from '../../../domain/indicator/stamp.ts';
import { releaseMonth } from '../../../domain/indicator/suppression/release-month.ts';
import { releasedFigures } from '../../../domain/indicator/suppression/release-queue.ts';
import { suppressionRules } from '../../../domain/indicator/suppression/rule.ts';
import { tallyQueue } from '../../../domain/indicator/tally.ts';
import type { Policy, QueuePolicy } from '../../../domain/policy/policy.ts';
import type { MonthOfQueue } from '../../ports/published-figures.ts';
import type { CensusDeps } from './census-deps.ts';
import { type CountedMonth, countMonths, type MonthAsked } from './count-month.ts';

export interface MonthsToPublish {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  /** In order. */
  readonly months: readonly Month[];
  /** When the run was due: nothing recorded later is in a month. */
  readonly time: Instant;
  readonly today: LocalDate;
  readonly stamp: Omit<Stamp, 'asAt'>;
  /** Publish them again though they are there. */
  readonly again: boolean;
}

/** Publishes those months that were not published; all of them when asked to again. @returns how many. @throws {DoesNotReconcile} */
export async function publishMonths(deps: CensusDeps, asked: MonthsToPublish): Promise<number> {
  const { policy, queue, time, today } = asked;
  const place = policy.place.id;
  const [latest, wanted] = [asked.months.at(-1), await missing(deps, asked)];
  if (latest === undefined || wanted.length === 0) return 0;
  const question = { policy, queue, months: wanted, latest, knownAt: time, today };
  const { months, waits } = await countMonths(deps, question);
  for (const counted of months) await publish(deps, asked, counted);
  await deps.keeping.estimates(place, publishedEstimates(queue.code, waits, today));
  return months.length;
}

async function missing(
  deps: CensusDeps,
  { policy, queue, months, time, again }: MonthsToPublish,
): Promise<readonly MonthAsked[]> {
  const published = (month: Month) => deps.figures.month(policy.place.id, queue.code, 'full', month.code);
  const wanted: MonthAsked[] = [];
  for (const month of months) {
    const edition = await published(month);
    // Two runs due at one instant publish one edition between them.
    if (edition !== undefined && (!again || edition.month.stamp.takenAt >= time)) continue;
    wanted.push({ month, edition, before: await published(monthBefore(month)) });
  }
  return wanted;
}

async function publish(
  deps: CensusDeps,
  { policy, queue, stamp: shared }: MonthsToPublish,
  { month, edition, tally, people, returns }: CountedMonth,
): Promise<void> {
  const stamp: Stamp = { ...shared, asAt: month.to };
  const context: QueueContext = { queue, stamp, completeness: completenessOf(people) };
  const counted = tallyQueue(people, queue.standard.days);
  const about = { queue, stamp, edition: (edition?.month.edition ?? 0) + 1 };
  const rule = suppressionRules[policy.figures.suppression];
  await keep(deps, policy.place.id, 'released', {
    figures: releasedFigures(counted, context, rule),
    month: releaseMonth(tally, about, rule),
  });
  for (const { code, lines } of returns) {
    const { code: of, name } = queue;
    const place = policy.place.id;
    await deps.keeping.returns({ ...{ place, code, of, name, month: month.code, stamp }, lines: [...lines] });
  }
  // Last, because it is what says that the month is published.
  await keep(deps, policy.place.id, 'full', {
    figures: fullFigures(counted, context),
    month: fullMonth(tally, about),
  });
}

async function keep(deps: CensusDeps, place: string, view: 'full' | 'released', kept: MonthOfQueue): Promise<void> {
  await deps.keeping.point(place, view, kept.month.queue, pointOf(kept));
  await deps.keeping.month(place, view, kept);
}

function pointOf({ figures, month }: MonthOfQueue): SeriesPoint {
  const { additions, seen, removed, percentSeenWithin, edition } = month;
  return {
    month: month.month,
    edition,
    stamp: month.stamp,
    ...headlineOf(figures),
    ...{ additions, seen, removed, percentSeenWithin },
  };
}
