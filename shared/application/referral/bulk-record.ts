import { type DomainError, invalid, isDomainError } from '../../domain/error.ts';
import type { Person } from '../../domain/person/person.ts';
import type { QueuePolicy } from '../../domain/policy/policy.ts';
import type { QueueRow } from '../../domain/queue/queue-row.ts';
import type { ReferralEventFacts } from '../../domain/referral/event.ts';
import { foldReferral } from '../../domain/referral/fold.ts';
import { recordEvent } from '../../domain/referral/record.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { authorise } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy, queueNotFound, queueOf } from '../policy/place-policy.ts';
import type { KeptReferral, ReferralKey } from '../ports/referrals.ts';
import { recordView } from '../record-view.ts';
import { type NewEvent, recordReferralEvent, referralNotFound } from './record-referral-event.ts';
import { recordContextOf } from './referral-context.ts';

/** The most referrals that one bulk change takes. */
export const MOST_AT_ONCE = 200;
/** Referrals worked on at the same time. */
const AT_A_TIME = 8;

/** One referral of a bulk change: what is to happen to it, decided on which version. */
export interface BulkChange {
  readonly key: ReferralKey;
  readonly event: NewEvent;
  readonly seen: number;
}

/** Why one referral cannot be, or was not, changed. `row` is absent where nothing is there. */
export interface BulkRefusal {
  readonly key: ReferralKey;
  readonly row?: QueueRow;
  readonly problem: DomainError;
}

export interface BulkPreview {
  readonly queue: QueuePolicy;
  /** In the order asked. */
  readonly possible: readonly { readonly key: ReferralKey; readonly row: QueueRow; readonly version: number }[];
  readonly refused: readonly BulkRefusal[];
}

export interface BulkReport {
  readonly queue: QueuePolicy;
  /** In the order asked: the event that was recorded, and the version that it made. */
  readonly done: readonly {
    readonly key: ReferralKey;
    readonly row: QueueRow;
    readonly eventId: string;
    readonly version: number;
  }[];
  readonly refused: readonly BulkRefusal[];
}

/**
 * What would become of an event recorded on several referrals of a queue: which would take it, and which would not and why.
 * Nothing is changed. One view is recorded, of everybody it names.
 * @throws `invalid` `too-many-at-once`, `none-chosen`; `not-found` `queue-not-found`; `forbidden`.
 */
export async function previewBulk(
  deps: Deps,
  call: Call,
  code: string,
  keys: readonly ReferralKey[],
  event: NewEvent,
): Promise<BulkPreview> {
  const { policy, queue, kept } = await chosenReferrals(deps, call, code, keys);
  const personIds = [...new Set(keys.map(({ personId }) => personId))];
  const people = await deps.people.many(call.actor.place, personIds);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const possible: BulkPreview['possible'][number][] = [];
  const refused: BulkRefusal[] = [];
  for (const key of keys) {
    const found = kept.get(key.referralId);
    const person = personOf.get(key.personId);
    if (found === undefined || person === undefined) refused.push({ key, problem: referralNotFound() });
    else {
      const { row } = found.entry;
      const problem = refusalOf(deps, call, found.referral, person, policy, event);
      if (problem === undefined) possible.push({ key, row, version: found.referral.version });
      else refused.push({ key, row, problem });
    }
  }
  return { queue, possible, refused };
}

/**
 * Records an event on each of several referrals of a queue, each by a write of its own: one that fails leaves the others
 * done, and is answered with its reason. Sent again with the same key, what was done stays done once, and is answered alike.
 * A store that cannot be reached refuses the referral it was asked for; anything unforeseen is thrown.
 * @throws as {@link previewBulk}.
 */
export async function bulkRecord(
  deps: Deps,
  call: Call,
  code: string,
  changes: readonly BulkChange[],
  idempotencyKey: string,
): Promise<BulkReport> {
  // Read before anything is written: without names there would be a change and no report of it.
  const { queue, kept } = await chosenReferrals(
    deps,
    call,
    code,
    changes.map(({ key }) => key),
  );
  const done: (BulkReport['done'][number] | undefined)[] = [];
  const refused: (BulkRefusal | undefined)[] = [];
  await eachBounded(changes, async ({ key, event, seen }, at) => {
    const row = kept.get(key.referralId)?.entry.row;
    try {
      if (row === undefined) throw referralNotFound();
      const { referral } = await recordReferralEvent(deps, call, key, event, seen, idempotencyKey);
      const eventId = referral.events.at(-1)?.id ?? '';
      done[at] = { key, row, eventId, version: referral.version };
    } catch (problem) {
      if (!isDomainError(problem)) throw problem;
      refused[at] = { key, problem, ...(row === undefined ? {} : { row }) };
    }
  });
  return { queue, done: done.filter(isThere), refused: refused.filter(isThere) };
}

/** The referrals asked for that are in the queue, by their ids. The caller may record on that queue's referrals. */
async function chosenReferrals(deps: Deps, call: Call, code: string, keys: readonly ReferralKey[]) {
  const { place } = call.actor;
  if (keys.length === 0) throw invalid('none-chosen', 'Choose at least one person');
  if (keys.length > MOST_AT_ONCE)
    throw invalid('too-many-at-once', `Choose at most ${MOST_AT_ONCE} people at a time`, [], { most: MOST_AT_ONCE });
  const policy = await placePolicy(deps.policies, place);
  const queue = queueOf(policy, code);
  authorise(call, 'referral.record', { place, services: [queue.service], restricted: false }, queueNotFound);
  const all = await deps.referrals.many(place, keys);
  const inQueue = all.filter(({ referral }) => referral.queue === queue.code);
  await recordView(
    deps,
    call,
    'queue.read',
    inQueue.map(({ referral }) => referral.personId),
    queue.code,
  );
  return { policy, queue, kept: new Map<string, KeptReferral>(inQueue.map((one) => [one.referral.id, one])) };
}

/** Why a referral would not take an event, found by trying it without keeping the result; undefined when it would. */
function refusalOf(
  deps: Deps,
  call: Call,
  referral: Referral,
  person: Person,
  policy: Parameters<typeof recordContextOf>[2],
  { facts, on, at }: NewEvent,
): DomainError | undefined {
  const context = recordContextOf(call, person, policy, referral.queue);
  const { state } = foldReferral(referral.events, { ...context, asAt: todayOf(call) });
  const nothingNew = alreadySo(state, facts, on);
  if (nothingNew !== undefined) return nothingNew;
  const { id: actor, role } = call.actor;
  const recorder = { eventId: deps.ids.fresh(), recordedAt: call.now, by: { actor, role }, hash: deps.hash };
  try {
    recordEvent(referral, { facts, on, ...(at && { at }) }, recorder, context);
    return undefined;
  } catch (problem) {
    if (!isDomainError(problem)) throw problem;
    return problem;
  }
}

/** An event that would say again what the record says already: it would only lengthen the history. */
function alreadySo(state: ReferralState, facts: ReferralEventFacts, on: string): DomainError | undefined {
  if (facts.kind === 'assigned' && state.assignedTo === facts.to)
    return invalid('already-assigned', 'Already assigned to this person');
  if (facts.kind === 'family-contacted' && facts.purpose === 'validation' && state.lastValidatedOn === on)
    return invalid('already-validated', 'This contact is recorded for that day already');
  return undefined;
}

/** Works through a list, several at a time and never more. The first failure stops what has not begun. */
async function eachBounded<T>(list: readonly T[], work: (one: T, at: number) => Promise<void>): Promise<void> {
  const waiting = list.entries();
  await Promise.all(
    Array.from({ length: Math.min(AT_A_TIME, list.length) }, async () => {
      for (const [at, one] of waiting) await work(one, at);
    }),
  );
}

function isThere<T>(one: T | undefined): one is T {
  return one !== undefined;
}
