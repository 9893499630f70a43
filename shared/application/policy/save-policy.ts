import { conflict, type Issue, invalid, isDomainError, stale } from '../../domain/error.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { canonicalJson } from '../../domain/referral/canonical-json.ts';
import { authorise, placeSubject } from '../authorise.ts';
import { type Call, todayOf } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from './place-policy.ts';
import { placeNotFound } from './read-policy.ts';

/** A policy as it is sent: its version is the store's to give. */
export type PolicyDocument = Omit<Policy, 'version'>;

/**
 * Puts a new version of the place's policy in force. Earlier versions are kept. A queue that was ever there stays: people
 * may be on it, and their waits must be told.
 * @param seen the version that the caller decided on.
 * @throws `stale` `changed-since`; `invalid` `policy`; `conflict` `nothing-changed`; `forbidden`.
 */
export async function savePolicy(deps: Deps, call: Call, document: PolicyDocument, seen: number): Promise<Policy> {
  const { place } = call.actor;
  authorise(call, 'policy.change', placeSubject(place), placeNotFound);
  const current = await placePolicy(deps.policies, place);
  if (current.version !== seen) throw policyChangedSince(current.version);
  const policy: Policy = { ...document, version: current.version + 1 };
  check(policy, current, call);
  if (canonicalJson({ ...policy, version: current.version }) === canonicalJson(current)) {
    throw conflict('nothing-changed', 'This changes nothing');
  }
  try {
    await deps.policies.save(policy);
    return policy;
  } catch (refused) {
    if (!isDomainError(refused, 'stale')) throw refused;
    const after = await placePolicy(deps.policies, place);
    if (canonicalJson(after) === canonicalJson(policy)) return after;
    throw policyChangedSince(after.version);
  }
}

function check(policy: Policy, current: Policy, call: Call): void {
  const issues: Issue[] = [];
  const fault = (pointer: string, code: string, message: string) => issues.push({ pointer, code, message });
  if (policy.place.id !== current.place.id) fault('/place/id', 'place-fixed', 'A place keeps its id');
  if (policy.effectiveFrom > todayOf(call)) {
    fault('/effectiveFrom', 'date-in-future', 'A policy is in force as soon as it is saved');
  }
  const codes = policy.queues.map(({ code }) => code);
  for (const { code } of current.queues) {
    if (!codes.includes(code)) fault('/queues', 'queue-missing', `The queue ${code} cannot be left out`);
  }
  for (const [index, queue] of policy.queues.entries()) {
    const before = current.queues.find(({ code }) => code === queue.code);
    if (before !== undefined && before.service !== queue.service) {
      fault(`/queues/${index}/service`, 'service-fixed', 'A queue stays with its service');
    }
  }
  if (issues.length > 0) throw invalid('policy', 'Check the policy', issues);
}

function policyChangedSince(currentVersion: number) {
  return stale('changed-since', 'The policy has been changed since you read it', { currentVersion });
}
