/**
 * "Are we still needed?": a family's answer records on the referral that it was asked, as validation of the list asks for. Saying no
 * is a task for a person to confirm, and saying nothing removes nobody (domain.md 9.3).
 */
import * as z from 'zod';
import { localDateOf } from '../../domain/calendar/instant.ts';
import { conflict, type DomainError, invalid, isDomainError } from '../../domain/error.ts';
import { LONGEST_MESSAGE } from '../../domain/family-message/facts.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { recordEvent } from '../../domain/referral/record.ts';
import { commandIdentity, recordedBefore } from '../command.ts';
import type { FamilyDeps } from '../deps.ts';
import { entryAndState } from '../queue/queue-entry.ts';
import { recordContextOf } from '../referral/referral-context.ts';
import { callIn, type FamilyCall } from './family-call.ts';
import { type OpenedChild, readChild } from './read-children.ts';
import { sendFamilyMessage } from './send-message.ts';

export const checkInAnswers = ['still-needed', 'changed', 'not-needed'] as const;

export const checkInSchema = z.strictObject({
  answers: z
    .array(z.strictObject({ referralId: opaqueIdSchema, answer: z.enum(checkInAnswers) }))
    .min(1)
    .max(30),
  /** What has changed, or anything else to say; null where there is nothing. */
  text: z.string().trim().min(1).max(LONGEST_MESSAGE).nullable(),
});
export type CheckIn = z.output<typeof checkInSchema>;

/** Rounds of writing where staff write at the same moment. */
const ROUNDS = 5;

/**
 * Answers for one wait or several. Sent twice with one key, it is answered once.
 * @throws `invalid` `wait-unknown` at the answer, `text-needed` at `/text`; `not-found`; `forbidden` `access-changed`; `conflict` `busy`.
 */
export async function answerCheckIn(
  deps: FamilyDeps,
  call: FamilyCall,
  personId: string,
  { answers, text }: CheckIn,
  key: string,
): Promise<void> {
  const child = await readChild(deps, call, personId, 'family.messages');
  for (const [at, { referralId, answer }] of answers.entries()) {
    if (!child.view.waits.some((wait) => wait.open && wait.referralId === referralId))
      throw refusal(`/answers/${at}/referralId`, 'wait-unknown', 'Choose one of the waits that you see');
    if (answer === 'changed' && text === null) throw refusal('/text', 'text-needed', 'Write what has changed');
  }
  for (const { referralId, answer } of answers) {
    const topic = answer === 'changed' ? 'something-else' : answer;
    // What only confirms the wait needs nobody to read it, unless there are words.
    if (answer !== 'still-needed' || text !== null)
      await sendFamilyMessage(deps, call, personId, { topic, referralId, text }, `${key}-${referralId}`);
    await validated(deps, call, child, { referralId, stillNeeded: answer !== 'not-needed' }, key);
  }
}

async function validated(
  deps: FamilyDeps,
  call: FamilyCall,
  { record: { person }, policy }: OpenedChild,
  { referralId, stillNeeded }: { readonly referralId: string; readonly stillNeeded: boolean },
  key: string,
): Promise<void> {
  const { place, id: personId } = person;
  const inPlace = callIn(place, call);
  const facts = { kind: 'family-contacted', purpose: 'validation', stillNeeded } as const;
  const command = commandIdentity(deps, inPlace, ['answer-check-in', referralId], key, facts);
  const by = { actor: call.account.id, role: 'family' };
  for (let round = 0; round < ROUNDS; round += 1) {
    const kept = await deps.referrals.get(place, { personId, referralId });
    if (kept === undefined || recordedBefore(kept.referral.events, command) !== undefined) return;
    const { referral, entry } = kept;
    const context = recordContextOf(inPlace, person, policy, referral.queue);
    const recorder = { ...command, recordedAt: call.now, by, hash: deps.hash };
    const recorded = recordEvent(referral, { facts, on: localDateOf(call.now) }, recorder, context);
    const next = entryAndState(recorded, person, policy, context.today, entry.alerted);
    try {
      return await deps.referrals.save(recorded, next.entry, referral.version);
    } catch (refused) {
      if (!isDomainError(refused, 'stale')) throw refused;
    }
  }
  throw conflict('busy', 'Somebody else is changing this at the same moment. Send it again');
}

function refusal(pointer: string, code: string, message: string): DomainError {
  return invalid(code, message, [{ pointer, code, message }]);
}
