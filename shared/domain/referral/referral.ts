/** A referral: one aggregate, one stored item. Its events are its truth; the rest of it is its identity. */
import * as z from 'zod';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { queueCodeSchema } from '../policy/policy.ts';
import { referralEventSchema } from './event.ts';

/** The most events one referral holds: keeps the item far below DynamoDB's 400 KB and every fold bounded. */
export const MAX_EVENTS = 400;

export const referralSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  personId: opaqueIdSchema,
  queue: queueCodeSchema,
  /** The system and its id for this referral, where it came from an extract: a row seen again is the same referral. */
  origin: z
    .strictObject({ system: z.string().min(1).max(40), id: z.string().min(1).max(60), contentHash: z.string().max(64) })
    .nullable(),
  /** Optimistic lock: 1 at creation, one more with each saved command; the API's ETag. */
  version: z.int().min(1),
  events: z.array(referralEventSchema).min(1).max(MAX_EVENTS),
});
export type Referral = Readonly<z.output<typeof referralSchema>>;
