import type { QueuePolicy } from '../../domain/policy/policy.ts';
import type { QueueRow } from '../../domain/queue/queue-row.ts';
import type { Call } from '../call.ts';
import type { Deps } from '../deps.ts';
import { placePolicy } from '../policy/place-policy.ts';
import { recordView } from '../record-view.ts';
import { authorisedQueue, chosenRows, type QueueQuestion } from './list-queue.ts';

/** All rows of a queue that a filter keeps, up to a number; how many there are; and whether the whole list was looked at. */
export interface WholeQueue {
  readonly queue: QueuePolicy;
  readonly rows: readonly QueueRow[];
  readonly total: number;
  readonly complete: boolean;
}

/**
 * What a queue shows, on one sheet instead of a page at a time. One view is recorded, with everybody shown in it.
 * @param most rows at the most; `total` says how many there are.
 * @throws `not-found` `queue-not-found`; `forbidden`.
 */
export async function wholeQueue(
  deps: Pick<Deps, 'queues' | 'policies' | 'audit'>,
  call: Call,
  question: Pick<QueueQuestion, 'queue' | 'filter' | 'sort'>,
  most: number,
): Promise<WholeQueue> {
  const policy = await placePolicy(deps.policies, call.actor.place);
  const queue = authorisedQueue(call, policy, question.queue, 'queue.read');
  const { rows, complete } = await chosenRows(deps, call, question);
  const shown = rows.slice(0, most);
  await recordView(
    deps,
    call,
    'queue.read',
    shown.map(({ personId }) => personId),
    queue.code,
  );
  return { queue, rows: shown, total: rows.length, complete };
}
