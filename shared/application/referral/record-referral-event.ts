import * as z from 'zod';
import { instantSchema, localDateOf } from '../../domain/calendar/instant.ts';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { type DomainError, isDomainError, notFound } from '../../domain/error.ts';
import type { Subject } from '../../domain/permission/can.ts';
import type { Action } from '../../domain/permission/grants.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { type ReferralEventKind, referralEventFactsSchema } from '../../domain/referral/event.ts';
import { recordEvent } from '../../domain/referral/record.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { authorise } from '../authorise.ts';
import type { Call } from '../call.ts';
import { changedSince } from '../changed-since.ts';
import { type CommandIdentity, commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { type ReferralView, referralView } from '../person/person-view.ts';
import { placePolicy } from '../policy/place-policy.ts';
import type { ReferralKey } from '../ports/referrals.ts';
import { entryAndState } from '../queue/queue-entry.ts';
import { versionsOf } from '../versions.ts';
import { recordContextOf } from './referral-context.ts';

/** What happened to a referral, as a caller says it. */
export const newEventSchema = z.strictObject({
  facts: referralEventFactsSchema,
  /** The local day it concerns. */
  on: localDateSchema,
  /** The instant, where known; on that day. */
  at: instantSchema.optional(),
});
export type NewEvent = z.output<typeof newEventSchema>;

/** Recording these needs more than recording anything else does. */
const actionsOfKinds: Readonly<Partial<Record<ReferralEventKind, Action>>> = { retiered: 'referral.retier' };

/**
 * Records any event of a referral: one conditional write. Sent twice with one key, it is recorded once, and answered as it
 * was answered first.
 * @param seen the version that the caller decided on.
 * @throws `stale` `changed-since` with what changed; `invalid` with a pointer when the event does not fit; `conflict`; `not-found`; `forbidden`.
 */
export async function recordReferralEvent(
  deps: Deps,
  call: Call,
  key: ReferralKey,
  input: NewEvent,
  seen: number,
  idempotencyKey: string,
): Promise<ReferralView> {
  const { place } = call.actor;
  const command = commandIdentity(deps, call, ['record-referral-event', key.referralId], idempotencyKey, input);
  const [person, kept, policy] = await Promise.all([
    deps.people.get(place, key.personId),
    deps.referrals.get(place, key),
    placePolicy(deps.policies, place),
  ]);
  if (person === undefined || kept === undefined) throw referralNotFound();
  const { referral } = kept;
  const subject = referralSubject(referral, person.details.flags.includes('restricted'), policy);
  authorise(call, actionsOfKinds[input.facts.kind] ?? 'referral.record', subject, referralNotFound);
  const before = asRecorded(referral, command, person, policy);
  if (before !== undefined) return before;
  if (referral.version !== seen) throw referralChangedSince(referral, seen);

  const context = recordContextOf(call, person, policy, referral.queue);
  const by = { actor: call.actor.id, role: call.actor.role };
  const recorder = { ...command, recordedAt: call.now, by, hash: deps.hash };
  const { facts, on, at } = input;
  const recorded = recordEvent(referral, { facts, on, ...(at && { at }) }, recorder, context);
  const { entry, state } = entryAndState(recorded, person, policy, context.today, kept.entry.alerted);
  try {
    await deps.referrals.save(recorded, entry, seen);
    return { referral: recorded, state };
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    // Another writer was first; or this command was, and the answer of its write was lost on the way.
    const current = await deps.referrals.get(place, key);
    if (current === undefined) throw referralNotFound();
    const after = asRecorded(current.referral, command, person, policy);
    if (after !== undefined) return after;
    throw referralChangedSince(current.referral, seen);
  }
}

/** A referral as a subject: it belongs to the service of its queue. */
export function referralSubject(referral: Referral, restricted: boolean, policy: Policy): Subject {
  const services = policy.queues.filter(({ code }) => code === referral.queue).map(({ service }) => service);
  return { place: referral.place, services, restricted };
}

/** The answer for a referral that is not there, and for one that the caller may not know of. */
export function referralNotFound(): DomainError {
  return notFound('referral-not-found', 'There is no such referral');
}

/** The referral as this command left it, when it was sent before: up to its event, as at the day it was recorded. */
function asRecorded(
  referral: Referral,
  command: CommandIdentity,
  person: Person,
  policy: Policy,
): ReferralView | undefined {
  const found = recordedBefore(referral.events, command);
  if (found === undefined) return undefined;
  const version = versionsOf(referral)[found.at] ?? referral.version;
  const events = referral.events.slice(0, found.at + 1);
  return referralView({ ...referral, version, events }, person, policy, localDateOf(found.event.recordedAt));
}

function referralChangedSince(referral: Referral, seen: number) {
  return changedSince('This referral has been changed since you read it', referral, seen, ({ facts, on }) => ({
    kind: facts.kind,
    on,
  }));
}
