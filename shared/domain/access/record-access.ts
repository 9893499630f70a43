/** Recording what happens to a child's access: the next version, with the event chained behind the others. */
import type { Instant } from '../calendar/instant.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { conflict } from '../error.ts';
import { canonicalJson } from '../referral/canonical-json.ts';
import type { AccessEvent, AccessFacts } from './access-event.ts';
import { type FamilyAccess, foldAccess, MOST_ACCESS_EVENTS, MOST_EVENTS_BY_FAMILY } from './family-access.ts';
import { accessRefusal, type JudgeContext } from './judge-access.ts';

/** Who writes, when, and under which id. */
export interface AccessRecorder {
  readonly eventId: string;
  readonly requestHash: string;
  readonly recordedAt: Instant;
  readonly by: { readonly actor: string; readonly role: string };
  /** SHA-256 in base64url. */
  readonly hash: (text: string) => string;
}

/** Before the first event of a child's access there is none: version 0, nowhere stored. */
export function noAccess(place: string, personId: string): FamilyAccess {
  return { place, personId, version: 0, events: [] };
}

/**
 * The access with what happened.
 * @throws `invalid` with a pointer, or `conflict`, when it may not be recorded.
 */
export function recordedAccess(
  access: FamilyAccess,
  { facts, on }: { readonly facts: AccessFacts; readonly on: LocalDate },
  recorder: AccessRecorder,
  context: JudgeContext,
): FamilyAccess {
  const refusal = accessRefusal(foldAccess(access.events), facts, on, context);
  if (refusal !== undefined) throw refusal;
  if (access.events.length >= MOST_ACCESS_EVENTS) throw conflict('record-full', 'This record cannot hold any more');
  if (recorder.by.role === 'family' && access.events.length >= MOST_EVENTS_BY_FAMILY)
    throw conflict('too-many-changes', 'This has been changed too often here. Ring the service to change it');
  const { eventId: id, requestHash, recordedAt, by, hash } = recorder;
  const previousHash = access.events.at(-1)?.hash ?? '';
  const event = { id, seq: access.events.length, on, recordedAt, by, requestHash, facts, previousHash };
  const last: AccessEvent = { ...event, hash: hash(canonicalJson(event)) };
  return { ...access, version: access.version + 1, events: [...access.events, last] };
}

/** The hash that an event ought to carry, given everything else in it. */
export function accessEventHash(event: AccessEvent, hash: (text: string) => string): string {
  const { hash: _carried, ...rest } = event;
  return hash(canonicalJson(rest));
}
