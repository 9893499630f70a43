import { GetQueueAttributesCommand, type QueueAttributeName, SQSClient } from '@aws-sdk/client-sqs';

/** What a queue holds. */
export interface QueueDepth {
  /** What it is called in the stack. */
  readonly queue: string;
  /** About how many messages it holds, by the attributes that were asked; null when it cannot be asked just now. */
  readonly held: number | null;
}

/**
 * Asks how much queues hold. They are asked at the endpoint that the environment names, wherever their addresses lead: on one machine these
 * lead off it.
 * @param named `Name=URL`, one after another with commas between them; empty where there are none.
 * @param counted which messages count.
 */
export function queueDepths(
  named: string,
  counted: readonly QueueAttributeName[],
  client: SQSClient = new SQSClient({ maxAttempts: 2, useQueueUrlAsEndpoint: false }),
): () => Promise<readonly QueueDepth[]> {
  const queues = named.split(',').filter((one) => one !== '');
  return () =>
    Promise.all(
      queues.map(async (one) => {
        const at = one.indexOf('=');
        const asked = new GetQueueAttributesCommand({ QueueUrl: one.slice(at + 1), AttributeNames: [...counted] });
        // One that cannot be asked hides none of the others.
        const answer = await client.send(asked).catch(() => undefined);
        const counts = counted.map((name) => Number(answer?.Attributes?.[name]));
        const held = counts.reduce((sum, count) => sum + count, 0);
        return { queue: one.slice(0, at), held: Number.isFinite(held) ? held : null };
      }),
    );
}
