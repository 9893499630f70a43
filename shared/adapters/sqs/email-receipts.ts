import type { SQSClient } from '@aws-sdk/client-sqs';
import type { EmailReceipts } from '../../application/ports/email-receipts.ts';
import { queueDepths } from './queue-depths.ts';

/** Also what a function has in hand, and what goes out later: it is not recorded yet. */
const COUNTED = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
] as const;

/**
 * Receipts on their way, by the queue that they come through and the one that those are set aside in which could not be recorded. The counts
 * are a minute behind at most: an e-mail in doubt waits for longer.
 * @param named as {@link queueDepths} takes them.
 */
export function emailReceiptsInSqs(named: string, client?: SQSClient): EmailReceipts {
  const depths = queueDepths(named, COUNTED, client);
  return { areAllRecorded: async () => (await depths()).every(({ held }) => held === 0) };
}
