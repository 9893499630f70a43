/**
 * What national collections ask of a place, counted at the end of a month: raw numbers, for whoever sends them. They are cut too finely to be
 * released, so there is no released form of them (docs/adr/0084).
 */
import * as z from 'zod';
import { placeIdSchema } from '../../policy/place-id.ts';
import { monthSchema } from '../month/month-figures.ts';
import { stampSchema } from '../stamp.ts';

export const returnCodes = ['autism', 'adhd', 'national-ages', 'personal-health-budgets', 'ehc-advice'] as const;
export type ReturnCode = (typeof returnCodes)[number];

/** One number of a return. */
export const returnLineSchema = z.strictObject({
  /** Kebab-case, stable. */
  measure: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  /** What is counted, in words. */
  label: z.string().max(120),
  /** Of whom: an age group, a team, everybody. */
  group: z.string().max(80),
  /** What it is counted over: `2026-10`, `2026 to date`, `as at`. */
  period: z.string().max(40),
  figure: z.number().nullable(),
  unit: z.enum(['count', 'per cent']),
});
export type ReturnLine = Readonly<z.output<typeof returnLineSchema>>;

export const returnFiguresSchema = z.strictObject({
  place: placeIdSchema,
  code: z.enum(returnCodes),
  /** The queue that it is of, or the place as a whole. */
  of: z.string().max(40),
  /** What `of` is called. */
  name: z.string().max(80),
  month: monthSchema,
  stamp: stampSchema,
  lines: z.array(returnLineSchema),
});
export type ReturnFigures = Readonly<z.output<typeof returnFiguresSchema>>;

/** Of the place as a whole, where a return is of no one queue. */
export const WHOLE_PLACE = 'place';
export const EVERYBODY = 'All ages';
export const UNDER_18 = '0 to 17';
