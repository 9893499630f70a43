import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetters } from '../../application/ports/dead-letters.ts';
import { queueDepths } from './queue-depths.ts';

/** The dead-letter queues of the service. @param named as {@link queueDepths} takes them. */
export function deadLettersInSqs(named: string, client?: SQSClient): DeadLetters {
  const depths = queueDepths(named, ['ApproximateNumberOfMessages'], client);
  return { counts: async () => (await depths()).map(({ queue, held }) => ({ queue, waiting: held })) };
}
