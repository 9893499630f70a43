/** Everything that the first page of a place's figures shows, in one item: read in one request however many people wait. */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { queueCodeSchema } from '../policy/policy.ts';
import { figureSchema } from './figure.ts';
import { headlineShape, standardSchema } from './queue-figures.ts';
import { completenessSchema, stampSchema } from './stamp.ts';

/** One month of the line that is drawn beside a queue. */
export const trendPointSchema = z.strictObject({
  asAt: localDateSchema,
  open: figureSchema,
  percentWithin: figureSchema,
  medianWeeks: figureSchema,
  p92Weeks: figureSchema,
});
export type TrendPoint = Readonly<z.output<typeof trendPointSchema>>;

export const overviewQueueSchema = z.strictObject({
  queue: queueCodeSchema,
  name: z.string().max(80),
  service: z.string().max(40),
  standard: standardSchema,
  stamp: stampSchema,
  completeness: completenessSchema,
  ...headlineShape,
  /** Up to thirteen month ends, the oldest first: a year and the month a year before. */
  trend: z.array(trendPointSchema).max(13),
});
export type OverviewQueue = Readonly<z.output<typeof overviewQueueSchema>>;

export const overviewSchema = z.strictObject({
  place: placeIdSchema,
  stamp: stampSchema,
  queues: z.array(overviewQueueSchema),
});
export type Overview = Readonly<z.output<typeof overviewSchema>>;
