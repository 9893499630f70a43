/** An import: one file of one source system, brought in row by row. What it did is kept; the file is not. */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { rowErrorCodes } from './row-error.ts';

/** The most rows of one file: its whole report fits in one answer. */
export const MAX_ROWS = 20_000;

/** The name of the system an extract comes from, where nobody gives one. */
export const USUAL_SYSTEM = 'extract';

/** The name of a source system. With the source's own id it tells a referral from every other. */
export const systemSchema = z.string().trim().min(1).max(40);

const count = z.int().min(0);

/** What an import came to, once all its rows are in. */
export const importTotalsSchema = z.strictObject({
  created: count,
  updated: count,
  unchanged: count,
  review: count,
  /** Rejected rows by the first code of each. */
  rejected: z.partialRecord(z.enum(rowErrorCodes), count),
  /** Referrals of the same system that are open here and that no row of the file names. */
  absent: count,
  /** People of the file who may be somebody else who is kept. */
  possibleDuplicates: count,
});

export const importSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  system: systemSchema,
  /** The day the file speaks of. */
  asAt: localDateSchema,
  /** Rows of data in the file. */
  rows: z.int().min(1).max(MAX_ROWS),
  state: z.enum(['running', 'complete', 'undone']),
  startedAt: instantSchema,
  by: z.strictObject({ actor: z.string(), role: z.string() }),
  /** Hash of what was asked for when it was started. */
  requestHash: z.string().max(64),
  completedAt: instantSchema.nullable(),
  totals: importTotalsSchema.nullable(),
});
export type Import = Readonly<z.output<typeof importSchema>>;
