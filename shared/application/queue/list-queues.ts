import { can } from '../../domain/permission/can.ts';
import type { QueuePolicy } from '../../domain/policy/policy.ts';
import { authorise, placeSubject } from '../authorise.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { placeNotFound } from '../policy/read-policy.ts';

/** A queue, and whether the caller may read its list. */
export interface QueueOffered {
  readonly queue: QueuePolicy;
  readonly mayRead: boolean;
}

/** Every queue of the place, in the order of its policy. @throws `forbidden`. */
export async function listQueues(deps: Pick<Deps, 'policies'>, call: Call): Promise<readonly QueueOffered[]> {
  const { place } = call.actor;
  authorise(call, 'queue.summary', placeSubject(place), placeNotFound);
  const policy = await placePolicy(deps.policies, place);
  return policy.queues.map((queue) => {
    const subject = { place, services: [queue.service], restricted: false };
    return { queue, mayRead: can(call.actor, 'queue.read', subject) === 'allowed' };
  });
}
