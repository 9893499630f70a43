/**
 * The whole of `npm start` is killed while programs write, again and again. Whoever had an answer finds what they wrote; whoever
 * had none sends the same once more; and every referral stands on its list exactly once.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, type StartedService, startService } from './started-service.ts';

const TODAY = '2026-03-09';
const KILLS = 3;
const WRITERS = 4;
/** Referrals received before each kill. */
const ENOUGH = 12;

/** One child and their referral, under keys that stay theirs however often they are sent. */
interface Work {
  readonly personKey: string;
  readonly referralKey: string;
  readonly name: string;
  /** Path of the referral, as it was first answered. */
  referral?: string;
}

let directory: string;
let port: string;
let service: StartedService | undefined;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'killed-service-'));
  port = String(await freePort());
});
afterAll(async () => {
  service?.child.kill('SIGKILL');
  await service?.ended;
  await rm(directory, { recursive: true, force: true });
});

/** Starts it on the same data and signs the machine client in. */
async function started(): Promise<string> {
  service = startService('--port', port, '--data', directory, '--empty', '--today', TODAY);
  const output = await service.said('Ctrl-C stops everything.');
  const printed = (what: RegExp) => what.exec(output)?.[1] ?? '';
  const client = `${printed(/client id +(\S+)/)}:${printed(/client secret +(\S+)/)}`;
  const issuer = printed(/Identity provider {2}(\S+)/);
  const scope = printed(/scope=([^']+)'/);
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(client).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  return token;
}

async function asked(token: string, path: string, key?: string, body?: unknown) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: key === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

/** @throws TypeError when nobody answers any more */
async function send(token: string, work: Work): Promise<void> {
  const who = { familyName: work.name, givenName: 'Ada', birthDate: '2018-10-16', noNhsNumberReason: 'not-known' };
  const person = await asked(token, '/v1/people', work.personKey, who);
  const path = `/v1/people/${person.id}/referrals`;
  const what = { queue: 'SALT', on: TODAY, facts: { source: 'gp', tier: 'routine' } };
  const received = await asked(token, path, work.referralKey, what);
  const referral = `${path}/${received.id}`;
  expect(work.referral ?? referral, 'sent again it is answered as before').toBe(referral);
  work.referral = referral;
}

async function everyRow(token: string): Promise<string[]> {
  const rows: string[] = [];
  let cursor = '';
  do {
    const page = await asked(token, `/v1/queues/SALT/referrals?limit=200${cursor}`);
    for (const { personId, referralId } of page.rows) rows.push(`/v1/people/${personId}/referrals/${referralId}`);
    cursor = page.next === undefined || page.next === null ? '' : `&cursor=${encodeURIComponent(page.next)}`;
  } while (cursor !== '');
  return rows;
}

it('loses nothing that was answered, doubles nothing that was sent again, and drops nobody from a list', async () => {
  const all: Work[] = [];
  const answered = () => all.filter(({ referral }) => referral !== undefined);

  for (let kill = 0; kill < KILLS; kill += 1) {
    const token = await started();
    const unanswered = all.filter(({ referral }) => referral === undefined);
    await Promise.all(unanswered.map((work) => send(token, work)));
    const until = answered().length + ENOUGH;
    const writers = Array.from({ length: WRITERS }, async () => {
      for (;;) {
        const work: Work = {
          personKey: crypto.randomUUID(),
          referralKey: crypto.randomUUID(),
          name: `Writer${'abcdefghijklmnopqrstuvwxyz'[all.length % 26]}`,
        };
        all.push(work);
        await send(token, work);
      }
    });
    const stopped = Promise.allSettled(writers);
    while (answered().length < until && service?.child.exitCode === null) await pause(5);
    service?.child.kill('SIGKILL');
    await service?.ended;
    for (const outcome of await stopped) {
      // Cut off in the middle, and nothing else: no answer of the service was an error.
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) });
    }
  }

  const token = await started();
  const kept = answered().map(({ referral }) => referral);
  expect(kept.length).toBeGreaterThanOrEqual(KILLS * ENOUGH);
  expect(await everyRow(token), 'what was answered').toEqual(expect.arrayContaining(kept));
  for (const work of all) await send(token, work);
  expect((await everyRow(token)).toSorted()).toEqual(all.map(({ referral }) => referral).toSorted());
  await Promise.all(kept.map((path = '') => asked(token, path)));
  service?.child.kill('SIGINT');
  expect(await service?.ended).toBe(0);
}, 300_000);
