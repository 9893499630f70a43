/** What every published figure carries: what it is as at, when it was counted, by which rules, and how complete it is. */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { suppressionCodes } from './suppression/rule.ts';

/** The version of the rules in this folder: what a figure was computed by. A change of a definition moves it. */
export const RULES_VERSION = 1;

export const stampSchema = z.strictObject({
  /** The end of this day in England. */
  asAt: localDateSchema,
  /** When it was counted: figures of one day counted later know more. */
  takenAt: instantSchema,
  rules: z.int().min(1),
  policy: z.int().min(1),
  /** Edition of the deprivation table that people's postcodes were looked up in. */
  deprivation: z.string().max(60),
  /** `none` for figures as they were counted; otherwise the rule by which they were hidden and rounded. */
  suppression: z.enum(['none', ...suppressionCodes]),
});
export type Stamp = Readonly<z.output<typeof stampSchema>>;

/** How much was known of those counted. Counts of gaps in the data, never of anybody in a figure. */
export const completenessSchema = z.strictObject({
  /** Share, in whole per cent, of those waiting whose ethnicity is recorded (not stated counts as recorded). */
  ethnicity: z.int().min(0).max(100).nullable(),
  /** Share whose postcode leads to a deprivation decile. */
  deprivation: z.int().min(0).max(100).nullable(),
  /** Whether every list was read to its end. */
  whole: z.boolean(),
});
export type Completeness = Readonly<z.output<typeof completenessSchema>>;
