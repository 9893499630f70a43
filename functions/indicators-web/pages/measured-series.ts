/** The three series of a queue that are charted, each with where its limits are drawn anew. */
import type { ChartMeasure, RebaseEvent } from '../../../shared/domain/board/chart-rebases.ts';
import type { SeriesPoint } from '../../../shared/domain/indicator/month/month-figures.ts';
import { numberOf } from './figure-words.ts';
import type { Series } from './variation.ts';

/** Months of a chart. */
export const MONTHS_SHOWN = 24;

/** Share waiting within the standard that is aimed at by March 2029 (Medium Term Planning Framework). */
export const TARGET_PERCENT = 80;

export const measureNames: Readonly<Record<ChartMeasure, string>> = {
  within: 'Share waiting within the standard',
  open: 'Number waiting',
  median: 'Median wait',
};

export interface MeasuredSeries extends Series {
  readonly measure: ChartMeasure;
}

type Point = Pick<SeriesPoint, 'month' | 'percentWithin' | 'open' | 'medianWeeks'>;

export function measuredSeries(
  points: readonly Point[],
  rebases: readonly Pick<RebaseEvent, 'measure' | 'from' | 'reason'>[],
): readonly MeasuredSeries[] {
  const of = (measure: ChartMeasure, value: (point: Point) => Point['open']) => ({
    measure,
    id: `chart-${measure}`,
    title: measureNames[measure],
    points: points.map((point) => ({ month: point.month, value: numberOf(value(point)) })),
    rebases: rebases.filter((rebase) => rebase.measure === measure),
  });
  return [
    { ...of('within', ({ percentWithin }) => percentWithin), unit: '%', lowerIsBetter: false, target: TARGET_PERCENT },
    { ...of('open', ({ open }) => open), unit: '', lowerIsBetter: true },
    { ...of('median', ({ medianWeeks }) => medianWeeks), unit: ' wk', lowerIsBetter: true },
  ];
}
