import type * as z from 'zod';
import type { headlineShape, QueueFigures } from './queue-figures.ts';

type Headline = { readonly [Name in keyof typeof headlineShape]: z.output<(typeof headlineShape)[Name]> };

/** The headline of a queue's figures: what lines, series and the first page show. */
export function headlineOf(figures: QueueFigures): Headline {
  const { open, within, over, percentWithin, medianWeeks, p92Weeks, p95Weeks } = figures;
  const { over52Weeks, longestDays, longestOverDays } = figures;
  return {
    open,
    within,
    over,
    percentWithin,
    medianWeeks,
    p92Weeks,
    p95Weeks,
    over52Weeks,
    longestDays,
    longestOverDays,
  };
}
