/**
 * Functions fail until they give up: one that follows changes, one that runs on a schedule, one that chooses who is told. Days later an
 * operator puts back what was set aside, by the command and as a process of its own, and everything that was due is done, once.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { journey, WorkingService } from '../working-service.ts';

const COMMANDS = new URL('../../../cli/', import.meta.url);
const RECEIVED = localDate('2026-01-05'); // a Monday
/** Days of waiting after which a team is first told. */
const AMBER = 95;
const dayOf = (waited: number) => addDays(RECEIVED, waited);
const SEEN = { kind: 'contact', mechanism: 'video', parentOnly: false };
const VALIDATED = { kind: 'family-contacted', purpose: 'validation', stillNeeded: true };

let service: WorkingService;
beforeAll(async () => {
  service = await WorkingService.open({ today: RECEIVED });
}, journey.timeout);
afterAll(() => service?.close());

/** A child who waits. */
interface Waiting {
  readonly personId: string;
  readonly path: string;
}

async function asked(account: string, method: string, path: string, body?: unknown, seen?: string) {
  const answer = await service.asks(account, method, path, { body, ...(seen === undefined ? {} : { seen }) });
  expect(answer.status, answer.text).toBeLessThan(300);
  return { body: JSON.parse(answer.text), etag: answer.etag };
}

async function given_priya_is_told_at_any_hour_by_email(): Promise<void> {
  const { body, etag } = await asked('priya', 'GET', '/v1/me/notifications');
  const { staffId: _id, ...chosen } = body;
  const timing = { ...chosen.timing, amber: 'at-once' };
  await asked('priya', 'PUT', '/v1/me/notifications', { ...chosen, channels: ['email'], quiet: null, timing }, etag);
}

/** @param waited on which day of the first child's wait this one's begins. */
async function given_a_child_who_waits(familyName: string, waited: number): Promise<Waiting> {
  service.theDayIs(dayOf(waited));
  const who = { familyName, givenName: 'Wei', birthDate: '2018-10-16', noNhsNumberReason: 'not-known' };
  const { body: person } = await asked('priya', 'POST', '/v1/people', who);
  const path = `/v1/people/${person.id}/referrals`;
  const facts = { source: 'gp', tier: 'routine', alreadyAccepted: true };
  const { body: received } = await asked('priya', 'POST', path, { queue: 'SALT', on: dayOf(waited), facts });
  return { personId: person.id, path: `${path}/${received.id}` };
}

async function when_is_recorded({ path }: Waiting, facts: Record<string, unknown>, waited: number): Promise<void> {
  const { etag } = await asked('priya', 'GET', path);
  await asked('priya', 'POST', `${path}/events`, { facts, on: dayOf(waited) }, etag);
  await service.cloud.settled();
}

/** The morning of a day: its watch runs, or fails until it is given up. */
async function when_it_is(waited: number): Promise<void> {
  service.theDayIs(dayOf(waited));
  await service.cloud.runSchedule('WatchDeadlines').catch(() => undefined);
  await service.cloud.settled();
}

/** The store answers these functions with errors until it is told otherwise; everybody else finds it well. */
function given_the_store_fails_for(...functions: readonly string[]): void {
  const { description, store } = service.cloud;
  const roles = functions.map((label) => {
    const { roleArn } = description.functions.find((each) => each.label === label) ?? {};
    return description.roles.find(({ arn }) => arn === roleArn)?.name ?? '';
  });
  store.setFaults(roles.length === 0 ? undefined : { seed: 'away', perMille: { 'internal-error': 1_000 }, roles });
}

/** A command as a process of its own, with the credentials that `npm start` prints. */
async function ran(command: string, ...words: readonly string[]): Promise<{ code: unknown; said: string }> {
  const { services, region, credentials } = service.cloud.administrator;
  const machine = service.cloud.clients.find(({ client }) => client.flows.includes('client_credentials'));
  const started: ChildProcess = spawn(process.execPath, [new URL(command, COMMANDS).pathname, ...words], {
    env: {
      PATH: process.env['PATH'] ?? '',
      AWS_ENDPOINT_URL_SQS: services,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AUDIT_CLIENT_ID: machine?.client.id,
      AUDIT_CLIENT_SECRET: machine?.secret,
      AUDIT_TOKEN_URL: `${service.cloud.issuer}/token`,
      AUDIT_SCOPE: machine?.client.scopes.join(' '),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [started.stdout, started.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const [code] = await once(started, 'close');
  await service.cloud.settled();
  return { code, said };
}

async function redriven(queue: string, ...words: readonly string[]): Promise<string> {
  const { code, said } = await ran('redrive.ts', '--queue', queue, ...words);
  expect(code, said).toBe(0);
  return said;
}

const verified = (...words: readonly string[]) => ran('verify-audit.ts', '--api', service.cloud.url, ...words);

/** What waits there is kept for 14 days; then it is gone. */
async function when_nobody_puts_back(queue: string): Promise<void> {
  const { services: endpoint, region, credentials } = service.cloud.administrator;
  const client = new SQSClient({ endpoint, region, credentials, useQueueUrlAsEndpoint: false });
  const QueueUrl = service.cloud.description.queues.find(({ name }) => name.includes(queue))?.url;
  const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  for (const { ReceiptHandle } of Messages) await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
}

async function messages_are_sent(): Promise<void> {
  await service.cloud.runSchedule('SendMessages');
  await service.cloud.settled();
}

/** The kinds of events on the bus about a child, each as often as it has an id of its own. */
function published({ personId }: Waiting): readonly string[] {
  const details = service.cloud.events().map(({ event }) => event.detail as { id: string; type: string; data: object });
  const own = details.filter(({ data }) => 'personId' in data && data.personId === personId);
  return [...new Map(own.map(({ id, type }) => [id, type])).values()].toSorted();
}

/** Of how many things somebody was told by e-mail: what is due together is told in one. */
function updatesByEmail(): number {
  const subjects = service.cloud
    .outbox()
    .flatMap(({ to, subject }) => (to.includes('priya@staff.example') ? [subject] : []));
  return subjects.reduce((sum, subject) => sum + Number(/^You have (\d+) updates$/.exec(subject)?.[1] ?? 1), 0);
}
const everyReference = () => service.cloud.outbox().map(({ reference }) => reference);

async function setAside(): Promise<Readonly<Record<string, number>>> {
  const { body } = await asked('olu', 'GET', '/v1/operations');
  const queues: readonly { queue: string; waiting: number }[] = body.deadLetters;
  return Object.fromEntries(queues.flatMap(({ queue, waiting }) => (waiting === 0 ? [] : [[queue, waiting]])));
}

const story: { untold?: Waiting; seen?: Waiting; missed?: Waiting } = {};
const child = (which: keyof typeof story): Waiting => {
  const one = story[which];
  if (one === undefined) throw new Error(`nobody was ${which}`);
  return one;
};

describe('what was given up', () => {
  it('is counted where operators look, by ids alone', journey, async () => {
    await given_priya_is_told_at_any_hour_by_email();
    story.untold = await given_a_child_who_waits('Canarybird', 0);
    story.seen = await given_a_child_who_waits('Seenfinch', 0);
    story.missed = await given_a_child_who_waits('Missedlark', 1);
    service.theDayIs(dayOf(85));
    for (const one of Object.values(story)) await when_is_recorded(one, VALIDATED, 85);

    given_the_store_fails_for('notify');
    await when_it_is(AMBER);
    given_the_store_fails_for('notify', 'publish-changes');
    await when_is_recorded(child('seen'), SEEN, AMBER);
    given_the_store_fails_for('notify', 'publish-changes', 'watch-deadlines');
    await when_it_is(AMBER + 1);

    expect(await setAside()).toEqual({
      PublishChangesDeadLetters: 1,
      WatchDeadlinesDeadLetters: 1,
      AlertEventsDeadLetters: 2,
    });
    const olu = await service.atTheirDesk('olu');
    await olu.signsIn('/operations');
    await olu.sees('Changes that could not be published PublishChangesDeadLetters 1');
    await olu.sees('Runs of the watch that failed WatchDeadlinesDeadLetters 1');
    await olu.sees('Alerts nobody could be chosen to tell of AlertEventsDeadLetters 2');
    const waiting = ['PublishChanges', 'WatchDeadlines', 'AlertEvents'].flatMap((name) =>
      service.cloud.queue(`${name}DeadLetters`),
    );
    expect(JSON.stringify(waiting)).not.toMatch(/Canarybird|Seenfinch|Missedlark|2018-10-16|Wei/);
    await messages_are_sent();
    expect(updatesByEmail()).toBe(0);
    expect(published(child('seen'))).not.toContain('referral.contact.v1');
    expect(published(child('missed'))).not.toContain('alert.raised.v1');
  });

  it('fails again as long as its cause is there, and is set aside again', journey, async () => {
    const before = await setAside();
    expect(await redriven('PublishChangesDead')).toMatch(/^1 message went back/);
    expect(await redriven('AlertEventsDead')).toMatch(/^2 messages went back/);
    expect(await setAside()).toEqual(before);
  });

  it(
    'is done two days later, though the stream has forgotten it: each event, each alert, each telling once',
    journey,
    async () => {
      service.theDayIs(dayOf(AMBER + 3));
      given_the_store_fails_for();
      expect(await redriven('PublishChangesDead', '--dry-run')).toMatch(/^1 message in .* would go back/);
      for (const queue of ['PublishChangesDead', 'WatchDeadlinesDead', 'AlertEventsDead']) await redriven(queue);
      expect(await setAside()).toEqual({});
      await messages_are_sent();

      expect(published(child('seen')).filter((type) => /contact|alert/.test(type))).toEqual([
        'alert.raised.v1',
        'alert.resolved.v1',
        'referral.contact.v1',
        'referral.family-contacted.v1',
      ]);
      for (const which of ['untold', 'missed'] as const)
        expect(published(child(which)).filter((type) => type.startsWith('alert.'))).toEqual(['alert.raised.v1']);
      // Of the two who wait. Who was seen meanwhile has nothing that anybody need be told of.
      expect(updatesByEmail()).toBe(2);
      expect(new Set(everyReference()).size).toBe(everyReference().length);
      expect(service.cloud.denials()).toEqual([]);
    },
  );

  it('is nothing more when the command is run again', journey, async () => {
    const events = Object.values(story).map(published);
    const told = everyReference();
    for (const queue of ['PublishChangesDead', 'WatchDeadlinesDead', 'AlertEventsDead'])
      expect(await redriven(queue)).toMatch(/^0 messages went back/);
    await messages_are_sent();
    expect(Object.values(story).map(published)).toEqual(events);
    expect(everyReference()).toEqual(told);
  });

  it('is found by its missing copy when even its letter is gone, and followed from the record', journey, async () => {
    const one = child('untold');
    given_the_store_fails_for('publish-changes');
    await when_is_recorded(one, SEEN, AMBER + 3);
    expect(await setAside()).toEqual({ PublishChangesDeadLetters: 1 });
    await when_nobody_puts_back('PublishChangesDead');
    given_the_store_fails_for();
    service.theDayIs(dayOf(AMBER + 20));
    expect(await verified()).toMatchObject({ code: 2, said: expect.stringContaining('not-copied') });
    expect(published(one)).not.toContain('referral.contact.v1');

    const { code, said } = await verified('--follow-again', 'PublishChangesAgain');
    expect([code, said]).toEqual([2, expect.stringContaining('1 record will be followed again')]);
    expect(published(one).filter((type) => /contact\.|alert/.test(type))).toEqual([
      'alert.raised.v1',
      'alert.resolved.v1',
      'referral.contact.v1',
    ]);
    expect(await verified()).toMatchObject({ code: 0 });
    expect(updatesByEmail()).toBe(2);
  });
});
