/** A row that waits for a person to decide what it is: kept with its facts, because the file is not. */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { systemSchema } from './import.ts';
import type { ReviewReason } from './plan-row.ts';
import { reviewReasons } from './plan-row.ts';
import { parsedRowSchema } from './row.ts';

/** What somebody may decide. `link`: it is the referral that is open, which keeps the earliest start. `create`: it is another. */
export const reviewDecisions = ['link', 'create', 'dismiss'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** How a review stands. `withdrawn`: its import was undone before anybody decided. */
export const reviewStates = ['open', 'linked', 'created', 'dismissed', 'withdrawn'] as const;

export const reviewSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  state: z.enum(reviewStates),
  reason: z.enum(reviewReasons),
  importId: opaqueIdSchema,
  system: systemSchema,
  record: z.int().min(1),
  line: z.int().min(1),
  row: parsedRowSchema,
  contentHash: z.string().max(64),
  /** The people it may be about, and the referral it was compared with, where there is one. */
  personIds: z.array(opaqueIdSchema).max(4),
  referral: z.strictObject({ personId: opaqueIdSchema, referralId: opaqueIdSchema }).nullable(),
  heldAt: instantSchema,
  decided: z
    .strictObject({
      eventId: opaqueIdSchema,
      at: instantSchema,
      by: z.strictObject({ actor: z.string(), role: z.string() }),
      decision: z.enum(reviewDecisions),
      reason: z.string().max(500).nullable(),
    })
    .nullable(),
});
export type Review = Readonly<z.output<typeof reviewSchema>>;

/**
 * What can be decided for each reason. A row that contradicts a record, or that the rules refuse, is put right on the
 * record by whoever knows what is true; here it is only set aside.
 */
export const decisionsFor: Readonly<Record<ReviewReason, readonly ReviewDecision[]>> = {
  'open-referral-in-queue': ['link', 'create', 'dismiss'],
  'nhs-number-two-birth-dates': ['create', 'dismiss'],
  'local-id-two-nhs-numbers': ['create', 'dismiss'],
  'contradicts-record': ['dismiss'],
  'does-not-fit': ['dismiss'],
};
