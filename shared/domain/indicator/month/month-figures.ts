/** How a queue went in a month, as stored, sent and shown: who came, who left and why, and how many were seen in time. */
import * as z from 'zod';
import { localDateSchema } from '../../calendar/local-date.ts';
import { queueCodeSchema } from '../../policy/policy.ts';
import { figureSchema } from '../figure.ts';
import { headlineShape } from '../queue-figures.ts';
import { stampSchema } from '../stamp.ts';

export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Use a month such as 2026-04');

/** Why a figure that was published has changed since. */
export const changeReasons = ['recorded-late', 'corrected', 'moved-queue', 'rules-changed', 'policy-changed'] as const;
export type ChangeReason = (typeof changeReasons)[number];

export const removalSchema = z.strictObject({
  reason: z.string().max(40),
  label: z.string().max(80),
  count: figureSchema,
});

export const monthFiguresSchema = z.strictObject({
  queue: queueCodeSchema,
  name: z.string().max(80),
  month: monthSchema,
  from: localDateSchema,
  to: localDateSchema,
  stamp: stampSchema,
  /** 1 for the figures as first published; more where they were published again. */
  edition: z.int().min(1),
  /** Too few came and left to show any of it. */
  withheld: z.boolean(),
  /** What changed since what was published before, and how many referrals each touches; counts are hidden as all others are. */
  changes: z.array(z.strictObject({ why: z.enum(changeReasons), count: figureSchema })),
  /** `opening + additions - removed = closing`, in full figures. As released the total removed is not told. */
  opening: figureSchema,
  additions: figureSchema,
  removals: z.array(removalSchema),
  removed: figureSchema,
  netChange: figureSchema,
  closing: figureSchema,
  received: figureSchema,
  accepted: figureSchema,
  rejected: figureSchema,
  seen: figureSchema,
  seenWithin: figureSchema,
  percentSeenWithin: figureSchema,
  /** Weeks to clear the list at the pace of the last 13 weeks; null when nobody leaves it ("not clearing"). */
  clearanceWeeks: figureSchema,
  attended: figureSchema,
  missed: figureSchema,
  percentMissed: figureSchema,
  /** First contacts of their referrals, and how many others took place for each of them, to one place. Null in months counted before it was asked. */
  firstContacts: figureSchema,
  followUpsPerFirst: figureSchema,
  /** Of the referrals triaged in the month, those within the place's working days. */
  triaged: figureSchema,
  triagedWithin: figureSchema,
  percentTriagedWithin: figureSchema,
});
export type MonthFigures = Readonly<z.output<typeof monthFiguresSchema>>;

/** One month of a queue in a series: what charts are drawn from. */
export const seriesPointSchema = z.strictObject({
  month: monthSchema,
  edition: z.int().min(1),
  stamp: stampSchema,
  ...headlineShape,
  additions: figureSchema,
  seen: figureSchema,
  removed: figureSchema,
  percentSeenWithin: figureSchema,
});
export type SeriesPoint = Readonly<z.output<typeof seriesPointSchema>>;
