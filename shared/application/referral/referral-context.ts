import type { Person } from '../../domain/person/person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { RecordContext } from '../../domain/referral/record-context.ts';
import { type Call, todayOf } from '../call.ts';
import { queueOf } from '../policy/place-policy.ts';

/** What recording on a referral of this person in this queue is judged by. */
export function recordContextOf(call: Call, person: Person, policy: Policy, queue: string): RecordContext {
  const { birthDate, flags, reasonableAdjustments } = person.details;
  return {
    policy,
    queue: queueOf(policy, queue),
    birthDate,
    flags,
    hasAdjustments: reasonableAdjustments.length > 0,
    today: todayOf(call),
  };
}
