import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { queueBundle } from '../../../shared/http/events/queue-bundle.ts';
import type { Log } from '../../../shared/http/middleware/log.ts';

const log: Log = { info: () => undefined, error: () => undefined };
const context = { awsRequestId: 'run' } as Context;

const record = (messageId: string, body: string) => ({
  messageId,
  body,
  attributes: { SentTimestamp: '1793620800123' },
});
const event = (bodies: readonly string[]) =>
  ({ Records: bodies.map((body, at) => record(String(at), body)) }) as unknown as SQSEvent;
const good = (name: string) => JSON.stringify({ name });

describe('a batch from a queue', () => {
  it.each([0, 1, 2, 3])('with one that cannot be taken at %i does all the others', async (bad) => {
    for (const poison of ['not json', '{}', good('refused')]) {
      const taken: unknown[] = [];
      const handler = queueBundle(async ({ body }) => {
        const { name } = JSON.parse(body) as { name?: string };
        if (name === undefined || name === 'refused') throw new Error('it cannot be taken');
        taken.push(name);
      }, log);
      const names = ['a', 'b', 'c', 'd'];
      const answer = await handler(event(names.map((name, at) => (at === bad ? poison : good(name)))), context);
      expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: String(bad) }] });
      expect([...taken].sort()).toEqual(names.filter((_, at) => at !== bad));
    }
  });

  it('tells when each came into the queue', async () => {
    const times: string[] = [];
    await queueBundle(async ({ sentAt }) => void times.push(sentAt), log)(event([good('a')]), context);
    expect(times).toEqual(['2026-11-02T12:00:00.123Z']);
  });
});
