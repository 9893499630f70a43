import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  paginateListQueues,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { RedriveQueues } from '../../application/redrive/redrive.ts';

/** Messages taken at once: the most that SQS gives. */
const AT_ONCE = 10;
/** Seconds for which what was taken is hidden from others: time enough to send ten. */
const HIDDEN_SECONDS = 120;

/** The queues of the account that the environment's credentials are for. */
export function redriveQueuesInSqs(
  client: SQSClient = new SQSClient({ maxAttempts: 4, useQueueUrlAsEndpoint: false }),
): RedriveQueues {
  return {
    async find(name) {
      const found: string[] = [];
      for await (const { QueueUrls = [] } of paginateListQueues({ client }, {}))
        found.push(...QueueUrls.filter((url) => (url.split('/').at(-1) ?? '').includes(name)));
      return found;
    },

    async waiting(QueueUrl) {
      const asked = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] });
      return Number((await client.send(asked)).Attributes?.['ApproximateNumberOfMessages'] ?? 0);
    },

    async sourceOf(QueueUrl) {
      const { queueUrls = [] } = await client.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl }));
      return queueUrls[0];
    },

    async receive(QueueUrl) {
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: AT_ONCE,
        VisibilityTimeout: HIDDEN_SECONDS,
        WaitTimeSeconds: 2,
      });
      const { Messages = [] } = await client.send(command);
      return Messages.flatMap(({ Body: body, ReceiptHandle: receipt }) =>
        body === undefined || receipt === undefined ? [] : [{ body, receipt }],
      );
    },

    async send(QueueUrl, MessageBody) {
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },

    async remove(QueueUrl, ReceiptHandle) {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    },
  };
}
