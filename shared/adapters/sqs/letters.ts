import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** Queues that a function puts letters into, each by its ARN. */
export interface Letters {
  send(queueArn: string, letter: unknown): Promise<void>;
}

/** The queues are asked at the endpoint that the environment names, wherever their addresses lead: on one machine these lead off it. */
export function lettersInSqs(
  client: SQSClient = new SQSClient({ maxAttempts: 3, useQueueUrlAsEndpoint: false }),
): Letters {
  return {
    async send(queueArn, letter) {
      const [, , , region, account, name] = queueArn.split(':');
      const QueueUrl = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
      await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(letter) }));
    },
  };
}
