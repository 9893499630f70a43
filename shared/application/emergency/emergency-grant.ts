import { type BreakGlass, covers } from '../../domain/permission/break-glass.ts';
import { can, type Subject } from '../../domain/permission/can.ts';
import type { Action } from '../../domain/permission/grants.ts';
import { placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';

/**
 * The emergency access under which the caller may do this to a person, when nothing else allows it.
 * @param subject the person; undefined when there is none: asked all the same, so that "not there" takes as long as "not yours".
 */
export async function emergencyGrant(
  deps: Pick<Deps, 'breakGlasses'>,
  call: Call,
  action: Action,
  personId: string,
  subject: Subject | undefined,
): Promise<BreakGlass | undefined> {
  const { actor, now } = call;
  if (can(actor, 'access.break-glass', placeSubject(actor.place)) !== 'allowed') return undefined;
  if (subject !== undefined && can(actor, action, subject) === 'allowed') return undefined;
  const asked = await deps.breakGlasses.askedBy(actor.place, actor.id);
  return asked.find((access) => covers(access, { place: actor.place, actor: actor.id, personId }, now));
}
