/**
 * Opening a case and recording what happened to it. The one way its history grows: an event that does not fit is refused
 * with where and why; nothing is ever changed or taken away.
 */
import type { LocalDate } from '../calendar/local-date.ts';
import { type DomainError, invalid, isDomainError } from '../error.ts';
import { canonicalJson } from '../referral/canonical-json.ts';
import type { Recorder } from '../referral/record.ts';
import { type Case, type CaseEvent, type CaseFacts, eventCount, isWhole } from './case.ts';
import type { CaseContext, CaseType } from './case-type.ts';
import { isDueMoved, isRecordedInError, mistakenIn, standingIn } from './generic-facts.ts';

/** What happened, as a caller says it: facts parsed by the type's schema, or generic ones. */
export interface HappenedToCase {
  readonly facts: CaseFacts;
  readonly on: LocalDate;
}

const CHAIN_START = '';

/** Opens a case at version 1. @throws `invalid` when the event may not be the first, or whatever the type's `judge` says. */
export function openCase(
  type: CaseType,
  identity: Pick<Case, 'id' | 'place' | 'personId'>,
  happened: HappenedToCase,
  recorder: Recorder,
  context: CaseContext,
): Case {
  const empty: Case = { ...identity, kind: type.kind, version: 0, events: [] };
  return recordOnCase(type, empty, happened, recorder, context);
}

/**
 * Records one event: one version more.
 * @throws `invalid` with pointers when the event does not fit where its day puts it, or an event after it no longer would.
 */
export function recordOnCase(
  type: CaseType,
  before: Case,
  happened: HappenedToCase,
  recorder: Recorder,
  context: CaseContext,
): Case {
  refuseTorn(before);
  const event = chainedEvent(before.events, happened, recorder);
  const events = [...before.events, event];
  if (!isDueMoved(event.facts)) refuseUnfit(type, before.events, events, event, context);
  return { ...before, version: before.version + 1, events };
}

/** What a case is on a day; undefined when no opening of it stands: it was recorded in error, or is of a later day. */
export function stateOfCase<S>(
  type: CaseType<CaseFacts, S>,
  { events }: Pick<Case, 'events'>,
  context: CaseContext,
): S | undefined {
  refuseTorn({ events });
  const standing = standingIn(events, context.asAt);
  return opensWith(type, standing) ? type.fold(standing, context) : undefined;
}

/** A history that misses events says something else: it is never folded. */
function refuseTorn(record: Pick<Case, 'events'>): void {
  if (!isWhole(record)) throw new Error('Events of this case are missing');
}

/** Whether each event follows from the one before. */
export function caseChainHolds({ events }: Pick<Case, 'events'>, hash: Recorder['hash']): boolean {
  return events.every((event, at) => {
    const previous = events[at - 1]?.hash ?? CHAIN_START;
    return event.seq === at && event.previousHash === previous && event.hash === caseEventHash(event, hash);
  });
}

/** The hash that an event ought to carry, given everything else that it says. */
export function caseEventHash({ hash: _carried, previousHash, ...event }: CaseEvent, hash: Recorder['hash']): string {
  return hash(`${previousHash}${canonicalJson(event)}`);
}

function chainedEvent(events: readonly CaseEvent[], { facts, on }: HappenedToCase, recorder: Recorder): CaseEvent {
  const { eventId, recordedAt, by, importId, requestHash, hash } = recorder;
  const event = {
    id: eventId,
    seq: eventCount({ events }),
    on,
    recordedAt,
    by: { actor: by.actor, role: by.role },
    ...(importId === undefined ? {} : { importId }),
    ...(requestHash === undefined ? {} : { requestHash }),
    facts,
  };
  const previousHash = events.at(-1)?.hash ?? CHAIN_START;
  return { ...event, previousHash, hash: hash(`${previousHash}${canonicalJson(event)}`) };
}

function refuseUnfit(
  type: CaseType,
  before: readonly CaseEvent[],
  after: readonly CaseEvent[],
  event: CaseEvent,
  context: CaseContext,
): void {
  refuseDay(event, context);
  if (isRecordedInError(event.facts)) refuseCorrection(type, before, event.facts.eventId);
  const faults = faultsOf(type, after, context);
  const own = faults.get(event.id);
  if (own !== undefined) throw own;
  // Without an opening that stands the whole record is void, as whoever takes the opening back means it to be.
  if (faults.size === 0 || !opensWith(type, standingIn(after))) return;
  const faultsBefore = faultsOf(type, before, context);
  const upset = after.find(({ id }) => faults.has(id) && !faultsBefore.has(id));
  if (upset === undefined) return;
  const message = `Another event of this record (${upset.facts.kind.replaceAll('-', ' ')}) would no longer fit. Choose another day, or record that event in error first`;
  const pointer = isRecordedInError(event.facts) ? '/facts/eventId' : '/on';
  throw refusal(pointer, 'contradicts-history', message);
}

function refuseDay({ on }: CaseEvent, { asAt, person }: CaseContext): void {
  if (on > asAt) throw refusal('/on', 'date-in-future', 'This day has not come yet. Give today or an earlier day');
  if (on < person.birthDate)
    throw refusal('/on', 'before-birth', 'This day is before the birth date. Check both dates');
}

function refuseCorrection(type: CaseType, events: readonly CaseEvent[], eventId: string): void {
  const target = events.find(({ id }) => id === eventId);
  if (target === undefined || isDueMoved(target.facts))
    throw refusal('/facts/eventId', 'event-unknown', 'This record has no such event. Choose one from its history');
  if (mistakenIn(events).has(eventId))
    throw refusal(
      '/facts/eventId',
      'already-in-error',
      'This event is recorded in error already. Nothing more is needed',
    );
  const never = type.uncorrectable?.(target.facts);
  if (never !== undefined) throw refusal('/facts/eventId', never.code, never.message);
}

/** Each standing event that does not fit behind those before it, judged as at its own day. */
function faultsOf(
  type: CaseType,
  events: readonly CaseEvent[],
  context: CaseContext,
): ReadonlyMap<string, DomainError> {
  const faults = new Map<string, DomainError>();
  const fitting: CaseEvent[] = [];
  let state: unknown;
  for (const event of standingIn(events)) {
    const then = { ...context, asAt: event.on };
    try {
      if (fitting.length === 0 && !type.opens.includes(event.facts.kind))
        throw refusal('/facts/kind', 'not-open', 'A record of this kind does not begin with this');
      const before = fitting.length === 0 ? undefined : (state ?? type.fold(fitting, then));
      type.judge(before, event, then);
      state = type.after?.(before, event);
      fitting.push(event);
    } catch (caught) {
      if (!isDomainError(caught)) throw caught;
      faults.set(event.id, caught);
    }
  }
  return faults;
}

function opensWith(type: CaseType, standing: readonly CaseEvent[]): boolean {
  const [first] = standing;
  return first !== undefined && type.opens.includes(first.facts.kind);
}

function refusal(pointer: string, code: string, message: string) {
  return invalid(code, message, [{ pointer, code, message }]);
}
