/**
 * Opening a case and recording what happened to it. The one way its history grows: an event that does not fit is refused
 * with where and why; nothing is ever changed or taken away.
 */
import type { LocalDate } from '../calendar/local-date.ts';
import { type DomainError, invalid, isDomainError } from '../error.ts';
import { canonicalJson } from '../referral/canonical-json.ts';
import type { Recorder } from '../referral/record.ts';
import { type Case, type CaseEvent, type CaseFacts, eventCount } from './case.ts';
import type { CaseContext, CaseType } from './case-type.ts';
import { checkpointState, needsWhole, refuseTorn, standingSince, tellsAsAt } from './checkpoint.ts';
import { isDueMoved, isRecordedInError, mistakenIn } from './generic-facts.ts';

/** What happened, as a caller says it: facts parsed by the type's schema, or generic ones. */
export interface HappenedToCase {
  readonly facts: CaseFacts;
  readonly on: LocalDate;
}

const CHAIN_START = '';
const NEEDS_WHOLE = 'This is recorded on the whole history alone';

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
 * Records one event: one version more. The record is whole where the event needs it ({@link needsWhole}).
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
  if (needsWhole(type, before, happened)) throw new Error(NEEDS_WHOLE);
  const record = withEvent(before, { happened, recorder });
  const event = record.events.at(-1);
  if (event !== undefined && !isDueMoved(event.facts)) refuseUnfit(type, before, record, event, context);
  return record;
}

function withEvent(before: Case, { happened, recorder }: HappenedWith): Case {
  const event = chainedEvent(before.events, happened, recorder);
  return { ...before, version: before.version + 1, events: [...before.events, event] };
}

/** One of several events that are recorded together. */
export interface HappenedWith {
  readonly happened: HappenedToCase;
  readonly recorder: Recorder;
}

/**
 * Records several events, each a version, in the order given, which is that of their days. Those that do not fit are left out and
 * told why, by their ids. They are judged in one walk over the history, so that many cost little more than one.
 */
export function recordEachOnCase(
  type: CaseType,
  before: Case,
  all: readonly HappenedWith[],
  context: CaseContext,
): { readonly record: Case; readonly refused: ReadonlyMap<string, DomainError> } {
  refuseTorn(before);
  const together = all.reduce((record, one) => withEvent(record, one), before);
  if (all.some(({ happened }) => needsWhole(type, together, happened))) throw new Error(NEEDS_WHOLE);
  const faults = faultsOf(type, together, context);
  const ours = new Set(all.map(({ recorder }) => recorder.eventId));
  const areDaysFit = all.every(({ happened }) => dayRefusal(happened, context) === undefined);
  const isUpset = [...faults.keys()].some((id) => !ours.has(id));
  // Days that no event may have, and events that would no longer fit, are told of one by one.
  if (!areDaysFit || isUpset) return recordedInTurn(type, before, all, context);
  const fitting = all.filter(({ recorder }) => !faults.has(recorder.eventId));
  const record = faults.size === 0 ? together : fitting.reduce((sofar, one) => withEvent(sofar, one), before);
  return { record, refused: faults };
}

function recordedInTurn(type: CaseType, before: Case, all: readonly HappenedWith[], context: CaseContext) {
  const refused = new Map<string, DomainError>();
  let record = before;
  for (const { happened, recorder } of all) {
    try {
      record = recordOnCase(type, record, happened, recorder, context);
    } catch (caught) {
      if (!isDomainError(caught)) throw caught;
      refused.set(recorder.eventId, caught);
    }
  }
  return { record, refused };
}

/**
 * What a case is on a day; undefined when no opening of it stands: it was recorded in error, or is of a later day. Of a day
 * before its checkpoint it is told from the whole history alone.
 */
export function stateOfCase<S>(
  type: CaseType<CaseFacts, S>,
  record: Pick<Case, 'events' | 'checkpoint'>,
  context: CaseContext,
): S | undefined {
  refuseTorn(record);
  if (!tellsAsAt(record, context.asAt)) throw new Error('This day is told from the whole history alone');
  const standing = standingSince(record, context.asAt);
  const begun = checkpointState(type, record);
  if (begun === undefined) return opensWith(type, standing) ? type.fold(standing, context) : undefined;
  return standing.reduce<S>((state, event) => next(type, state, event), begun);
}

function next<S>(type: CaseType<CaseFacts, S>, state: S, event: CaseEvent): S {
  if (type.after === undefined) throw new Error('A type with checkpoints says what each event leads to');
  return type.after(state, event);
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

function refuseUnfit(type: CaseType, before: Case, after: Case, event: CaseEvent, context: CaseContext): void {
  refuseDay(event, context);
  if (isRecordedInError(event.facts)) refuseCorrection(type, before.events, event.facts.eventId);
  const faults = faultsOf(type, after, context);
  const own = faults.get(event.id);
  if (own !== undefined) throw own;
  // Without an opening that stands the whole record is void, as whoever takes the opening back means it to be.
  const isOpen = after.checkpoint !== undefined || opensWith(type, standingSince(after));
  if (faults.size === 0 || !isOpen) return;
  const faultsBefore = faultsOf(type, before, context);
  const upset = after.events.find(({ id }) => faults.has(id) && !faultsBefore.has(id));
  if (upset === undefined) return;
  const message = `Another event of this record (${upset.facts.kind.replaceAll('-', ' ')}) would no longer fit. Choose another day, or record that event in error first`;
  const pointer = isRecordedInError(event.facts) ? '/facts/eventId' : '/on';
  throw refusal(pointer, 'contradicts-history', message);
}

function refuseDay(happened: Pick<HappenedToCase, 'on'>, context: CaseContext): void {
  const refused = dayRefusal(happened, context);
  if (refused !== undefined) throw refused;
}

function dayRefusal({ on }: Pick<HappenedToCase, 'on'>, { asAt, person }: CaseContext): DomainError | undefined {
  if (on > asAt) return refusal('/on', 'date-in-future', 'This day has not come yet. Give today or an earlier day');
  if (on < person.birthDate)
    return refusal('/on', 'before-birth', 'This day is before the birth date. Check both dates');
  return undefined;
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

/** Each standing event at hand that does not fit behind those before it, judged as at its own day. */
function faultsOf(type: CaseType, record: Case, context: CaseContext): ReadonlyMap<string, DomainError> {
  const faults = new Map<string, DomainError>();
  const fitting: CaseEvent[] = [];
  let state = checkpointState(type, record);
  let isBegun = state !== undefined;
  for (const event of standingSince(record)) {
    const then = { ...context, asAt: event.on };
    try {
      if (!isBegun && !type.opens.includes(event.facts.kind))
        throw refusal('/facts/kind', 'not-open', 'A record of this kind does not begin with this');
      const before = isBegun ? (state ?? type.fold(fitting, then)) : undefined;
      type.judge(before, event, then);
      state = type.after?.(before, event);
      fitting.push(event);
      isBegun = true;
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
