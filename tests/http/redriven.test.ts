/** What was given up and is put back: done from how things stand now, and twice as once. */
import type { Context, DynamoDBRecord, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { composedNames } from '../../functions/publish-changes/compose.ts';
import { follow } from '../../functions/publish-changes/follow.ts';
import { recover } from '../../functions/publish-changes/recover.ts';
import { composed } from '../../functions/watch-deadlines/compose.ts';
import { watchHandler } from '../../functions/watch-deadlines/watch.ts';
import { ChangesForgotten, type ChangesInStream } from '../../shared/adapters/dynamodb/changes-in-stream.ts';
import { verifyPerson } from '../../shared/application/audit/verify-person.ts';
import type { PublishingDeps } from '../../shared/application/deps.ts';
import { instantOf } from '../../shared/domain/calendar/instant.ts';
import { addDays, localDate } from '../../shared/domain/calendar/local-date.ts';
import { logOf } from '../../shared/http/middleware/log.ts';
import { WatchedService } from './alerts/watched-service.ts';
import type { Asker } from './api-service.ts';
import { referred } from './invented.ts';

const RECEIVED = localDate('2026-06-01');
const AMBER = addDays(RECEIVED, 95);
/** When an operator puts things back. */
const LATER = Date.parse('2026-11-01T15:00:00Z');

const givenUp: DynamoDBRecord[] = [];
let givesUp: (record: DynamoDBRecord) => boolean = () => false;
let service: WatchedService;
let clinician: Asker;
let deps: PublishingDeps;
beforeAll(async () => {
  service = await WatchedService.open({
    givesUp(record) {
      if (!givesUp(record)) return false;
      givenUp.push(record);
      return true;
    },
  });
  clinician = await service.api.staff('clinician');
  const { published } = service.api;
  deps = { ...service.api.deps, bus: { publish: async (events) => void published.push(...events) } };
});
afterAll(() => service?.close());
beforeEach(() => {
  givenUp.length = 0;
  isForgotten = false;
  givesUp = () => false;
});

const ofReferral = ({ dynamodb }: DynamoDBRecord) => String(dynamodb?.Keys?.['sk']?.S).startsWith('R#');

/** Whether a day has gone by since. */
let isForgotten = false;
/** The stream, as far as it holds what was given up. */
const stream: ChangesInStream = {
  async between({ startSequenceNumber, endSequenceNumber }) {
    if (isForgotten) throw new ChangesForgotten();
    return givenUp.filter(({ dynamodb: { SequenceNumber = '' } = {} }) => {
      return SequenceNumber >= startSequenceNumber && SequenceNumber <= endSequenceNumber;
    });
  },
};

const QUEUE = 'arn:aws:sqs:eu-west-2:000000000000:again';

/** Hands over a letter as the queue does; answers those that it put into the queue. */
async function handedOver(letter: unknown): Promise<readonly unknown[]> {
  const letters: unknown[] = [];
  const attributes = { SentTimestamp: String(LATER) } as SQSEvent['Records'][number]['attributes'];
  const { recordsTable, client } = service.api.engine;
  const found = {
    stream,
    named: composedNames({ RECORDS_TABLE: recordsTable }, client),
    letters: { send: async (queue: string, one: unknown) => void letters.push([queue, one]) },
  };
  await recover(deps, found, { body: JSON.stringify(letter), attributes, eventSourceARN: QUEUE });
  expect(letters.every((sent) => Array.isArray(sent) && sent[0] === QUEUE)).toBe(true);
  return letters.map((sent) => (sent as [string, unknown])[1]);
}

/** What Lambda leaves of changes that it gave up. */
function placeLetter() {
  const [first, last] = [givenUp[0], givenUp.at(-1)].map((record) => record?.dynamodb?.SequenceNumber);
  const DDBStreamBatchInfo = {
    ...{ streamArn: 'arn:stream', shardId: 'shard', startSequenceNumber: first, endSequenceNumber: last },
    batchSize: givenUp.length,
  };
  return { DDBStreamBatchInfo };
}

/** Puts back by their names what was given up. */
async function putBack() {
  for (const name of await handedOver(placeLetter())) expect(await handedOver(name)).toEqual([]);
  await service.settled();
}

async function record(path: string, facts: Record<string, unknown>, on: string) {
  const { api } = service;
  const { headers } = await api.ask(clinician, 'GET', path, { today: on });
  const answer = await api.ask(clinician, 'POST', `${path}/events`, {
    body: { facts, on },
    headers: { 'idempotency-key': api.key(), 'if-match': headers['etag'] ?? '' },
    today: on,
  });
  expect(answer.status, answer.text).toBe(201);
  await service.settled();
}

async function waiting() {
  const facts = { source: 'gp', tier: 'routine', alreadyAccepted: true };
  const one = await referred(service.api, clinician, { what: { queue: 'SALT', on: RECEIVED, facts } });
  await record(one.path, { kind: 'family-contacted', purpose: 'validation' }, addDays(RECEIVED, 85));
  return one;
}

/** Everything that follows from a referral: its alerts with their histories, its copies in the audit, what was published. */
async function whatFollowed({ personId, referralId }: { personId: string; referralId: string }) {
  const rows = [...(await service.alerts('salt')), ...(await service.alerts('salt', 'resolved'))];
  const own = rows.filter(({ subject }) => subject.id === referralId);
  const alerts = await Promise.all(own.map(({ id }) => service.alert(id)));
  const copies: string[] = [];
  for await (const { eventId } of service.api.deps.audit.writtenAbout('liverpool', personId)) copies.push(eventId);
  const told = service.api.published.filter(({ data }) => 'referralId' in data && data.referralId === referralId);
  return { alerts, copies: copies.sort(), told: [...new Set(told.map(({ id }) => id))].sort() };
}

const states = async (one: { personId: string; referralId: string }) =>
  (await whatFollowed(one)).alerts.map(({ events }) => events.map(({ facts }) => facts.kind));

const SEEN = { kind: 'contact', mechanism: 'video', parentOnly: false };

describe('a change that was given up', () => {
  it('is followed once it is put back: its alert ends, its copy and its event are there; again changes nothing', async () => {
    const one = await waiting();
    await service.watch(AMBER);
    expect(await states(one)).toEqual([['raised']]);
    const before = await whatFollowed(one);
    givesUp = ofReferral;
    await record(one.path, SEEN, AMBER);
    givesUp = () => false;
    expect(await whatFollowed(one)).toEqual(before);

    await putBack();
    expect(await states(one)).toEqual([['raised', 'resolved']]);
    const after = await whatFollowed(one);
    expect(after.copies.length).toBeGreaterThan(before.copies.length);
    expect(after.told.length).toBeGreaterThan(before.told.length);
    await putBack();
    expect(await whatFollowed(one)).toEqual(after);
  });

  it('and that others came after opens nothing again that they ended, as its own images would', async () => {
    const one = await waiting();
    givesUp = ofReferral;
    await service.watch(AMBER);
    givesUp = () => false;
    await record(one.path, SEEN, AMBER);
    expect(await states(one)).toEqual([['raised', 'resolved']]);
    const settled = await whatFollowed(one);
    await putBack();
    await putBack();
    expect(await whatFollowed(one)).toEqual(settled);

    for (const old of givenUp) await follow(deps, old);
    expect(await states(one)).toEqual([['raised', 'resolved', 'reopened']]);
  });
});

describe('a change that was named', () => {
  it('says which record it is of and what was known of it, and nothing that the record holds', async () => {
    const one = await waiting();
    await service.watch(AMBER);
    const [alert] = (await whatFollowed(one)).alerts;
    givesUp = ofReferral;
    await record(one.path, SEEN, AMBER);
    expect(await handedOver(placeLetter())).toEqual([
      {
        followAgain: {
          pk: `liverpool#P#${one.personId}`,
          sk: `R#${one.referralId}`,
          known: 2,
          alerts: [alert?.id],
        },
      },
    ]);
  });

  it('is followed after the stream has forgotten it: an alert that nobody was told of, and one whose cause has ended', async () => {
    const [one, other] = [await waiting(), await waiting()];
    givesUp = ({ dynamodb }) => String(dynamodb?.Keys?.['pk']?.S).includes('#ALERT#') || ofReferral({ dynamodb });
    await service.watch(AMBER);
    await record(other.path, SEEN, AMBER);
    givesUp = () => false;
    expect(await Promise.all([states(one), states(other)])).toEqual([[['raised']], [['raised']]]);
    const raised = () =>
      service.api.published.filter(
        ({ type, data }) => type === 'alert.raised.v1' && 'personId' in data && data.personId === one.personId,
      );
    expect(raised()).toEqual([]);

    const names = await handedOver(placeLetter());
    isForgotten = true;
    await expect(handedOver(placeLetter())).rejects.toThrow(ChangesForgotten);
    for (const name of [...names].reverse()) await handedOver(name);
    await service.settled();
    expect(raised()).toHaveLength(1);
    expect(await Promise.all([states(one), states(other)])).toEqual([[['raised']], [['raised', 'resolved']]]);
    const after = await Promise.all([whatFollowed(one), whatFollowed(other)]);
    for (const name of names) await handedOver(name);
    await service.settled();
    expect(await Promise.all([whatFollowed(one), whatFollowed(other)])).toEqual(after);
  });

  it('though it cannot be read: it is followed from nothing, as soon as its record can be', async () => {
    const one = await waiting();
    await service.watch(AMBER);
    const before = await whatFollowed(one);
    givesUp = ofReferral;
    await record(one.path, SEEN, AMBER);
    const [written] = givenUp;
    const spoilt = { ...written?.dynamodb, NewImage: { ...written?.dynamodb?.NewImage, schema: { N: '99' } } };
    givenUp.splice(0, 1, { ...written, dynamodb: spoilt } as DynamoDBRecord);
    const [name] = await handedOver(placeLetter());
    expect(name).toMatchObject({ followAgain: { known: 0, alerts: [] } });
    await handedOver(name);
    await service.settled();
    const after = await whatFollowed(one);
    expect(after.alerts.map(({ events }) => events.map(({ facts }) => facts.kind))).toEqual([['raised', 'resolved']]);
    // Of the referral and of its alert.
    expect(after.copies).toHaveLength(before.copies.length + 2);
    expect(after.told).toHaveLength(before.told.length + 2);
  });

  it('is not needed for somebody of whom nothing was followed: everything about them is, from its beginning', async () => {
    givesUp = () => true;
    const one = await waiting();
    await service.watch(AMBER);
    givesUp = () => false;
    const { personId } = one;
    expect(await whatFollowed(one)).toMatchObject({ copies: [], told: [], alerts: [{}] });

    const about = { place: 'liverpool', personId };
    const names = await handedOver({ followPerson: about });
    for (const name of names) await handedOver(name);
    await service.settled();
    const after = await whatFollowed(one);
    const types = service.api.published.flatMap(({ type, data }) =>
      'personId' in data && data.personId === personId ? [type] : [],
    );
    expect(types.toSorted()).toEqual([
      'alert.raised.v1',
      'person.created.v1',
      'referral.family-contacted.v1',
      'referral.received.v1',
    ]);
    expect(after.copies).toHaveLength(4);
    const { deps: whole } = service.api;
    const verified = await verifyPerson(whole, about, new Map(), instantOf(LATER));
    expect(verified.findings).toEqual([]);
    for (const name of await handedOver({ followPerson: about })) await handedOver(name);
    await service.settled();
    expect(await whatFollowed(one)).toEqual(after);
  });

  it('of what is not there any more has nothing that follows', async () => {
    const followAgain = { pk: 'liverpool#P#AAAAAAAAAAAAAAAA', sk: 'P', known: 1, alerts: [] };
    expect(await handedOver({ followAgain })).toEqual([]);
  });
});

describe('a run of a schedule that failed', () => {
  it('is run for its own day once its event is put back, and twice as once', async () => {
    const one = await waiting();
    const { recordsTable, client } = service.api.engine;
    const handler = watchHandler(composed({ RECORDS_TABLE: recordsTable }, client), logOf('watch-deadlines'));
    const context = { awsRequestId: 'put-back', getRemainingTimeInMillis: () => 600_000 } as Context;
    const Records = [
      { eventSource: 'aws:sqs', messageId: 'one', body: JSON.stringify({ time: `${AMBER}T05:00:00Z` }) },
    ];
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [] });
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [] });
    await service.settled();
    expect(await states(one)).toEqual([['raised']]);
  });

  it('stays put back when it cannot be run', async () => {
    const { recordsTable, client } = service.api.engine;
    const handler = watchHandler(composed({ RECORDS_TABLE: recordsTable }, client), logOf('watch-deadlines'));
    const context = { awsRequestId: 'put-back', getRemainingTimeInMillis: () => 600_000 } as Context;
    const Records = [{ eventSource: 'aws:sqs', messageId: 'bad', body: '{"no":"time"}' }];
    expect(await handler({ Records }, context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
  });
});
