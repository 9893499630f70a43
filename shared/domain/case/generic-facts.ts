/** What can happen to a case of any kind: an event was a mistake; a due date moved although nothing happened to the child. */
import * as z from 'zod';
import { localDateSchema } from '../calendar/local-date.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import type { CaseEvent, CaseFacts } from './case.ts';

/** Takes an earlier event out of the history that counts. Nothing is ever deleted; a correction can itself be a mistake. */
const recordedInErrorSchema = z.strictObject({
  kind: z.literal('recorded-in-error'),
  eventId: opaqueIdSchema,
  reason: z.string().trim().min(1).max(500),
});
type RecordedInError = Readonly<z.output<typeof recordedInErrorSchema>>;

/** Why a due date is another one now, with the same things having happened. */
export const movedReasons = ['policy', 'bank-holidays', 'person'] as const;

/** Recorded by the service itself, so that the old due date stays in the history. */
export const dueMovedSchema = z.strictObject({
  kind: z.literal('due-moved'),
  /** The kind of the deadline, and the day it counts from. */
  deadline: z.string().min(1).max(60),
  start: localDateSchema,
  from: localDateSchema,
  /** Null when there is no such deadline any more. */
  to: localDateSchema.nullable(),
  why: z.array(z.enum(movedReasons)).min(1).max(movedReasons.length),
});
export type DueMoved = Readonly<z.output<typeof dueMovedSchema>>;

const genericFactsSchema = z.discriminatedUnion('kind', [recordedInErrorSchema, dueMovedSchema]);

/** Everything that can stand in the history of a case of a type. */
export function keptFactsSchema(own: z.ZodType<CaseFacts>): z.ZodType<CaseFacts> {
  return z.union([genericFactsSchema, own]);
}

/** Everything that a caller may record on a case of a type. */
export function recordableFactsSchema(own: z.ZodType<CaseFacts>): z.ZodType<CaseFacts> {
  // A union told apart by the kind says which field of which kind is wrong; zod types only the unions it makes itself.
  return z.discriminatedUnion('kind', [
    recordedInErrorSchema,
    own as z.ZodType<CaseFacts> & z.core.$ZodTypeDiscriminable,
  ]);
}

export function isRecordedInError(facts: CaseFacts): facts is RecordedInError {
  return facts.kind === 'recorded-in-error';
}

export function isDueMoved(facts: CaseFacts): facts is DueMoved {
  return facts.kind === 'due-moved';
}

/** The ids of the events that are recorded in error, each by a correction that itself stands. */
export function mistakenIn(events: readonly CaseEvent[]): ReadonlySet<string> {
  const mistaken = new Set<string>();
  // A correction is always recorded after what it corrects, so the latest are settled first.
  for (const { id, facts } of events.toSorted((a, b) => b.seq - a.seq)) {
    if (isRecordedInError(facts) && !mistaken.has(id)) mistaken.add(facts.eventId);
  }
  return mistaken;
}

/**
 * The events of the type's own kinds that stand, by the day they concern and then as they were recorded: what a type's rules
 * see. @param upTo events that concern a later day are left out.
 */
export function standingIn(events: readonly CaseEvent[], upTo?: string): readonly CaseEvent[] {
  const mistaken = mistakenIn(events);
  return events
    .filter(({ id, facts }) => !isRecordedInError(facts) && !isDueMoved(facts) && !mistaken.has(id))
    .filter(({ on }) => upTo === undefined || on <= upTo)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq));
}
