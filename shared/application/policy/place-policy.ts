import { notFound, unavailable } from '../../domain/error.ts';
import { initialPolicies } from '../../domain/policy/places/places.ts';
import type { Policy, QueuePolicy } from '../../domain/policy/policy.ts';
import type { Policies } from '../ports/policies.ts';

/**
 * The policy in force in a place: the last one saved, or the one the service is set up with until the first is saved.
 * @throws `unavailable` `place-not-set-up` when there is neither.
 */
export async function placePolicy(policies: Pick<Policies, 'current'>, place: string): Promise<Policy> {
  const policy = (await policies.current(place)) ?? initialPolicies.get(place);
  if (policy === undefined) throw unavailable('place-not-set-up', 'This place has not been set up');
  return policy;
}

/** A queue of a policy. @throws `not-found` `queue-not-found`. */
export function queueOf(policy: Policy, code: string): QueuePolicy {
  const queue = policy.queues.find((one) => one.code === code);
  if (queue === undefined) throw queueNotFound();
  return queue;
}

/** The answer for a queue that is not there. */
export function queueNotFound() {
  return notFound('queue-not-found', 'There is no such queue');
}
