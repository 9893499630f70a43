/**
 * What a board pack says, whole: figures as released, charts' series and limits, gaps, duties, the strategy with its evidence, risks and
 * commentary. A draft is made of it anew each time; what is signed is kept as text, and read as that text for ever.
 */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { localDateSchema } from '../calendar/local-date.ts';
import { dutyFiguresSchema } from '../indicator/duty-figures.ts';
import { figureSchema } from '../indicator/figure.ts';
import { monthSchema } from '../indicator/month/month-figures.ts';
import { gapSchema, groupFiguresSchema, headlineShape, standardSchema } from '../indicator/queue-figures.ts';
import { completenessSchema, stampSchema } from '../indicator/stamp.ts';
import { policyShape, queueCodeSchema } from '../policy/policy.ts';
import { sectionSchema } from './board-pack.ts';
import { rebaseSchema } from './chart-rebases.ts';
import { periodSchema } from './period.ts';
import { riskDetailsSchema, riskSchema } from './risk.ts';
import { writerSchema } from './writer.ts';

const whoSchema = writerSchema.omit({ id: true });
const written = { by: whoSchema, at: instantSchema } as const;

/** One month of the charts and of who came and was seen. */
export const packMonthSchema = z.strictObject({
  month: monthSchema,
  edition: z.int().min(1),
  open: figureSchema,
  percentWithin: figureSchema,
  medianWeeks: figureSchema,
  additions: figureSchema,
  seen: figureSchema,
  percentSeenWithin: figureSchema,
});

export const packQueueSchema = z.strictObject({
  queue: queueCodeSchema,
  name: z.string().max(80),
  standard: standardSchema,
  stamp: stampSchema,
  completeness: completenessSchema,
  /** False where the figures are of an earlier month, because the period's last is not published yet. */
  isOfPeriod: z.boolean(),
  ...headlineShape,
  /** Up to two years, the last month of the period at the end. */
  months: z.array(packMonthSchema).max(24),
  rebases: z.array(z.strictObject({ ...rebaseSchema.shape, ...written })),
  gaps: z.array(gapSchema),
  /** Those aged 18 to 25, whom the strategy asks after above all; null where they are not told apart. */
  adults: groupFiguresSchema.nullable(),
});
export type PackQueue = Readonly<z.output<typeof packQueueSchema>>;

/** A promise of the strategy with what proves it, in figures. */
export const evidenceSchema = z.strictObject({
  indicator: z.string().max(60),
  name: z.string().max(120),
  figures: z.array(
    z.strictObject({ of: z.string().max(160), figure: figureSchema, unit: z.enum(['', '%', ' weeks']) }),
  ),
});
export type Evidence = Readonly<z.output<typeof evidenceSchema>>;

export const packPrioritySchema = z.strictObject({
  strategy: z.string().max(120),
  number: z.int().min(1),
  name: z.string().max(120),
  promises: z.array(z.strictObject({ promise: z.string().max(200), evidence: z.array(evidenceSchema) })),
});

export const packRiskSchema = z.strictObject({
  id: riskSchema.shape.id,
  level: riskSchema.shape.level,
  details: riskDetailsSchema,
  escalated: z.strictObject({ on: localDateSchema, reason: z.string().max(1000) }).nullable(),
});

export const packContentSchema = z.strictObject({
  /** Of this shape. */
  format: z.literal(1),
  place: policyShape.shape.place,
  organisation: z.string(),
  period: z.strictObject({ code: periodSchema, name: z.string(), from: localDateSchema, to: localDateSchema }),
  /** Small numbers are hidden and the rest rounded, whoever reads it. */
  view: z.literal('released'),
  queues: z.array(packQueueSchema),
  /** Lists of which nothing was published by then. */
  notPublished: z.array(z.string().max(80)),
  duties: dutyFiguresSchema.nullable(),
  priorities: z.array(packPrioritySchema),
  risks: z.array(packRiskSchema),
  closedRisks: z.array(
    z.strictObject({ title: riskDetailsSchema.shape.title, on: localDateSchema, reason: z.string().max(1000) }),
  ),
  comments: z.record(sectionSchema, z.strictObject({ text: z.string().max(4000), ...written })),
});
export type PackContent = Readonly<z.output<typeof packContentSchema>>;

/** What was signed. */
export const signedDocumentSchema = z.strictObject({
  ...packContentSchema.shape,
  edition: z.int().min(1),
  signed: z.strictObject({ ...written, agreedOn: localDateSchema }),
  /** The edition that it replaces, by its SHA-256 in hex, and why; null for the first. */
  replaces: z
    .strictObject({ edition: z.int().min(1), sha256: z.string().length(64), reason: z.string().max(1000), ...written })
    .nullable(),
});
export type SignedDocument = Readonly<z.output<typeof signedDocumentSchema>>;

/**
 * Whether every list that is shown has figures of the period itself: nothing else may be signed. A list of which nothing was published
 * by then, one that was added since, is named in the pack and keeps it from nothing.
 */
export function isWhole({ queues }: Pick<PackContent, 'queues'>): boolean {
  return queues.length > 0 && queues.every(({ isOfPeriod }) => isOfPeriod);
}
