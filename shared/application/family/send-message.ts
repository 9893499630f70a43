import * as z from 'zod';
import { type DomainError, invalid } from '../../domain/error.ts';
import {
  isAboutAppointment,
  isAboutRights,
  LONGEST_MESSAGE,
  type MessageTopic,
  messageTopics,
} from '../../domain/family-message/facts.ts';
import { opaqueIdSchema } from '../../domain/identifiers/opaque-id.ts';
import { queueOf } from '../policy/place-policy.ts';
import type { FamilyCall } from './family-call.ts';
import { type OpenedChild, readChild } from './read-children.ts';
import { type SayingDeps, sayAnew } from './say.ts';

/** What somebody of a family writes. */
export const familyMessageInputSchema = z.strictObject({
  topic: z.enum(messageTopics),
  /** The wait it is about; null where it is about the child. */
  referralId: opaqueIdSchema.nullable(),
  text: z.string().trim().min(1).max(LONGEST_MESSAGE).nullable(),
});
export type FamilyMessageInput = z.output<typeof familyMessageInputSchema>;

/**
 * Sends a message to the team that it is for. Sent twice with one key, it is sent once.
 * @returns its id.
 * @throws `invalid` `wait-unknown`, `no-appointment`, `text-needed`; `not-found` `child-not-found`; `forbidden` `access-changed`.
 */
export async function sendFamilyMessage(
  deps: SayingDeps,
  call: FamilyCall,
  personId: string,
  { topic, referralId, text }: FamilyMessageInput,
  key: string,
): Promise<string> {
  const child = await readChild(deps, call, personId, 'family.messages');
  const wait = child.view.waits.find((one) => one.referralId === referralId);
  if (referralId !== null && wait === undefined)
    throw refusal('/referralId', 'wait-unknown', 'Choose one of the waits that you see');
  const appointmentOn = wait?.appointment?.on;
  if (isAboutAppointment(topic) && appointmentOn === undefined)
    throw refusal('/referralId', 'no-appointment', 'There is no appointment to change');
  const facts = {
    kind: 'sent' as const,
    topic,
    referralId,
    text,
    service: serviceFor(child, topic, wait?.queue ?? child.view.waits.find(({ open }) => open)?.queue),
    grantId: child.context.grant.id,
    ...(isAboutAppointment(topic) && appointmentOn !== undefined ? { appointmentOn } : {}),
  };
  return sayAnew(deps, call, child, { kind: 'family-message', facts }, key);
}

/** The team of the wait; whoever answers for the place where it is about rights, or about no wait. */
function serviceFor({ policy }: OpenedChild, topic: MessageTopic, queue: string | undefined): string {
  return isAboutRights(topic) || queue === undefined
    ? policy.familyMessages.rightsService
    : queueOf(policy, queue).service;
}

function refusal(pointer: string, code: string, message: string): DomainError {
  return invalid(code, message, [{ pointer, code, message }]);
}
