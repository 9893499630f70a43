/** Publishes the first page of a place's figures: every queue's headline, with its last thirteen months. */
import type { FigureView } from '../../../domain/indicator/figure.ts';
import { headlineOf } from '../../../domain/indicator/headline.ts';
import type { SeriesPoint } from '../../../domain/indicator/month/month-figures.ts';
import type { OverviewQueue } from '../../../domain/indicator/overview.ts';
import type { QueueFigures } from '../../../domain/indicator/queue-figures.ts';
import type { Stamp } from '../../../domain/indicator/stamp.ts';
import type { CensusDeps } from './census-deps.ts';

const TREND_MONTHS = 13;

/** @param queues the figures of each queue, in the order of the policy. */
export async function publishOverview(
  { figures, keeping }: Pick<CensusDeps, 'figures' | 'keeping'>,
  place: string,
  view: FigureView,
  queues: readonly QueueFigures[],
  stamp: Stamp,
): Promise<boolean> {
  const lines: OverviewQueue[] = [];
  for (const queue of queues) {
    const series = await figures.series(place, queue.queue, view, TREND_MONTHS);
    const { name, service, standard, completeness } = queue;
    lines.push({
      queue: queue.queue,
      ...{ name, service, standard, stamp: queue.stamp, completeness },
      ...headlineOf(queue),
      trend: series.map(trendPoint),
    });
  }
  return keeping.overview(view, { place, stamp, queues: lines });
}

function trendPoint({ stamp, open, percentWithin, medianWeeks, p92Weeks }: SeriesPoint) {
  return { asAt: stamp.asAt, open, percentWithin, medianWeeks, p92Weeks };
}
