import type { Policy } from '../../domain/policy/policy.ts';
import type { QueueRow } from '../../domain/queue/queue-row.ts';
import type { Deps } from '../deps.ts';
import type { QueueList } from '../ports/referrals.ts';

/** Every row of these lists of all queues of a place. */
export async function rowsOfPlace(
  deps: Pick<Deps, 'queues'>,
  policy: Policy,
  lists: readonly QueueList[],
): Promise<readonly QueueRow[]> {
  const rows: QueueRow[] = [];
  for (const { code } of policy.queues) {
    for (const list of lists) {
      for await (const page of deps.queues.each(policy.place.id, code, list)) rows.push(...page);
    }
  }
  return rows;
}
