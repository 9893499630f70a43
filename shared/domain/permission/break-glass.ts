/**
 * Break-glass: emergency access to one person's record for somebody who may not know of it otherwise. It has a reason, it
 * ends by itself, everything seen under it is marked, and an audit officer reviews it. One aggregate with its own history.
 */
import * as z from 'zod';
import { epochMillisecondsOf, type Instant, instantOf, instantSchema, localDateOf } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { conflict, invalid } from '../error.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { canonicalJson } from '../referral/canonical-json.ts';

/** What a place decides about emergency access. */
export interface BreakGlassRules {
  /** How long it lasts. */
  readonly minutes: number;
  /** Working days within which an audit officer reviews it; one that waits longer is escalated. */
  readonly reviewWorkingDays: number;
}

/** Where the place's policy says nothing. */
export const usualBreakGlassRules: BreakGlassRules = { minutes: 60, reviewWorkingDays: 3 };

export const reviewOutcomes = ['justified', 'not-justified', 'follow-up'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** Why the record is needed: long enough to be a reason. */
export const breakGlassReasonSchema = z.string().trim().min(10).max(500);
export const reviewNoteSchema = z.string().trim().min(1).max(1000);

const by = z.strictObject({ actor: opaqueIdSchema, role: z.string().min(1).max(40) });
const recorded = {
  id: opaqueIdSchema,
  recordedAt: instantSchema,
  by,
  requestHash: z.string().max(64),
  previousHash: z.string(),
  hash: z.string().length(43),
};

export const breakGlassEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...recorded,
    kind: z.literal('emergency-access-asked'),
    /** Whose record; null when nobody in the place has the number that was given. */
    personId: opaqueIdSchema.nullable(),
    reason: breakGlassReasonSchema,
    endsAt: instantSchema,
  }),
  z.strictObject({
    ...recorded,
    kind: z.literal('emergency-access-reviewed'),
    outcome: z.enum(reviewOutcomes),
    note: reviewNoteSchema,
  }),
]);
export type BreakGlassEvent = Readonly<z.output<typeof breakGlassEventSchema>>;
type AskedEvent = Extract<BreakGlassEvent, { kind: 'emergency-access-asked' }>;
type ReviewedEvent = Extract<BreakGlassEvent, { kind: 'emergency-access-reviewed' }>;

export const breakGlassSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  version: z.int().min(1),
  events: z.array(breakGlassEventSchema).min(1).max(2),
});

/** An emergency access as its events tell it. */
export interface BreakGlass {
  readonly id: string;
  readonly place: string;
  readonly version: number;
  readonly events: readonly BreakGlassEvent[];
}

/** Who writes, when, and under which id. */
export interface BreakGlassRecorder {
  readonly eventId: string;
  readonly requestHash: string;
  readonly recordedAt: Instant;
  readonly by: { readonly actor: string; readonly role: string };
  /** SHA-256 in base64url. */
  readonly hash: (text: string) => string;
}

/** A new emergency access, in force at once. */
export function askedBreakGlass(
  input: {
    readonly id: string;
    readonly place: string;
    readonly personId: string | null;
    readonly reason: string;
  },
  recorder: BreakGlassRecorder,
  rules: BreakGlassRules,
): BreakGlass {
  const reason = breakGlassReasonSchema.safeParse(input.reason);
  if (!reason.success) {
    const message = 'Say why you need the record, in 10 to 500 characters';
    throw invalid('reason-needed', message, [{ pointer: '/reason', code: 'reason-needed', message }]);
  }
  const endsAt = instantOf(epochMillisecondsOf(recorder.recordedAt) + rules.minutes * 60_000);
  const { id, place, personId } = input;
  const event = chained<AskedEvent>(
    { ...said(recorder), kind: 'emergency-access-asked', personId, reason: reason.data, endsAt, previousHash: '' },
    recorder,
  );
  return { id, place, version: 1, events: [event] };
}

/**
 * The emergency access with what an audit officer made of it.
 * @throws `conflict` `already-reviewed`, or `own-access` when it is the reviewer's own.
 */
export function reviewedBreakGlass(
  access: BreakGlass,
  review: { readonly outcome: ReviewOutcome; readonly note: string },
  recorder: BreakGlassRecorder,
): BreakGlass {
  if (reviewOf(access) !== undefined) throw conflict('already-reviewed', 'This emergency access has been reviewed');
  if (askOf(access).by.actor === recorder.by.actor)
    throw conflict('own-access', 'Nobody reviews their own emergency access');
  const event = chained<ReviewedEvent>(
    {
      ...said(recorder),
      kind: 'emergency-access-reviewed',
      outcome: review.outcome,
      note: review.note,
      previousHash: askOf(access).hash,
    },
    recorder,
  );
  return { ...access, version: access.version + 1, events: [...access.events, event] };
}

/** The event that began it. */
export function askOf(access: BreakGlass): AskedEvent {
  const [first] = access.events;
  if (first?.kind !== 'emergency-access-asked') throw new TypeError('An emergency access begins with being asked for');
  return first;
}

/** Its review; undefined while it waits for one. */
export function reviewOf(access: BreakGlass): ReviewedEvent | undefined {
  return access.events.find((event) => event.kind === 'emergency-access-reviewed');
}

/** Whether it lets this member of staff see this person now. It ends at `endsAt`: at that very instant it is over. */
export function covers(
  access: BreakGlass,
  who: { readonly place: string; readonly actor: string; readonly personId: string },
  now: Instant,
): boolean {
  const { by: asker, personId, recordedAt, endsAt } = askOf(access);
  return (
    access.place === who.place &&
    asker.actor === who.actor &&
    personId === who.personId &&
    recordedAt <= now &&
    now < endsAt
  );
}

/** Where its review stands. */
export type ReviewStanding = 'reviewed' | 'waiting' | 'overdue';

/** The last day on which a review is in time. */
export function reviewDueOn(access: BreakGlass, rules: BreakGlassRules): LocalDate {
  return addWorkingDays(localDateOf(askOf(access).recordedAt), rules.reviewWorkingDays);
}

export function reviewStanding(access: BreakGlass, rules: BreakGlassRules, today: LocalDate): ReviewStanding {
  if (reviewOf(access) !== undefined) return 'reviewed';
  return today > reviewDueOn(access, rules) ? 'overdue' : 'waiting';
}

/** The hash that an event ought to carry, given everything else in it. */
export function breakGlassEventHash(event: BreakGlassEvent, hash: (text: string) => string): string {
  const { hash: _carried, ...rest } = event;
  return hash(canonicalJson(rest));
}

function said({ eventId, requestHash, recordedAt, by: writer }: BreakGlassRecorder) {
  return { id: eventId, requestHash, recordedAt, by: { actor: writer.actor, role: writer.role } };
}

function chained<E extends BreakGlassEvent>(event: Omit<E, 'hash'>, { hash }: BreakGlassRecorder): E {
  return { ...event, hash: hash(canonicalJson(event)) } as E;
}
