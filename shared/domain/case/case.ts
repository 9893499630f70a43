/**
 * A case: one dated duty to one person, from the day it arises to the day it is met. One aggregate; its events are its truth,
 * and may be any number. What may happen to a case of a kind, and what follows from it, its type says (case-type.ts).
 */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import { type LocalDate, localDateSchema } from '../calendar/local-date.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { caseKindSchema } from './case-kinds.ts';

/** What happened, told apart by `kind`. The rest of it is the type's own, and its schema's to check. */
export interface CaseFacts {
  readonly kind: string;
}

const factsSchema = z.looseObject({ kind: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not a kind of event') });

/** An event of a case, as far as all kinds of case are alike. */
export const caseEventSchema = z.strictObject({
  /** From the `Idempotency-Key` where there is one. */
  id: opaqueIdSchema,
  seq: z.int().min(0),
  /** The local day it concerns. */
  on: localDateSchema,
  recordedAt: instantSchema,
  by: z.strictObject({ actor: z.string().min(1).max(60), role: z.string().min(1).max(40) }),
  importId: opaqueIdSchema.optional(),
  requestHash: z.string().max(64).optional(),
  facts: factsSchema,
  previousHash: z.string(),
  hash: z.string(),
});

export interface CaseEvent<F extends CaseFacts = CaseFacts>
  extends Readonly<Omit<z.output<typeof caseEventSchema>, 'facts'>> {
  readonly facts: F;
}

export const caseSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  personId: opaqueIdSchema,
  kind: caseKindSchema,
  /** Optimistic lock: 1 at opening, one more with each saved command; the API's ETag. */
  version: z.int().min(1),
  events: z.array(caseEventSchema).min(1),
});

/** What early events come to, for what follows to be judged and told without them (ADR 0048). Derived: it can be made again. */
export interface Checkpoint {
  /** The events that stand and are of an earlier day are in it; of this day, those recorded before number `seq`. */
  readonly on: LocalDate;
  readonly seq: number;
  readonly openedOn: LocalDate;
  readonly lastEventOn: LocalDate;
  /** As the type sums them up; its schema's to check. */
  readonly content: unknown;
}

export interface Case extends Readonly<Omit<z.output<typeof caseSchema>, 'events'>> {
  /** Those at hand: every one, or those that are not archived. */
  readonly events: readonly CaseEvent[];
  /** How many of the first events are kept apart from the case (ADR 0048); none where absent. */
  readonly archived?: number;
  /** Stands for the archived events where those are not at hand. */
  readonly checkpoint?: Checkpoint;
}

/** How many events were ever recorded. */
export function eventCount({ events }: Pick<Case, 'events'>): number {
  return (events.at(-1)?.seq ?? -1) + 1;
}

/** Whether every event is at hand. */
export function isWhole({ events }: Pick<Case, 'events'>): boolean {
  return eventCount({ events }) === events.length;
}
