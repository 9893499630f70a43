import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../api-service.ts';
import { analyst, CensusService, commissioner } from './census-service.ts';

let service: CensusService;
let manager: Asker;
beforeAll(async () => {
  service = await CensusService.open();
  manager = await service.api.staff('data-manager');
});
afterAll(() => service.close());

/** Everybody and everything that was made. */
const ids: string[] = [];

/** Somebody referred to speech and language therapy, recorded on a day. */
async function receive(on: string, recordedOn = on) {
  const made = await service.api.ask(manager, 'POST', '/v1/people', {
    body: { familyName: 'Okafor', givenName: 'Wei', birthDate: '2018-10-16', postcode: 'L8 1AB', ethnicCategory: 'M' },
    headers: { 'idempotency-key': service.api.key() },
    today: recordedOn,
  });
  expect(made.status, made.text).toBe(201);
  const received = await service.api.ask(manager, 'POST', `/v1/people/${made.body.id}/referrals`, {
    body: { queue: 'SALT', on, facts: { source: 'gp', tier: 'routine' } },
    headers: { 'idempotency-key': service.api.key() },
    today: recordedOn,
  });
  expect(received.status, received.text).toBe(201);
  ids.push(made.body.id, received.body.id);
  return `/v1/people/${made.body.id}/referrals/${received.body.id}`;
}

async function record(path: string, on: string, facts: object, version = 1) {
  const answer = await service.api.ask(manager, 'POST', `${path}/events`, {
    body: { on, facts },
    headers: { 'idempotency-key': service.api.key(), 'if-match': `"${version}"` },
    today: on,
  });
  expect(answer.status, answer.text).toBeLessThan(300);
}

const monthOf = async (month: string, query: Record<string, string> = {}) =>
  (await service.figures(analyst, '/v1/indicators/queues/SALT/month', { month, ...query })).body;

/** Midnight in England as September ends, in summer time. */
const SEPTEMBER_ENDS = '2026-09-30T23:00:00Z';
const OCTOBER_ENDS = '2026-11-01T00:00:00Z';

describe('the census', () => {
  it('finds nothing before it was taken', async () => {
    expect((await service.figures(analyst, '/v1/indicators')).status).toBe(404);
  });

  it('publishes a month at its last midnight, as at its last day', async () => {
    const paths: string[] = [];
    for (let each = 0; each < 9; each += 1) paths.push(await receive('2026-09-10'));
    expect(await service.take({ time: SEPTEMBER_ENDS })).toMatchObject({ complete: true, done: 9, failed: 0 });
    const { figures, month, view } = await monthOf('2026-09');
    expect(view).toBe('full');
    expect(month).toMatchObject({ edition: 1, opening: 0, additions: 9, removed: 0, closing: 9, received: 9 });
    expect(figures).toMatchObject({ open: 9, within: 9, percentWithin: 100, longestDays: 20 });
    expect(figures.stamp).toMatchObject({ asAt: '2026-09-30', rules: 1, policy: 1, deprivation: 'synthetic-2025' });
    const quintiles = figures.cuts.find(({ code }: { code: string }) => code === 'deprivation').groups;
    expect(quintiles[0]).toMatchObject({ code: 'q1', open: 9 });

    // October: three come, three are seen, one leaves unseen.
    for (let each = 0; each < 3; each += 1) await receive('2026-10-05');
    for (const path of paths.slice(0, 3))
      await record(path, '2026-10-12', { kind: 'contact', mechanism: 'face-to-face' });
    await record(paths[3] ?? '', '2026-10-13', {
      kind: 'discharged',
      reason: 'no-longer-needed',
      clinician: 'A clinician',
    });
    await service.take({ time: OCTOBER_ENDS });
    const october = await monthOf('2026-10');
    expect(october.month).toMatchObject({
      opening: 9,
      additions: 3,
      removed: 4,
      netChange: -1,
      closing: 8,
      seen: 3,
      seenWithin: 3,
      percentSeenWithin: 100,
      attended: 3,
      changes: [],
    });
    const removals = october.month.removals.filter(({ count }: { count: number }) => count > 0);
    expect(removals.map(({ reason, count }: { reason: string; count: number }) => [reason, count])).toEqual([
      ['seen', 3],
      ['no-longer-needed', 1],
    ]);
    expect(october.figures.open).toBe(8);
  });

  it('reads by the hour, as at the day, and tells the first page in one item', async () => {
    await service.take({ time: '2026-11-02T09:00:00Z' });
    const { body } = await service.figures(analyst, '/v1/indicators');
    expect(body.view).toBe('full');
    const salt = body.overview.queues.find(({ queue }: { queue: string }) => queue === 'SALT');
    expect(salt).toMatchObject({ open: 8, longestDays: 53, stamp: { asAt: '2026-11-02' } });
    expect(salt.trend.map(({ asAt, open }: { asAt: string; open: number }) => [asAt, open])).toEqual([
      ['2026-09-30', 9],
      ['2026-10-31', 8],
    ]);
    const figures = await service.figures(analyst, '/v1/indicators/queues/SALT');
    expect(figures.body.figures).toMatchObject({ open: 8, stamp: { asAt: '2026-11-02' } });
  });

  it('taken twice, or by two at once, changes nothing', async () => {
    const before = await itemsOfIndicators();
    await service.take({ time: OCTOBER_ENDS });
    await service.take({ time: '2026-11-02T09:00:00Z' });
    expect(await itemsOfIndicators()).toEqual(before);
    await Promise.all([1, 2].map(() => service.take({ time: '2026-11-02T10:00:00Z' })));
    expect(await itemsOfIndicators()).toHaveLength(before.length + 5);
  });

  it('publishes a month again on request, with what has changed since, and keeps what was published', async () => {
    await receive('2026-10-20', '2026-11-05');
    const wrong = await receive('2026-11-03');
    await service.take({ time: '2026-11-06T09:00:00Z', month: '2026-10' });
    const again = await monthOf('2026-10');
    expect(again.month).toMatchObject({ edition: 2, closing: 9, additions: 4 });
    expect(again.month.changes).toEqual([{ why: 'recorded-late', count: 1 }]);
    const then = await monthOf('2026-10', { knownAt: '2026-11-05T23:59:59.000Z' });
    expect(then.month).toMatchObject({ edition: 1, closing: 8 });
    expect(wrong).toContain('/referrals/');
    // November's opening is what was published of October, last: it reconciles, or nothing would have been published.
    await service.take({ time: '2026-12-01T00:00:00Z' });
    expect((await monthOf('2026-11')).month).toMatchObject({ opening: 9, additions: 1, closing: 10, changes: [] });
    const { body } = await service.figures(analyst, '/v1/indicators/queues/SALT/series');
    expect(body.points.map(({ month, edition }: { month: string; edition: number }) => [month, edition])).toEqual([
      ['2026-09', 1],
      ['2026-10', 2],
      ['2026-11', 1],
    ]);
  });

  it('shows a commissioner what may leave the service, at month ends alone', async () => {
    const { body } = await service.figures(commissioner, '/v1/indicators');
    expect(body.view).toBe('released');
    const salt = body.overview.queues.find(({ queue }: { queue: string }) => queue === 'SALT');
    // Nobody is over the standard: that nought is hidden, and with it how many are within it.
    expect(salt).toMatchObject({ open: 10, within: '*', over: '*', percentWithin: '*', longestDays: '*' });
    const hourly = await service.figures(commissioner, '/v1/indicators/queues/SALT');
    expect(hourly.body.figures.stamp).toMatchObject({ asAt: '2026-11-30', suppression: 'under-5' });
    const month = await service.figures(commissioner, '/v1/indicators/queues/SALT/month', { month: '2026-10' });
    expect(month.body.month).toMatchObject({ removed: '*', received: '*', rejected: '*', clearanceWeeks: '*' });
  });

  it('goes out as files that say on every line what they were counted by', async () => {
    const ask = async (who: typeof analyst, file: string) =>
      (await service.figures(who, `/v1/indicators/files/${file}`, { month: '2026-10' })).body as string;
    const waiting = await ask(analyst, 'waiting.csv');
    const [heading, ...lines] = waiting.replace('\ufeff', '').trim().split('\r\n');
    expect(heading).toBe(
      'place,queue,indicator,group by,group,figure,unit,as at,counted at,rules version,policy version,deprivation,small numbers',
    );
    const counted = '2026-10-31,2026-11-06T09:00:00.000Z,1,1,synthetic-2025,none';
    expect(lines).toContain(`liverpool,SALT,number-waiting,,,9,count,${counted}`);
    expect(lines.every((line) => line.endsWith(',1,1,synthetic-2025,none'))).toBe(true);
    const released = await ask(commissioner, 'waiting.csv');
    expect(released).toContain('SALT,longest-wait,,,*,days,');
    expect(released).not.toContain(',none');
    expect(await ask(analyst, 'months.csv')).toContain('SALT,net-change,2026-10,Closing,9,count');
    const returned = await ask(analyst, 'community-return.csv');
    expect(returned).toContain(
      'liverpool,Speech and language therapy,"Children and young people, 0 to 17",0,1,3,5,0,0,0,9,2026-10-31',
    );
    expect(returned).not.toContain('Autism');
    expect((await service.figures(commissioner, '/v1/indicators/files/community-return.csv')).status).toBe(403);
  });

  it('writes nothing of anybody: no name, no id, no postcode, no date of birth', async () => {
    const written = JSON.stringify(await itemsOfIndicators());
    expect(written.length).toBeGreaterThan(10_000);
    for (const fact of ['Okafor', 'Wei', '2018-10-16', 'L8']) expect(written).not.toContain(fact);
    for (const id of ids) expect(written).not.toContain(id);
  });

  it('fails loudly when a child is on no list, and publishes nothing of that queue', async () => {
    const path = await receive('2026-12-02');
    const [, personId, , referralId] = path.slice('/v1/'.length).split('/');
    await loseFromList(`liverpool#P#${personId}`, `R#${referralId}`);
    await expect(service.take({ time: '2027-01-01T00:00:00Z' })).rejects.toThrow('1 could not be done');
    expect((await service.figures(analyst, '/v1/indicators/queues/SALT/month', { month: '2026-12' })).status).toBe(404);
    const others = await service.figures(analyst, '/v1/indicators/queues/OT/month', { month: '2026-12' });
    expect(others.status).toBe(200);
  });
});

async function itemsOfIndicators(): Promise<readonly unknown[]> {
  const { client, indicatorsTable } = service.api.engine;
  const partitions = [
    'FACTS',
    'O#full',
    'O#released',
    ...['SALT', 'OT', 'ASD', 'ADHD'].flatMap((queue) => [
      `C#${queue}`,
      `M#${queue}#full`,
      `M#${queue}#released`,
      `S#${queue}#full`,
      `S#${queue}#released`,
    ]),
  ];
  const pages = await Promise.all(
    partitions.map((partition) =>
      client.send(
        new QueryCommand({
          TableName: indicatorsTable,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `liverpool#${partition}` },
        }),
      ),
    ),
  );
  return pages.flatMap(({ Items }) => Items ?? []);
}

/** Takes a referral's entry from its waiting list to the closed one, as no code of the service would. */
async function loseFromList(pk: string, sk: string): Promise<void> {
  const { client, recordsTable } = service.api.engine;
  const { Items } = await client.send(
    new QueryCommand({
      TableName: recordsTable,
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
    }),
  );
  const [item] = Items ?? [];
  if (item === undefined) throw new Error('no such referral');
  await client.send(new PutCommand({ TableName: recordsTable, Item: { ...item, lp: `${String(item['lp'])}#closed` } }));
}
