/**
 * A view: one member of staff saw the records of one or more people. Views of one person's are chained: each entry
 * carries a number and the hash of the one before, so that one missing, altered or moved is found (promise P9).
 */
import * as z from 'zod';
import { instantSchema } from '../calendar/instant.ts';
import type { CaseKind } from '../case/case-kinds.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import type { Action } from '../permission/grants.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { queueCodeSchema } from '../policy/policy.ts';

/**
 * What makes a view worth a second look: of somebody whom none of the viewer's services works with, of a restricted record,
 * found by an NHS number, or under emergency access.
 */
export const viewMarks = ['outside-service', 'restricted', 'nhs-number', 'emergency'] as const;
export type ViewMark = (typeof viewMarks)[number];

/** What a view can be of, by the name that permission gives it. */
export type ViewedAction = Extract<
  Action,
  | 'person.read'
  | 'person.find'
  | 'referral.read'
  | 'queue.read'
  | 'queue.export'
  | 'alert.read'
  | `case.${'read' | 'record' | 'list' | 'export'}`
  | 'review.read'
  | `audit.${'read' | 'verify'}`
  | `family-access.${'read' | 'manage'}`
  | `family.${string}`
>;

/** Under what name the views of a list of cases are kept. In no queue's code is there a colon. */
export function caseListName(kind: CaseKind): string {
  return `cases:${kind}`;
}
const listNameSchema = z.union([queueCodeSchema, z.string().regex(/^cases:[a-z-]{1,40}$/)]);

export const viewSchema = z.strictObject({
  place: placeIdSchema,
  actor: opaqueIdSchema,
  role: z.string().min(1).max(40),
  /** What was done, by the name that permission gives it: `person.read`, `queue.read`. */
  action: z.string().min(1).max(40),
  at: instantSchema,
  /** Everybody whose facts were shown. A page of a list is one view that names them all. */
  subjects: z.array(opaqueIdSchema).max(10_000),
  /** The queue whose list was shown, or the kind of case, when it was a list. */
  queue: listNameSchema.nullable(),
  /** Id of the request, to find its log by. */
  requestId: z.string().max(64),
  marks: z.array(z.enum(viewMarks)).max(viewMarks.length).optional(),
  /** The emergency access that allowed it, when nothing else did. */
  grantId: opaqueIdSchema.optional(),
  /** The member of staff whose doings were shown, when it was the audit itself that was looked at. */
  about: opaqueIdSchema.optional(),
});
export type View = Readonly<z.output<typeof viewSchema>>;

export const viewEntrySchema = z.strictObject({
  ...viewSchema.shape,
  /** Place in the actor's chain, from 1. */
  seq: z.int().min(1),
  previousHash: z.string(),
  hash: z.string().length(43),
});
export type ViewEntry = Readonly<z.output<typeof viewEntrySchema>>;

/** What the first entry of a chain carries as the hash before it. */
export const CHAIN_START = '';

/** The entry that follows `last` (undefined: the first) in the actor's chain. */
export function nextEntry(view: View, last: ViewEntry | undefined, hash: (text: string) => string): ViewEntry {
  const seq = (last?.seq ?? 0) + 1;
  const previousHash = last?.hash ?? CHAIN_START;
  return { ...view, seq, previousHash, hash: hash(hashed(view, seq, previousHash)) };
}

/** The hash that an entry ought to carry, given everything else that it says. */
export function entryHash(entry: ViewEntry, hash: (text: string) => string): string {
  return hash(hashed(entry, entry.seq, entry.previousHash));
}

/** The text that an entry's hash is of. Written as a list: the order of an object's keys would be a matter of luck. */
function hashed(view: View, seq: number, previousHash: string): string {
  const { place, actor, role, action, at, subjects, queue, requestId, marks, grantId, about } = view;
  const said = [previousHash, seq, place, actor, role, action, at, subjects, queue, requestId];
  // Left out where there are none: entries of before there were any keep their hash.
  const bare = marks === undefined && grantId === undefined && about === undefined;
  return JSON.stringify(bare ? said : [...said, marks ?? [], grantId ?? null, about ?? null]);
}

/** What is wrong with a chain, and at which number it shows. */
export interface ChainFault {
  readonly seq: number;
  readonly fault: 'missing' | 'altered' | 'unlinked';
}

/** Walks an actor's whole chain in order; answers the first fault, or undefined when it is whole. */
export function chainFault(entries: readonly ViewEntry[], hash: (text: string) => string): ChainFault | undefined {
  let previousHash = CHAIN_START;
  for (const [index, entry] of entries.entries()) {
    const seq = index + 1;
    if (entry.seq !== seq) return { seq, fault: 'missing' };
    if (entry.previousHash !== previousHash) return { seq, fault: 'unlinked' };
    if (entry.hash !== hash(hashed(entry, seq, previousHash))) return { seq, fault: 'altered' };
    previousHash = entry.hash;
  }
  return undefined;
}
