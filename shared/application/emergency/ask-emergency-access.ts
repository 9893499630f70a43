import * as z from 'zod';
import { isDomainError, notFound } from '../../domain/error.ts';
import { askedBreakGlass, type BreakGlass, breakGlassReasonSchema } from '../../domain/permission/break-glass.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import { commandIdentity, recordedBefore } from '../command.ts';
import type { Deps } from '../deps.ts';
import { nhsNumberIn } from '../person/find-people.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { breakGlassRules } from './rules.ts';

/** Whose record is needed, and why. */
export const emergencyRequestSchema = z.strictObject({
  nhsNumber: z.string().trim().min(1).max(30),
  reason: breakGlassReasonSchema,
});
export type EmergencyRequest = z.output<typeof emergencyRequestSchema>;

/**
 * Gives the caller emergency access to the record of an NHS number, at once. The answer is the same whether there is such a
 * record, whether it is restricted and whether the caller could see it anyhow: only using it tells. Sent twice with one
 * key, it is asked for once.
 * @throws `invalid` for a number that cannot be one, or a reason that is none; `forbidden`.
 */
export async function askEmergencyAccess(
  deps: Pick<Deps, 'breakGlasses' | 'personNumbers' | 'people' | 'policies' | 'ids' | 'hash' | 'stage'>,
  call: Call,
  input: EmergencyRequest,
  key: string,
): Promise<BreakGlass> {
  const { place, id: actor, role } = call.actor;
  authorise(call, 'access.break-glass', placeSubject(place), emergencyAccessNotFound);
  const nhsNumber = nhsNumberIn(input.nhsNumber, deps.stage);
  const command = commandIdentity(deps, call, ['ask-emergency-access'], key, { ...input, nhsNumber });
  const id = deps.ids.derived('emergency-access', command.eventId);
  const [claim, policy] = await Promise.all([
    deps.personNumbers.find(place, 'nhs-number', nhsNumber),
    placePolicy(deps.policies, place),
  ]);
  // A number that nobody has takes as many requests as one that somebody has: the time of the answer tells nothing either.
  const person = await deps.people.get(place, claim?.personId ?? id);
  const personId = person?.details.nhsNumber === nhsNumber ? person.id : null;
  const recorder = { ...command, recordedAt: call.now, by: { actor, role }, hash: deps.hash };
  const access = askedBreakGlass({ id, place, personId, reason: input.reason }, recorder, breakGlassRules(policy));
  try {
    await deps.breakGlasses.create(access);
    return access;
  } catch (refused) {
    if (!isDomainError(refused, 'conflict')) throw refused;
    const kept = await deps.breakGlasses.get(place, actor, id);
    if (kept !== undefined && recordedBefore(kept.events, command) !== undefined) return kept;
    throw refused;
  }
}

/** The answer for an emergency access that is not there, and for one of somebody else. */
export function emergencyAccessNotFound() {
  return notFound('emergency-access-not-found', 'There is no such emergency access');
}
