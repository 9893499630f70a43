import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DeadLetters } from '../../application/ports/dead-letters.ts';

/**
 * The dead-letter queues of the service. They are asked at the endpoint that the environment names, wherever their addresses lead: on one
 * machine these lead off it.
 * @param named `Name=URL`, one after another with commas between them; empty where there are none.
 */
export function deadLettersInSqs(
  named: string,
  client: SQSClient = new SQSClient({ maxAttempts: 2, useQueueUrlAsEndpoint: false }),
): DeadLetters {
  const queues = named.split(',').filter((one) => one !== '');
  return {
    counts: () =>
      Promise.all(
        queues.map(async (one) => {
          const at = one.indexOf('=');
          const queue = one.slice(0, at);
          const QueueUrl = one.slice(at + 1);
          const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] });
          // One that cannot be asked hides none of the others.
          const answer = await client.send(asked).catch(() => undefined);
          const waiting = Number(answer?.Attributes?.['ApproximateNumberOfMessages']);
          return { queue, waiting: Number.isFinite(waiting) ? waiting : null };
        }),
      ),
  };
}
