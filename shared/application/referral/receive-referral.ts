import * as z from 'zod';
import { type Instant, instantSchema, localDateOf } from '../../domain/calendar/instant.ts';
import { localDateSchema } from '../../domain/calendar/local-date.ts';
import { conflict, isDomainError } from '../../domain/error.ts';
import { queueCodeSchema } from '../../domain/policy/policy.ts';
import { factsSchemaOf } from '../../domain/referral/event.ts';
import { foldReferral } from '../../domain/referral/fold.ts';
import { openReferral } from '../../domain/referral/record.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { authorise, subjectOfRecord } from '../authorise.ts';
import type { Call } from '../call.ts';
import { commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import type { ReferralView } from '../person/person-view.ts';
import { personNotFound } from '../person/read-person.ts';
import { placePolicy, queueOf } from '../policy/place-policy.ts';
import type { PersonRecord } from '../ports/people.ts';
import { entryAndState } from '../queue/queue-entry.ts';
import { recordContextOf } from './referral-context.ts';

/** A referral as it is received. `facts` are those of a receipt, without its kind. */
export const newReferralSchema = z.strictObject({
  queue: queueCodeSchema,
  /** The local day of receipt: the clock starts on it. */
  on: localDateSchema,
  /** The instant of receipt, where known: it orders two referrals of one day. */
  at: instantSchema.optional(),
  facts: factsSchemaOf('received').omit({ kind: true }),
});
export type NewReferral = z.output<typeof newReferralSchema>;

/**
 * Receives a referral of a person into a queue. One person has one open referral in a queue: another receipt is linked to
 * it (`linked-duplicate`), never a second clock.
 * @throws `conflict` `open-referral-exists` with its `referralId`; `invalid`; `not-found` for person or queue; `forbidden`.
 */
export async function receiveReferral(
  deps: Deps,
  call: Call,
  personId: string,
  input: NewReferral,
  key: string,
): Promise<ReferralView> {
  const { place } = call.actor;
  const command = commandIdentity(deps, call, ['receive-referral', personId], key, input);
  const [record, policy] = await Promise.all([deps.people.record(place, personId), placePolicy(deps.policies, place)]);
  if (record === undefined) throw personNotFound();
  const { person } = record;
  const referrals = record.referrals.map(({ referral }) => referral);
  authorise(call, 'referral.receive', subjectOfRecord(record, policy), personNotFound);
  if (person.mergedInto !== null) throw conflict('person-merged', 'This record was merged into another');

  const sentBefore = receivedBefore(referrals, command);
  const context = recordContextOf(call, person, policy, queueOf(policy, input.queue).code);
  if (sentBefore !== undefined) return asReceived(sentBefore, record, call.now, context);

  const inQueue = referrals.filter(({ queue }) => queue === input.queue);
  const open = inQueue.find((one) => foldReferral(one.events, { ...context, asAt: context.today }).state.open);
  if (open !== undefined) throw openExists(open.id);
  // The id follows from how many came before: two receipts at one moment ask for the same id, and one of them gets it.
  const id = deps.ids.derived('referral', place, personId, input.queue, String(inQueue.length));
  const { queue: _queue, facts, ...when } = input;
  const referral = openReferral(
    { id, personId, origin: null, on: when.on, ...(when.at && { at: when.at }), facts: { kind: 'received', ...facts } },
    { ...command, recordedAt: call.now, by: { actor: call.actor.id, role: call.actor.role }, hash: deps.hash },
    context,
  );
  const { entry, state } = entryAndState(referral, person, policy, context.today);
  try {
    await deps.referrals.create(referral, entry);
    return { referral, state };
  } catch (refused) {
    if (!isDomainError(refused, 'conflict')) throw refused;
    const kept = await deps.referrals.get(place, { personId, referralId: id });
    const first = kept === undefined ? undefined : receivedBefore([kept.referral], command);
    if (first === undefined) throw openExists(id);
    return asReceived(first, record, call.now, context);
  }
}

function receivedBefore(referrals: readonly Referral[], command: Parameters<typeof recordedBefore>[1]) {
  return referrals.find(({ events }) => recordedBefore(events.slice(0, 1), command) !== undefined);
}

/** The answer as it was given first: the receipt alone, as at the day it was recorded. */
function asReceived(
  referral: Referral,
  { person }: PersonRecord,
  now: Instant,
  context: ReturnType<typeof recordContextOf>,
): ReferralView {
  const events = referral.events.slice(0, 1);
  const asAt = localDateOf(events[0]?.recordedAt ?? now);
  const { birthDate, flags } = person.details;
  const { state } = foldReferral(events, { ...context, birthDate, flags, asAt });
  return { referral: { ...referral, version: 1, events }, state };
}

function openExists(referralId: string) {
  const title = 'This person already has an open referral in this queue: link the new one to it';
  return conflict('open-referral-exists', title, { referralId });
}
