import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { notes, startSmallApp } from './small-app/running.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startSmallApp();
});
afterAll(() => cloud.close());

const wishing = (wish: string) => ({ rawPath: '/', queryStringParameters: { wish } });
const figures = (label: string) => {
  const found = cloud.functions().find(({ name }) => name.includes(label));
  if (!found) throw new Error(`no function ${label}`);
  return { ...found };
};
const bodyOf = <Body>(answer: unknown) => JSON.parse((answer as { body: string }).body) as Body;
type Variables = Record<string, string>;
type Told = { invocations: number; requestId: string };
const answerName = () => figures('Answer').name;

describe('a function', () => {
  it('has its own environment and nothing of the machine, with the addresses and credentials of its role', async () => {
    const environment = bodyOf<Variables>(await cloud.invoke(answerName(), wishing('environment')));
    expect(environment).toMatchObject({
      PUBLIC_URL: cloud.url,
      ISSUER: cloud.issuer,
      AWS_REGION: 'eu-west-2',
      AWS_LAMBDA_FUNCTION_NAME: answerName(),
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_ENDPOINT_URL_DYNAMODB: cloud.store.endpoint,
    });
    expect(environment['AWS_ENDPOINT_URL_EVENTBRIDGE']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(environment).not.toHaveProperty('PATH');
    expect(environment).not.toHaveProperty('HOME');
    expect(environment['AWS_ACCESS_KEY_ID']).not.toBe(cloud.administrator.credentials.accessKeyId);
  });

  it('keeps its execution environment between invocations, and says how long the cold start took', async () => {
    const first = bodyOf<Told>(await cloud.invoke(answerName(), wishing('')));
    const second = bodyOf<Told>(await cloud.invoke(answerName(), wishing('')));
    expect(second.invocations).toBe(first.invocations + 1);
    expect(second.requestId).not.toBe(first.requestId);
    const { coldStarts } = figures('Answer');
    expect(coldStarts).toHaveLength(1);
    expect(coldStarts[0]?.milliseconds).toBeGreaterThan(0);
  });

  it('runs in up to four execution environments at once, each with one invocation at a time', async () => {
    const began = performance.now();
    const answers = await Promise.all(Array.from({ length: 8 }, () => cloud.invoke(answerName(), wishing('slow'))));
    expect(answers).toHaveLength(8);
    // Two rounds of four, 300 ms each: in a row it would be eight.
    expect(performance.now() - began).toBeGreaterThan(590);
    expect(figures('Answer').coldStarts).toHaveLength(4);
  });

  it('fails with the error it threw', async () => {
    await expect(cloud.invoke(answerName(), wishing('throw'))).rejects.toMatchObject({
      errorType: 'TypeError',
      message: 'as asked',
    });
  });

  it('is cut off at its timeout, and starts afresh', async () => {
    const began = performance.now();
    await expect(cloud.invoke(answerName(), wishing('hang'))).rejects.toMatchObject({
      errorType: 'Sandbox.Timedout',
      message: 'Task timed out after 2.00 seconds',
    });
    expect(performance.now() - began).toBeGreaterThan(1_900);
    expect(await cloud.invoke(answerName(), wishing('plain'))).toEqual({ said: 'no status code' });
  });

  it('fails when it ends its process, and starts afresh', async () => {
    await expect(cloud.invoke(answerName(), wishing('exit'))).rejects.toMatchObject({ errorType: 'Runtime.ExitError' });
    expect(await cloud.invoke(answerName(), wishing('plain'))).toEqual({ said: 'no status code' });
  });

  it('writes its log where a test can read it', async () => {
    await cloud.invoke(answerName(), { rawPath: '/for-the-log' });
    // A line takes its own way out of the worker, and may come after the answer.
    await expect.poll(() => cloud.logs().map(({ line }) => line)).toContain('answered /for-the-log');
  });
});

describe('an asynchronous invocation', () => {
  it('that fails is tried twice more, then goes to the on-failure destination', async () => {
    const { detail } = { detail: { fail: true, word: 'note-it' } };
    const bus = cloud.description.buses.find(({ name }) => name !== 'default');
    const rule = cloud.description.rules.find(({ name }) => name.includes('Hourly'));
    expect(bus && rule).toBeDefined();
    const before = figures('Note');
    await cloud.runSchedule('Hourly');
    await cloud.settled();
    expect((await notes(cloud)).length).toBe(1);
    expect(figures('Note').invocations).toBe(before.invocations + 1);

    const failing = await startSmallApp({
      alter: (description) => ({
        ...description,
        schedules: description.schedules.map((each) => ({ ...each, input: JSON.stringify({ id: 'x', detail }) })),
      }),
    });
    try {
      await failing.runSchedule('Morning');
      await failing.settled();
      const note = failing.functions().find(({ name }) => name.includes('Note'));
      expect(note).toMatchObject({ invocations: 3, errors: 3 });
      const [message, ...more] = failing.queue('Failures');
      expect(more).toEqual([]);
      expect(JSON.parse(message?.body ?? '')).toMatchObject({
        requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
        requestPayload: { id: 'x', detail },
        responsePayload: { errorMessage: 'asked to fail' },
      });
    } finally {
      await failing.close();
    }
  });
});
