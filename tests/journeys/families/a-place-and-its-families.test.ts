/**
 * A place writes to its families and asks them: a notice that each adult is told of once, an event with places to book, questions answered
 * by nobody known. On the whole local cloud, under the functions' own roles.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { aMeeting, aNotice, aQuestionnaire } from '../../http/community-papers.ts';
import { textOf } from '../../pages/sent-form.ts';
import { openRecordedCloud } from '../recorded-cloud.ts';
import { Visitor } from './visitor.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openRecordedCloud({ people: 'families', today: '2026-11-02' });
}, 300_000);
afterAll(() => cloud?.close());

interface Paper {
  readonly id: string;
  readonly version: number;
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came back
async function asked(method: string, path: string, body?: unknown, version?: number): Promise<any> {
  const answer = await fetch(new URL(path, cloud.url), {
    method,
    headers: {
      authorization: `Bearer ${await cloud.token('rosa')}`,
      'content-type': 'application/json',
      ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(300);
  return JSON.parse(text);
}

/** The content editor writes something, and lets families have it. */
async function released(path: string, paper: unknown, how: string, body: unknown = {}): Promise<Paper> {
  const { id, version } = await asked('POST', path, paper);
  return asked('POST', `${path}/${id}/${how}`, body, version);
}

async function minutePassed(): Promise<void> {
  await cloud.settled();
  await cloud.runSchedule('SendMessages');
  await cloud.settled();
}

const news = () => cloud.outbox().filter(({ subject, body }) => `${subject} ${body}`.includes('There is news'));

async function visiting(account: string): Promise<Visitor> {
  const visitor = new Visitor(cloud.url);
  await visitor.signIn(account);
  return visitor;
}

describe('a place and its families', () => {
  it('tells each adult of a change once, and says on their pages what it is', async () => {
    await released('/v1/notices', aNotice({ title: 'Speech clinic moves', queues: ['SALT'] }), 'publish', {
      isSent: true,
    });
    await minutePassed();
    // Texts do not ring before eight: what was kept in the night is sent by the next day.
    cloud.setToday('2026-11-03');
    await minutePassed();
    const told = news();
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told.flatMap(({ to }) => to)).size).toBe(told.length);
    await minutePassed();
    expect(news()).toEqual(told);
    expect(JSON.stringify(told)).not.toMatch(/Speech|SALT|Noah|Hughes/);
    const home = await (await visiting('family-sarah')).get('/family');
    expect(textOf(home)).toContain('Speech clinic moves');
  });

  it('lets a family book, give back and answer, and takes each answer once', async () => {
    const event = await released('/v1/events', aMeeting(), 'open');
    const questions = await released('/v1/questionnaires', aQuestionnaire(), 'open');
    const sarah = await visiting('family-sarah');
    const shown = await sarah.get('/family/have-your-say');
    expect(textOf(shown)).toMatch(/Coffee morning on waiting.*How do we tell you\?/);
    const path = `/family/have-your-say/events/liverpool/${event.id}`;
    const booked = await sarah.send(await sarah.get(path), path, { seats: '2' });
    expect(textOf(booked)).toContain('Coffee morning on waiting');
    expect((await asked('GET', `/v1/events/${event.id}`)).bookings).toMatchObject([{ seats: 2, state: 'booked' }]);
    await sarah.send(await sarah.get(path), `${path}/cancel`, {});
    expect((await asked('GET', `/v1/events/${event.id}`)).bookings).toEqual([]);

    const asking = `/family/have-your-say/questions/liverpool/${questions.id}`;
    const form = await sarah.get(asking);
    const answered = await sarah.send(form, asking, { '0': '1', '1': '4', '2': 'A text now and then' });
    expect(answered.url.search).toBe('?answered=yes');
    expect((await sarah.send(form, asking, { '0': '0' })).url.search).toBe('?answered=before');
  });

  it('tells an adult who waited for a place that it is theirs', async () => {
    const event = await released('/v1/events', aMeeting({ capacity: 2 }), 'open');
    const path = `/family/have-your-say/events/liverpool/${event.id}`;
    const [sarah, farah] = [await visiting('family-sarah'), await visiting('family-farah')];
    await sarah.send(await sarah.get(path), path, { seats: '2' });
    const waits = await farah.send(await farah.get(path), path, { seats: '1' });
    expect(textOf(waits)).toContain('You are on the waiting list for 1 place');
    await sarah.send(await sarah.get(path), `${path}/cancel`, {});
    await minutePassed();
    cloud.setToday('2026-11-04');
    await minutePassed();
    const told = cloud.outbox().filter(({ subject, body }) => `${subject} ${body}`.includes('قائمة الانتظار لفعالية'));
    expect(told.flatMap(({ to }) => to)).toEqual(['+447700900654']);
  });

  it('reads to anybody, without signing in, what helps and what came of answers', async () => {
    const anybody = new Visitor(cloud.url);
    for (const path of ['/family/help/liverpool', '/family/you-said/liverpool', '/family/order/liverpool'])
      expect((await anybody.get(path)).status).toBe(200);
  });

  it('needed no right that the functions do not have', () => {
    expect(cloud.denials()).toEqual([]);
  });
});
