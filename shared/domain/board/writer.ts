/** Who wrote for the board: papers carry the name as paper would, so that a copy still says it when somebody has left. */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';

export const writerSchema = z.strictObject({
  id: opaqueIdSchema,
  name: z.string().min(1).max(120),
  role: z.string().min(1).max(40),
});
export type Writer = Readonly<z.output<typeof writerSchema>>;

/** What every event in the history of a paper says; the hash of the request makes sending it twice be once. */
export const paperEventShape = {
  id: opaqueIdSchema,
  at: instantSchema,
  by: writerSchema,
  requestHash: z.string().max(64),
} as const;

/** The most events of one paper: beyond it the item would grow without bound. */
export const MOST_EVENTS = 400;
