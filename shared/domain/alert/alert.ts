/**
 * An alert: one threshold of one deadline of one referral or case, told once, owned by a team until its cause ends. One aggregate,
 * one stored item. It holds opaque ids and dates; who it is about is read where that may be seen.
 */
import * as z from 'zod';
import { instantSchema, localDateOf } from '../calendar/instant.ts';
import { addDays, type LocalDate, localDateSchema } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { opaqueIdSchema } from '../identifiers/opaque-id.ts';
import { placeIdSchema } from '../policy/place-id.ts';
import { type AlertPolicy, teamCodeSchema } from './alert-policy.ts';
import { alertSubjectSchema } from './alert-subject.ts';
import { deadlineKinds } from './deadline-kinds.ts';
import { alertSeverities } from './severity.ts';

/** Where an alert stands. Open is everything but `resolved`. */
export const alertStates = ['raised', 'acknowledged', 'snoozed', 'escalated', 'resolved'] as const;
export type AlertState = (typeof alertStates)[number];

/** Why an alert came to its end: what it was about is no longer so, or a later threshold of the same deadline tells it. */
export const resolvedReasons = ['cause-ended', 'superseded'] as const;
export type ResolvedReason = (typeof resolvedReasons)[number];

const note = z.string().trim().min(1).max(500);

/** What can happen to an alert. */
export const alertFactsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('raised') }),
  z.strictObject({ kind: z.literal('acknowledged'), note: note.optional() }),
  z.strictObject({ kind: z.literal('snoozed'), until: localDateSchema, reason: note }),
  z.strictObject({ kind: z.literal('snooze-ended') }),
  z.strictObject({ kind: z.literal('escalated'), to: teamCodeSchema }),
  z.strictObject({ kind: z.literal('resolved'), why: z.enum(resolvedReasons) }),
  z.strictObject({ kind: z.literal('reopened') }),
]);
export type AlertFacts = Readonly<z.output<typeof alertFactsSchema>>;
export type AlertEventKind = AlertFacts['kind'];
export const alertEventKinds = alertFactsSchema.options.map(({ shape }) => shape.kind.value);

export const alertEventSchema = z.strictObject({
  id: opaqueIdSchema,
  seq: z.int().min(0),
  recordedAt: instantSchema,
  by: z.strictObject({ actor: z.string().min(1).max(60), role: z.string().min(1).max(40) }),
  requestHash: z.string().optional(),
  facts: alertFactsSchema,
  previousHash: z.string(),
  hash: z.string(),
});
export type AlertEvent = Readonly<z.output<typeof alertEventSchema>>;

/** The most events that one alert holds: it stays far below the store's limits. */
export const MOST_ALERT_EVENTS = 200;

export const alertSchema = z.strictObject({
  id: opaqueIdSchema,
  place: placeIdSchema,
  personId: opaqueIdSchema,
  subject: alertSubjectSchema,
  kind: z.enum(deadlineKinds),
  /** Day 0 of the deadline, and its last day in time, as they were when the alert was raised. */
  start: localDateSchema,
  due: localDateSchema,
  threshold: z.string().max(40),
  severity: z.enum(alertSeverities),
  /** The first day on which the threshold was crossed; it may have been told of later. */
  on: localDateSchema,
  /** The team that owns it. */
  team: teamCodeSchema,
  version: z.int().min(1),
  events: z.array(alertEventSchema).min(1).max(MOST_ALERT_EVENTS),
});
export type Alert = Readonly<z.output<typeof alertSchema>>;

/** What an alert's history has made of it. */
export interface AlertStanding {
  readonly state: AlertState;
  /** Since which day it stands so. */
  readonly since: LocalDate;
  /** Snoozed: the day on which it comes back. */
  readonly until: LocalDate | null;
  /** The team it was passed on to, as long as nobody has taken it up. */
  readonly escalatedTo: string | null;
  readonly resolved: ResolvedReason | null;
}

export function standingOfAlert({ events }: Pick<Alert, 'events'>): AlertStanding {
  // The last event says it all: each puts the alert where it stands, whatever came before.
  const last = events.at(-1);
  if (last === undefined) throw new RangeError('An alert has at least the event of its raising');
  const { facts, recordedAt } = last;
  const plain = { since: localDateOf(recordedAt), until: null, escalatedTo: null, resolved: null };
  switch (facts.kind) {
    case 'raised':
    case 'reopened':
    case 'snooze-ended':
      return { ...plain, state: 'raised' };
    case 'acknowledged':
      return { ...plain, state: 'acknowledged' };
    case 'snoozed':
      return { ...plain, state: 'snoozed', until: facts.until };
    case 'escalated':
      return { ...plain, state: 'escalated', escalatedTo: facts.to };
    case 'resolved':
      return { ...plain, state: 'resolved', resolved: facts.why };
  }
}

/** The last day on which a raised alert can be taken up before it is passed on; null for any other, and where it never is. */
export function lastDayToAcknowledge(
  alert: Alert,
  { escalateAfterWorkingDays }: Pick<AlertPolicy, 'escalateAfterWorkingDays'>,
): LocalDate | null {
  const { state, since } = standingOfAlert(alert);
  const days = escalateAfterWorkingDays[alert.severity];
  return state === 'raised' && days !== null ? addWorkingDays(since, days) : null;
}

/** The day on which the watch has to look at an alert: to pass it on, or to bring it back; null when it has not. */
export function alertWatchDate(alert: Alert, policy: Pick<AlertPolicy, 'escalateAfterWorkingDays'>): LocalDate | null {
  const { state, until } = standingOfAlert(alert);
  if (state === 'snoozed') return until;
  const last = lastDayToAcknowledge(alert, policy);
  // The last working day is theirs to the end: it is passed on the morning after.
  return last && addDays(last, 1);
}
