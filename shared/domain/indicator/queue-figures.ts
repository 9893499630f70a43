/** The figures of a queue at the end of a day, as stored, sent and shown: one shape for figures in full and as released. */
import * as z from 'zod';
import { queueCodeSchema } from '../policy/policy.ts';
import { figureSchema } from './figure.ts';
import { completenessSchema, stampSchema } from './stamp.ts';

const code = z.string().max(40);
const label = z.string().max(80);

export const standardSchema = z.strictObject({
  days: z.int().min(1),
  name: z.string().max(80),
  national: z.boolean(),
});

/** The figures of one group of people who wait. */
export const groupFiguresSchema = z.strictObject({
  code,
  label,
  open: figureSchema,
  within: figureSchema,
  percentWithin: figureSchema,
  medianWeeks: figureSchema,
});
export type GroupFigures = Readonly<z.output<typeof groupFiguresSchema>>;

/** One way of cutting a queue into groups; those whose group is not known are a group of their own. */
export const cutFiguresSchema = z.strictObject({
  code,
  label,
  groups: z.array(groupFiguresSchema),
  /** Several of the groups told together. */
  rollups: z.array(groupFiguresSchema),
  /** The whole cut is kept back: too few people to show any of it safely. */
  withheld: z.boolean(),
});
export type CutFigures = Readonly<z.output<typeof cutFiguresSchema>>;

/** The gap between two groups: the first less the second, with how many each is a figure of. */
export const gapSchema = z.strictObject({
  cut: code,
  group: code,
  groupLabel: label,
  against: code,
  againstLabel: label,
  percentPoints: figureSchema,
  medianDays: figureSchema,
  groupOpen: figureSchema,
  againstOpen: figureSchema,
});
export type Gap = Readonly<z.output<typeof gapSchema>>;

export const bandFigureSchema = z.strictObject({
  code,
  label,
  from: z.int().min(0),
  to: z.int().min(0).nullable(),
  count: figureSchema,
});

export const longWaitFigureSchema = z.strictObject({ code, label, overDays: z.int().min(1), count: figureSchema });

/** Those who wait, as far as the headline goes. */
export const headlineShape = {
  open: figureSchema,
  within: figureSchema,
  over: figureSchema,
  percentWithin: figureSchema,
  medianWeeks: figureSchema,
  p92Weeks: figureSchema,
  p95Weeks: figureSchema,
  over52Weeks: figureSchema,
  /** Exact only in full figures. */
  longestDays: figureSchema,
  /** What can be told of the longest waits from the counts that are shown: "over 52 weeks". Null where none can. */
  longestOverDays: z.int().min(1).nullable(),
} as const;

export const queueFiguresSchema = z.strictObject({
  queue: queueCodeSchema,
  name: label,
  service: z.string().max(40),
  standard: standardSchema,
  stamp: stampSchema,
  completeness: completenessSchema,
  ...headlineShape,
  bands: z.array(bandFigureSchema),
  longWaits: z.array(longWaitFigureSchema),
  /** Percentiles by the weekly bands of national tables, to compare with those; null as released, or when nobody waits. */
  benchmark: z
    .strictObject({
      median: z.union([z.number(), z.literal('104+')]),
      p92: z.union([z.number(), z.literal('104+')]),
      p95: z.union([z.number(), z.literal('104+')]),
    })
    .nullable(),
  /** The national bands, of children and young people and of adults: for the community return, and never released. */
  byAge: z.array(z.strictObject({ code, label, bands: z.array(z.int().min(0)) })).nullable(),
  cuts: z.array(cutFiguresSchema),
  gaps: z.array(gapSchema),
});
export type QueueFigures = Readonly<z.output<typeof queueFiguresSchema>>;
