/** Imports and reviews as the API tells them. */
import * as z from 'zod';
import type { ImportReport } from '../../../shared/application/import/read-import.ts';
import type { ReviewView } from '../../../shared/application/review/read-review.ts';
import { instantSchema } from '../../../shared/domain/calendar/instant.ts';
import { localDateSchema } from '../../../shared/domain/calendar/local-date.ts';
import { opaqueIdSchema } from '../../../shared/domain/identifiers/opaque-id.ts';
import { importColumns, importFields } from '../../../shared/domain/import/columns.ts';
import { type Import, importSchema } from '../../../shared/domain/import/import.ts';
import { reviewReasons, rowOutcomes } from '../../../shared/domain/import/plan-row.ts';
import type { ImportCounts, RowAnswer, RowResult } from '../../../shared/domain/import/report.ts';
import { reviewDecisions, reviewSchema } from '../../../shared/domain/import/review.ts';
import { rowFlags } from '../../../shared/domain/import/row.ts';
import { rowErrorCodes } from '../../../shared/domain/import/row-error.ts';
import { personWire, personWireSchema } from './person.ts';
import { referralSchema, referralWire } from './referral.ts';

export const importWireSchema = importSchema.omit({ place: true, version: true, requestHash: true });
export function importWire({ place: _place, version: _version, requestHash: _hash, ...told }: Import) {
  return told;
}

const headingSchema = z.enum(importFields.map((field) => importColumns[field].heading));
const resultFields = {
  record: z.int(),
  line: z.int(),
  outcome: z.enum(rowOutcomes),
  code: z.enum([...rowErrorCodes, ...reviewReasons]).nullable(),
  column: headingSchema.nullable(),
  flags: z.array(z.enum(rowFlags)),
  personId: opaqueIdSchema.nullable(),
  referralId: opaqueIdSchema.nullable(),
  reviewId: opaqueIdSchema.nullable(),
};
export const rowResultSchema = z.strictObject(resultFields);
export const rowAnswerSchema = z.strictObject({
  ...resultFields,
  found: z.string().nullable().meta({ description: 'What stood in the cell. It is told here and kept nowhere' }),
  fix: z.string().nullable(),
  errors: z.array(
    z.strictObject({ code: z.enum(rowErrorCodes), column: headingSchema, found: z.string(), fix: z.string() }),
  ),
});

export function rowResultWire({ column, ...result }: RowResult) {
  return { ...result, flags: [...result.flags], column };
}
export function rowAnswerWire({ found, fix, errors, ...result }: RowAnswer) {
  return { ...rowResultWire(result), found, fix, errors: [...errors] };
}

const count = z.int().min(0);
const referralKeySchema = z.strictObject({ personId: opaqueIdSchema, referralId: opaqueIdSchema });
export const countsSchema = z.strictObject({
  rows: count,
  created: count,
  updated: count,
  unchanged: count,
  review: count,
  rejected: z.partialRecord(z.enum(rowErrorCodes), count),
});
export const importReportSchema = z.strictObject({
  import: importWireSchema,
  counts: countsSchema,
  rows: z.array(rowResultSchema),
  absent: z.array(referralKeySchema),
  kept: z.array(referralKeySchema),
});

export function countsWire({ rejected, ...counts }: ImportCounts) {
  return { ...counts, rejected: { ...rejected } };
}
export function importReportWire({ import: told, counts, results, absent, kept }: ImportReport) {
  return {
    import: importWire(told),
    counts: countsWire(counts),
    rows: results.map(rowResultWire),
    absent: [...absent],
    kept: [...kept],
  };
}
export const undoProgressSchema = z.strictObject({
  import: importWireSchema,
  remaining: z.int().meta({ description: 'Batches still to be undone: ask again until there are none' }),
  kept: z
    .array(referralKeySchema)
    .meta({ description: 'Left as they are: somebody recorded on them after the import' }),
});
export const absentSchema = z.strictObject({ absent: z.array(referralKeySchema) });

export const reviewPageSchema = z.strictObject({
  reviews: z.array(
    z.strictObject({
      id: opaqueIdSchema,
      reason: z.enum(reviewReasons),
      queue: z.string(),
      familyName: z.string(),
      givenName: z.string(),
      birthDate: localDateSchema,
      heldAt: instantSchema,
    }),
  ),
  total: count,
  next: z.string().nullable(),
});

const reviewFields = reviewSchema.omit({ place: true, version: true, contentHash: true, decided: true });
export const reviewWireSchema = reviewFields.extend({
  decided: reviewSchema.shape.decided.unwrap().omit({ eventId: true }).nullable(),
});
export const reviewViewSchema = z.strictObject({
  review: reviewWireSchema,
  people: z.array(personWireSchema),
  referral: referralSchema.nullable(),
  decisions: z.array(z.enum(reviewDecisions)),
});

export function reviewWire(review: ReviewView['review']): z.output<typeof reviewWireSchema> {
  const { place: _place, version: _version, contentHash: _hash, decided, ...told } = review;
  const { eventId: _event, ...decision } = decided ?? { eventId: '' };
  return { ...told, decided: decided === null ? null : (decision as Omit<typeof decided, 'eventId'>) };
}
export function reviewViewWire({ review, people, referral, decisions }: ReviewView) {
  return {
    review: reviewWire(review),
    people: people.map(personWire),
    referral: referral === null ? null : referralWire(referral.referral, referral.state),
    decisions: [...decisions],
  };
}
