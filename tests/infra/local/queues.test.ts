import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { QueueConsumer } from '../../../infra/local/queues/queue-consumer.ts';
import { Queues } from '../../../infra/local/queues/queues.ts';
import { WorkInHand } from '../../../infra/local/work-in-hand.ts';

const queue = (name: string, redrive?: { arn: string; after: number }) => ({
  name,
  arn: `arn:aws:sqs:eu-west-2:000000000000:${name}`,
  url: `https://sqs.eu-west-2.amazonaws.com/000000000000/${name}`,
  visibility: 30,
  redrive,
  senders: [],
});
const dead = queue('dead');
const work = queue('work', { arn: dead.arn, after: 3 });

/** Two queues, and a consumer of the first that does as `answer` says. */
function consumed(
  answer: (bodies: readonly string[], event: SQSEvent) => unknown,
  { partial = true, now = () => Date.parse('2026-03-09T06:00:00Z') } = {},
) {
  const queues = new Queues([work, dead], now);
  const inHand = new WorkInHand({ first: 1, last: 1 });
  const batches: string[][] = [];
  const subscription = {
    sourceArn: work.arn,
    functionArn: 'arn:function',
    batchSize: 3,
    bisect: false,
    partial,
    retries: 0,
    maximumAge: Number.POSITIVE_INFINITY,
    parallel: 1,
    onFailure: undefined,
  };
  const invoke = async (event: SQSEvent) => {
    const bodies = event.Records.map(({ body }) => body);
    batches.push(bodies);
    return answer(bodies, event);
  };
  new QueueConsumer(subscription, queues, invoke, inHand);
  return { queues, batches, settled: () => inHand.settled() };
}

const send = (queues: Queues, ...bodies: string[]) => {
  for (const body of bodies) queues.send(work.url, body, { kind: 'test' });
};

describe('a queue that a function follows', () => {
  it('hands messages over in batches, each once', async () => {
    const { queues, batches, settled } = consumed(() => undefined);
    send(queues, 'a', 'b', 'c', 'd');
    await settled();
    expect(batches).toEqual([['a', 'b', 'c'], ['d']]);
    expect(queues.waiting('work')).toEqual([]);
    send(queues, 'e');
    await settled();
    expect(batches.at(-1)).toEqual(['e']);
  });

  it('hands over again only what the function failed on, then sets it aside with its attributes', async () => {
    const { queues, batches, settled } = consumed((_, event) => ({
      batchItemFailures: event.Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    }));
    send(queues, 'good', 'bad');
    await settled();
    expect(batches).toEqual([['good', 'bad'], ['bad'], ['bad']]);
    expect(queues.waiting('dead')).toEqual([
      expect.objectContaining({
        body: 'bad',
        attributes: { kind: 'test' },
        sentAt: Date.parse('2026-03-09T06:00:00Z'),
      }),
    ]);
  });

  it('hands the whole batch over again when the function throws', async () => {
    let times = 0;
    const { queues, batches, settled } = consumed(() => {
      times += 1;
      if (times === 1) throw new Error('once');
    });
    send(queues, 'a', 'b');
    await settled();
    expect(batches).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(queues.waiting('dead')).toEqual([]);
  });
});

describe('a queue that people take from', () => {
  it('sets aside what was received as often as it lets, when nobody has it any more; a clock set back hides nothing', () => {
    let now = Date.parse('2026-03-09T06:00:00Z');
    const queues = new Queues([work, dead], () => now);
    queues.send(work.arn, 'never removed', { kind: 'test' });
    const { sentAt } = queues.waiting('work')[0] ?? {};
    now -= 1_000;
    for (let time = 1; time <= 3; time += 1) {
      const [one] = queues.receive(work, 10, 1_000);
      expect([one?.body, one?.receives]).toEqual(['never removed', time]);
      expect([queues.waiting('work').length, queues.hidden(work)]).toEqual([0, 1]);
      now += 1_000;
    }
    expect(queues.receive(work, 10, 1_000)).toEqual([]);
    expect(queues.waiting('dead')).toEqual([
      expect.objectContaining({ body: 'never removed', attributes: { kind: 'test' }, sentAt }),
    ]);
  });

  it('tells its function of what somebody took and did not remove', async () => {
    const { queues, batches, settled } = consumed(() => undefined, { now: Date.now });
    queues.send(work.arn, 'taken');
    const [taken] = queues.receive(work, 1, 50);
    expect(taken?.body).toBe('taken');
    await settled();
    expect(batches).toEqual([]);
    await vi.waitFor(() => expect(batches).toEqual([['taken']]));
  });
});
