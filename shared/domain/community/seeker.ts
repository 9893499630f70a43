/**
 * Somebody who waits for a place at an event and is to be told when they have it. It stands apart from the register, which names nobody,
 * under the same token: families' functions put it and cannot read it, and staff are shown nothing of it.
 */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';

export const seekerSchema = z.strictObject({
  /** The token of their booking. */
  id: opaqueIdSchema,
  place: placeIdSchema,
  meetingId: opaqueIdSchema,
  /** The adult's account: the grants that they were given are known by it. */
  account: opaqueIdSchema,
  /** Their children in the place; how they are reached is said in the record of one of these. */
  people: z.array(opaqueIdSchema).min(1),
  /** The day of the event: nothing is kept after it. */
  until: localDateSchema,
});
export type Seeker = Readonly<z.output<typeof seekerSchema>>;
