import type { RedriveQueues } from '../../shared/application/redrive/redrive.ts';
import { counted } from '../../shared/domain/calendar/weeks.ts';
import { Refused } from '../import/refused.ts';
import type { Verified } from './verify-service.ts';

/**
 * Has everything about those people followed again of whom an event has no copy in the audit: one letter each. Safe to do twice, as following is.
 * @param name of the queue by which publish-changes takes back what it gave up, or a part of it that no other has.
 * @throws Refused when there is not one such queue.
 */
export async function followAgain(
  queues: Pick<RedriveQueues, 'find' | 'send'>,
  name: string,
  findings: Verified['findings'],
): Promise<string> {
  const [queue, ...others] = await queues.find(name);
  if (queue === undefined || others.length > 0)
    throw new Refused(`${others.length === 0 ? 'No' : 'More than one'} queue has '${name}' in its name.`);
  const letters = new Set(
    findings.flatMap(({ fault, about }) =>
      fault === 'not-copied' && about !== undefined ? [JSON.stringify({ followPerson: about })] : [],
    ),
  );
  for (const letter of letters) await queues.send(queue, letter);
  return `${counted(letters.size, 'record')} will be followed again, with all that belongs to it. Verify once more in a while.`;
}
