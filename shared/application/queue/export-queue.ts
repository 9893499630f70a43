import type { Person } from '../../domain/person/person.ts';
import type { QueuePolicy } from '../../domain/policy/policy.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { recordView } from '../record-view.ts';
import { authorisedQueue, chosenRows, type QueueQuestion } from './list-queue.ts';

/** One row of a queue with all that an extract says of it. */
export interface ExportedReferral {
  readonly referral: Referral;
  readonly person: Person;
  readonly queue: QueuePolicy;
}

/**
 * What a queue shows, whole: every row that the filter keeps, in its order. One view is recorded, with everybody in it.
 * @throws `not-found` `queue-not-found`; `forbidden`.
 */
export async function exportQueue(
  deps: Pick<Deps, 'queues' | 'people' | 'referrals' | 'policies' | 'audit'>,
  call: Call,
  question: Pick<QueueQuestion, 'queue' | 'filter' | 'sort'>,
): Promise<{ readonly records: readonly ExportedReferral[]; readonly complete: boolean }> {
  const { place } = call.actor;
  const policy = await placePolicy(deps.policies, place);
  const queue = authorisedQueue(call, policy, question.queue, 'queue.export');
  const { rows, complete } = await chosenRows(deps, call, question);
  const personIds = rows.map(({ personId }) => personId);
  const [people, kept] = await Promise.all([deps.people.many(place, personIds), deps.referrals.many(place, rows)]);
  await recordView(deps, call, 'queue.export', personIds, queue.code);
  const personOf = new Map(people.map((person) => [person.id, person]));
  const referralOf = new Map(kept.map(({ referral }) => [referral.id, referral]));
  const records = rows.map(({ personId, referralId }) => {
    const person = personOf.get(personId);
    const referral = referralOf.get(referralId);
    // Nothing is ever removed, so a row without its person or referral is a fault, and never a line that goes missing.
    if (person === undefined || referral === undefined) throw new Error(`A row of ${referralId} leads nowhere`);
    return { referral, person, queue };
  });
  return { records, complete };
}
