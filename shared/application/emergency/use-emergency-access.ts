import { askOf, type BreakGlass, covers } from '../../domain/permission/break-glass.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { personNotFound } from '../person/read-person.ts';
import { emergencyAccessNotFound } from './ask-emergency-access.ts';

/** One of the caller's own emergency accesses. @throws `not-found` `emergency-access-not-found`; `forbidden`. */
export async function ownEmergencyAccess(
  deps: Pick<Deps, 'breakGlasses'>,
  call: Call,
  id: string,
): Promise<BreakGlass> {
  const { place, id: actor } = call.actor;
  authorise(call, 'access.break-glass', placeSubject(place), emergencyAccessNotFound);
  const access = await deps.breakGlasses.get(place, actor, id);
  if (access === undefined) throw emergencyAccessNotFound();
  return access;
}

/**
 * The id of the person whom an emergency access is for: here, and not before, the caller learns whether there is a record.
 * @throws `not-found` `emergency-access-not-found`, or `person-not-found` when nobody has the number or the time is over.
 */
export async function useEmergencyAccess(deps: Pick<Deps, 'breakGlasses'>, call: Call, id: string): Promise<string> {
  const access = await ownEmergencyAccess(deps, call, id);
  const { personId } = askOf(access);
  const { place, id: actor } = call.actor;
  if (personId === null || !covers(access, { place, actor, personId }, call.now)) throw personNotFound();
  return personId;
}
