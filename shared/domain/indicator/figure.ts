/** One figure as people see it: a number; nothing, where there is nothing to tell; or hidden, where it would tell of somebody. */
import * as z from 'zod';

/** What is printed in place of a figure that is hidden. */
export const HIDDEN = '*';

export const figureSchema = z.union([z.number(), z.literal(HIDDEN), z.null()]);

/** Null is "nobody to count among" (never 0 or 100); `*` is "too few to show". */
export type Figure = z.output<typeof figureSchema>;

/** The two ways the same figures are read: as they were counted, or as they may leave the service. */
export const views = ['full', 'released'] as const;
export type FigureView = (typeof views)[number];
