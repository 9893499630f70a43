/**
 * Opening a referral and recording what happened to it. The one way a history grows: an event that does not fit is
 * refused with where, why and what to do; nothing is ever changed or taken away.
 */
import { type Instant, localDateOf } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { conflict, invalid } from '../error.ts';
import type { ReferralEvent, ReferralEventFacts, ReferralEventKind } from './event.ts';
import { chained, chainStart, type Hash, type UnchainedEvent } from './event-chain.ts';
import { dayRefusal } from './fact-refusal.ts';
import { type HistoryFaults, historyFaults } from './history-faults.ts';
import { closedByDeath } from './kind-refusal.ts';
import type { RecordContext } from './record-context.ts';
import { MAX_EVENTS, type Referral } from './referral.ts';
import { badDay, badFact, type Refusal } from './refusal.ts';
import { mistakenEventIds } from './standing-events.ts';

/** What happened, as a caller says it. */
export interface Happened<K extends ReferralEventKind = ReferralEventKind> {
  readonly facts: ReferralEventFacts<K>;
  /** The local day it concerns. */
  readonly on: LocalDate;
  /** The instant, where known; on that day. */
  readonly at?: Instant;
}

/** Who records, when, and under which id. */
export interface Recorder {
  /** Opaque; from the `Idempotency-Key` where there is one. */
  readonly eventId: string;
  readonly recordedAt: Instant;
  readonly by: { readonly actor: string; readonly role: string };
  readonly importId?: string;
  readonly requestHash?: string;
  readonly hash: Hash;
}

/** A referral to be opened: its place and queue are those of the context. */
export interface ReferralToOpen extends Happened<'received'> {
  readonly id: string;
  readonly personId: string;
  readonly origin: Referral['origin'];
}

/** Opens a referral with its receipt, at version 1. Throws `invalid` when the receipt cannot be right. */
export function openReferral(opening: ReferralToOpen, recorder: Recorder, context: RecordContext): Referral {
  const { id, personId, origin, ...receipt } = opening;
  const empty: Referral = {
    id,
    place: context.policy.place.id,
    personId,
    queue: context.queue.code,
    origin,
    version: 1,
    events: [],
  };
  return { ...empty, events: [eventOf(empty, receipt, recorder, context)] };
}

/**
 * Records one event: one version more. The same event id and request again is the same event: the referral comes back as
 * it is. Throws `invalid` with a pointer when the event does not fit, and `conflict` (`idempotency-key-reused`,
 * `too-many-events`).
 */
export function recordEvent(
  referral: Referral,
  happened: Happened,
  recorder: Recorder,
  context: RecordContext,
): Referral {
  const grown = appendEvent(referral, happened, recorder, context);
  return grown === referral ? referral : { ...grown, version: referral.version + 1 };
}

/** Records several events as one command: one version more, or the referral as it is when all of them were there already. */
export function recordEvents(
  referral: Referral,
  entries: readonly { readonly happened: Happened; readonly recorder: Recorder }[],
  context: RecordContext,
): Referral {
  let grown = referral;
  for (const { happened, recorder } of entries) grown = appendEvent(grown, happened, recorder, context);
  return grown === referral ? referral : { ...grown, version: referral.version + 1 };
}

/** As {@link recordEvent}, with the version left alone: for a referral that is not saved yet. */
export function appendEvent(
  referral: Referral,
  happened: Happened,
  recorder: Recorder,
  context: RecordContext,
): Referral {
  const known = referral.events.find((event) => event.id === recorder.eventId);
  if (known !== undefined) {
    if (known.requestHash === recorder.requestHash) return referral;
    throw conflict('idempotency-key-reused', 'This key was used for another request. Use a new key for a new request');
  }
  if (referral.events.length >= MAX_EVENTS)
    throw conflict('too-many-events', 'This referral holds as many events as it can', { most: MAX_EVENTS });
  return { ...referral, events: [...referral.events, eventOf(referral, happened, recorder, context)] };
}

function eventOf(referral: Referral, happened: Happened, recorder: Recorder, context: RecordContext): ReferralEvent {
  const { events } = referral;
  const { eventId, recordedAt, by, importId, requestHash, hash } = recorder;
  const unchained: UnchainedEvent = {
    id: eventId,
    on: happened.on,
    ...(happened.at !== undefined && { at: happened.at }),
    recordedAt,
    seq: events.length,
    by: { actor: by.actor, role: by.role },
    ...(importId !== undefined && { importId }),
    ...(requestHash !== undefined && { requestHash }),
    facts: happened.facts,
  };
  const event = chained(unchained, events.at(-1)?.hash ?? chainStart, hash);
  const refusal = refusalOf(events, event, context);
  if (refusal !== undefined) {
    const { pointer, code, message } = refusal;
    throw invalid(code, message, [{ pointer, code, message }]);
  }
  return event;
}

function refusalOf(
  events: readonly ReferralEvent[],
  event: ReferralEvent,
  context: RecordContext,
): Refusal | undefined {
  const outright = dayRefusal(event.on, context) ?? instantRefusal(event) ?? correctionRefusal(events, event);
  if (outright !== undefined) return outright;
  const after = historyFaults([...events, event], context);
  return after.faults.get(event.id) ?? othersRefusal(historyFaults(events, context), after, event);
}

function instantRefusal({ at, on }: ReferralEvent): Refusal | undefined {
  return at !== undefined && localDateOf(at) !== on
    ? { pointer: '/at', code: 'date-order', message: 'The time is not on the day given. Check both' }
    : undefined;
}

function correctionRefusal(events: readonly ReferralEvent[], event: ReferralEvent): Refusal | undefined {
  if (event.facts.kind !== 'recorded-in-error') return undefined;
  const { eventId } = event.facts;
  const target = events.find((earlier) => earlier.id === eventId);
  if (target === undefined)
    return badFact('eventId', 'event-unknown', 'This referral has no such event. Choose one from its history');
  if (mistakenEventIds(events)?.has(eventId))
    return badFact('eventId', 'already-in-error', 'This event is recorded in error already. Nothing more is needed');
  return undefined;
}

// An event that stood well before, and would not with the new one in place, must be dealt with first.
function othersRefusal(before: HistoryFaults, after: HistoryFaults, event: ReferralEvent): Refusal | undefined {
  const voids = !after.received && event.facts.kind === 'recorded-in-error';
  if (voids) return undefined;
  for (const other of after.standing) {
    const fault = after.faults.get(other.id);
    if (fault === undefined || fault.code === closedByDeath) continue;
    if (before.received && before.faults.has(other.id)) continue;
    const message = `Another event of this referral (${other.facts.kind.replaceAll('-', ' ')}) would no longer fit. Choose another day, or record that event in error first`;
    return event.facts.kind === 'recorded-in-error'
      ? badFact('eventId', 'contradicts-history', message)
      : badDay('contradicts-history', message);
  }
  return undefined;
}
