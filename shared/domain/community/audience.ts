/** Whom something for families is for: those who wait in some queues, or everybody in the place. */
import * as z from 'zod';
import { queueCodeSchema } from '../policy/policy.ts';

/** Codes of queues; none means everybody. */
export const audienceSchema = z.array(queueCodeSchema).max(40);
export type Audience = readonly string[];

/** @param queues those that somebody waits in. */
export function isFor(audience: Audience, queues: readonly string[]): boolean {
  return audience.length === 0 || audience.some((code) => queues.includes(code));
}
