import type { Context, DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedEvent } from '../../events/published-event.ts';
import { follow } from '../../functions/publish-changes/follow.ts';
import { streamBundle } from '../../shared/http/events/stream-bundle.ts';
import type { Log } from '../../shared/http/middleware/log.ts';
import { ApiService, type Asker, TODAY } from './api-service.ts';
import { person, referral, referred } from './invented.ts';

let api: ApiService;
let admin: Asker;
beforeAll(async () => {
  api = await ApiService.open({ stream: true });
  admin = await api.staff('administrator');
});
afterAll(() => api.close());

const settled = () => api.engine.store?.settled();
const publishedAbout = (personId: string) =>
  api.published.filter(({ data }) => 'personId' in data && data.personId === personId);
const seqOf = ({ data }: PublishedEvent) => ('seq' in data ? data.seq : undefined);

describe('a committed change', () => {
  it('is published once for each event, by ids alone', async () => {
    const { personId, referralId, path } = await referred(api, admin);
    await api.post(
      admin,
      `${path}/events`,
      { facts: { kind: 'noted', note: 'A note' }, on: TODAY },
      { 'if-match': '"1"' },
    );
    await settled();
    expect(publishedAbout(personId).map((event) => [event.type, event.subject, seqOf(event)])).toEqual([
      ['person.created.v1', personId, 0],
      ['referral.received.v1', referralId, 0],
      ['referral.noted.v1', referralId, 1],
    ]);
    const { history } = (await api.get(admin, path)).body;
    expect(publishedAbout(personId).at(-1)?.id).toBe(history[1].id);
  });

  it('of a person reaches the rows that show them, and leaves versions alone', async () => {
    const { personId, path } = await referred(api, admin, {
      who: { familyName: 'Before' },
      what: { queue: 'ASD', facts: { source: 'gp', tier: 'routine' } },
    });
    const change = { familyName: 'After', flags: ['looked-after'], interpreterLanguage: 'Somali' };
    await api.ask(admin, 'PATCH', `/v1/people/${personId}`, { body: change, headers: { 'if-match': '"1"' } });
    await settled();
    const { rows } = (await api.get(admin, '/v1/queues/ASD/referrals')).body;
    expect(rows.find((row: { personId: string }) => row.personId === personId)).toMatchObject({
      familyName: 'After',
      flags: ['looked-after'],
      needsInterpreter: true,
    });
    expect((await api.get(admin, path)).headers['etag']).toBe('"1"');
    const kinds = publishedAbout(personId).map(({ type }) => type);
    expect(kinds).toEqual(['person.created.v1', 'referral.received.v1', 'person.changed.v1']);
  });

  it('of a referral that copied an older person mends its own row', async () => {
    const { personId, referralId } = await referred(api, admin, { who: { familyName: 'Old' }, what: { queue: 'OT' } });
    await settled();
    const key = { personId, referralId };
    const kept = await api.deps.referrals.get('liverpool', key);
    await api.ask(admin, 'PATCH', `/v1/people/${personId}`, {
      body: { familyName: 'New' },
      headers: { 'if-match': '"1"' },
    });
    await settled();
    // As a command does that read the person before they changed and writes after their rows were made anew.
    if (kept === undefined) throw new Error('the referral is not there');
    await api.deps.referrals.save(kept.referral, kept.entry, kept.referral.version);
    expect((await api.deps.referrals.get('liverpool', key))?.entry.row.familyName).toBe('Old');
    await settled();
    expect((await api.deps.referrals.get('liverpool', key))?.entry.row.familyName).toBe('New');
  });
});

describe('a batch of changes', () => {
  const log: Log = { info: () => undefined, error: () => undefined };
  const context = { awsRequestId: 'batch' } as Context;
  const record = (item: string, sequence: number): DynamoDBRecord => ({
    dynamodb: { Keys: { pk: { S: item } }, SequenceNumber: String(sequence) },
  });

  it.each([0, 1, 2, 3, 4, 5])('does all but the change that fails and those behind it of its item: %i', async (bad) => {
    const records = ['a', 'b', 'a', 'c', 'b', 'a'].map(record);
    const done: string[] = [];
    const handler = streamBundle(async ({ dynamodb }) => {
      if (dynamodb?.SequenceNumber === String(bad)) throw new Error('bad');
      done.push(dynamodb?.SequenceNumber ?? '');
    }, log);
    const { batchItemFailures } = await handler({ Records: records }, context);
    const failed = batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier)).sort();
    const item = records[bad]?.dynamodb?.Keys?.['pk']?.S;
    const expected = records.flatMap(({ dynamodb }, at) =>
      at >= bad && dynamodb?.Keys?.['pk']?.S === item ? [at] : [],
    );
    expect(failed).toEqual(expected);
    expect(done.map(Number).sort()).toEqual([0, 1, 2, 3, 4, 5].filter((at) => !expected.includes(at)));
  });

  it('changes nothing when it comes twice', async () => {
    const seen: DynamoDBRecord[] = [];
    const own = await ApiService.open({ stream: true, onRecord: (one) => seen.push(one) });
    try {
      const asker = await own.staff('administrator');
      const made = await own.post(asker, '/v1/people', person());
      await own.post(asker, `/v1/people/${made.body.id}/referrals`, referral());
      await own.engine.store?.settled();
      const about = async () => {
        const entries = [];
        for await (const entry of own.deps.audit.writtenAbout('liverpool', made.body.id)) entries.push(entry);
        return entries;
      };
      const [before, published] = [await about(), own.published.map(({ id }) => id)];
      const again: string[] = [];
      const bus = {
        publish: async (events: readonly { readonly id: string }[]) => {
          again.push(...events.map(({ id }) => id));
        },
      };
      for (const one of seen) await follow({ ...own.deps, bus }, one);
      expect(await about()).toEqual(before);
      expect(again).toEqual(published);
    } finally {
      await own.close();
    }
  });
});
