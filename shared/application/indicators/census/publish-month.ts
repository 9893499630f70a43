/** Publishes a month of a queue: in full, and as it may leave the service. */
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
import { countMonth } from './count-month.ts';

export interface MonthToPublish {
  readonly policy: Policy;
  readonly queue: QueuePolicy;
  readonly month: Month;
  /** When the run was due: nothing recorded later is in the month. */
  readonly time: Instant;
  readonly today: LocalDate;
  readonly stamp: Omit<Stamp, 'asAt'>;
  /** Publish it again though it is there. */
  readonly again: boolean;
}

/** @returns whether something was published. @throws {DoesNotReconcile} */
export async function publishMonth(deps: CensusDeps, asked: MonthToPublish): Promise<boolean> {
  const { policy, queue, month, time, today, again } = asked;
  const place = policy.place.id;
  const edition = await deps.figures.month(place, queue.code, 'full', month.code);
  // Two runs due at one instant publish one edition between them.
  if (edition !== undefined && (!again || edition.month.stamp.takenAt >= time)) return false;
  const before = await deps.figures.month(place, queue.code, 'full', monthBefore(month).code);
  const { tally, people, waits } = await countMonth(deps, {
    policy,
    queue,
    month,
    knownAt: time,
    today,
    before,
    edition,
  });
  const stamp: Stamp = { ...asked.stamp, asAt: month.to };
  const context: QueueContext = { queue, stamp, completeness: completenessOf(people) };
  const counted = tallyQueue(people, queue.standard.days);
  const about = { queue, stamp, edition: (edition?.month.edition ?? 0) + 1 };
  const rule = suppressionRules[policy.figures.suppression];
  await keep(deps, place, 'released', {
    figures: releasedFigures(counted, context, rule),
    month: releaseMonth(tally, about, rule),
  });
  await deps.keeping.estimates(place, publishedEstimates(queue.code, waits, today));
  // Last, because it is what says that the month is published.
  await keep(deps, place, 'full', { figures: fullFigures(counted, context), month: fullMonth(tally, about) });
  return true;
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
