import { notFound } from '../../domain/error.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from './place-policy.ts';

/** The policy in force in the caller's place. @throws `forbidden`; `unavailable` `place-not-set-up`. */
export async function readPolicy(deps: Pick<Deps, 'policies'>, call: Call): Promise<Policy> {
  authorise(call, 'policy.read', placeSubject(call.actor.place), placeNotFound);
  return placePolicy(deps.policies, call.actor.place);
}

/** The answer for a place that the caller may not know of. */
export function placeNotFound() {
  return notFound('place-not-found', 'There is no such place');
}
