/** Alerts as a team works them: taken up, put off, passed on, many at once, and by nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../api-service.ts';
import { referred } from '../invented.ts';
import { WatchedService } from './watched-service.ts';

const DAY = '2026-10-05'; // a Monday
let service: WatchedService;
let clinician: Asker;
let manager: Asker;
beforeAll(async () => {
  service = await WatchedService.open();
  clinician = await service.api.staff('clinician', { services: ['salt'] });
  manager = await service.api.staff('data-manager', { services: [] });
  const receive = (queue: string, on: string) =>
    referred(service.api, manager, {
      what: { queue, on, facts: { source: 'gp', tier: 'routine', alreadyAccepted: true } },
    });
  // Past 18 weeks, and a long wait; nobody has been in touch with any of them, which is told of too.
  for (const on of ['2026-05-04', '2026-05-11', '2026-05-18', '2025-08-04']) await receive('SALT', on);
  await receive('OT', '2026-05-04');
  await service.watch(DAY);
});
afterAll(() => service.close());

const list = async (asker: Asker, query: Record<string, string> = {}, today = DAY) => {
  const answer = await service.api.ask(asker, 'GET', '/v1/alerts', { query, today });
  expect(answer.status, answer.text).toBe(200);
  expect(answer.body.asAt.slice(0, 10)).toBe(today);
  return answer.body;
};
const act = (
  asker: Asker,
  id: string,
  what: string,
  body: unknown,
  version: number,
  today = DAY,
  key = service.api.key(),
) =>
  service.api.ask(asker, 'POST', `/v1/alerts/${id}/${what}`, {
    body,
    today,
    headers: { 'idempotency-key': key, 'if-match': `"${version}"` },
  });
const read = async (id: string, asker = clinician) =>
  (await service.api.ask(asker, 'GET', `/v1/alerts/${id}`, { today: DAY })).body;

describe('the alerts of a team', () => {
  it('are listed by how serious they are, then by their age; another service sees none of them', async () => {
    const { alerts, total } = await list(clinician);
    expect(total).toBe(9);
    expect(alerts.map(({ severity }: { severity: string }) => severity)).toEqual([
      'long-wait',
      ...Array(8).fill('breach'),
    ]);
    const days = alerts.slice(1).map(({ on }: { on: string }) => on);
    expect(days).toEqual([...days].sort());
    expect(alerts[0]).toMatchObject({
      deadline: 'long-wait',
      threshold: 'over-52-weeks',
      familyName: 'Okafor',
      team: 'salt',
    });
    const other = await service.api.staff('clinician', { services: ['asd'] });
    expect(await list(other)).toMatchObject({ alerts: [], total: 0 });
    expect((await read(alerts[0].id, other)).status).toBe(404);
  });

  it('are filtered, and paged without missing or repeating one', async () => {
    expect((await list(clinician, { kind: 'waiting-standard' })).total).toBe(4);
    expect((await list(clinician, { severity: 'long-wait', queue: 'SALT' })).total).toBe(1);
    expect((await list(clinician, { state: 'snoozed' })).total).toBe(0);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { alerts: { id: string }[]; next: string | null } = await list(clinician, {
        limit: '2',
        ...(cursor === null ? {} : { cursor }),
      });
      seen.push(...page.alerts.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual((await list(clinician)).alerts.map(({ id }: { id: string }) => id));
    const refused = await service.api.ask(clinician, 'GET', '/v1/alerts', { query: { team: 'ot' }, today: DAY });
    expect([refused.status, refused.body.code]).toEqual([404, 'team-not-found']);
  });

  it('are found with the person they are about', async () => {
    const [first] = (await list(clinician)).alerts;
    const { body } = await service.api.ask(clinician, 'GET', `/v1/people/${first.personId}/alerts`, { today: DAY });
    expect(body.alerts[0]).toMatchObject({ id: first.id, severity: 'long-wait' });
    expect(body.alerts.every(({ personId }: { personId: string }) => personId === first.personId)).toBe(true);
  });
});

describe('an alert', () => {
  it('is taken up once, by whoever read it last', async () => {
    const [, , { id, version }] = (await list(clinician)).alerts;
    const key = service.api.key();
    const first = await act(clinician, id, 'acknowledge', { note: 'Booked for Friday' }, version, DAY, key);
    expect(first.body).toMatchObject({ state: 'acknowledged', version: 2 });
    expect((await act(clinician, id, 'acknowledge', { note: 'Booked for Friday' }, version, DAY, key)).text).toBe(
      first.text,
    );
    expect((await act(clinician, id, 'acknowledge', { note: 'Else' }, version, DAY, key)).body.code).toBe(
      'idempotency-key-reused',
    );
    expect((await act(clinician, id, 'acknowledge', {}, version)).status).toBe(412);
    expect((await act(clinician, id, 'acknowledge', {}, 2)).body.code).toBe('already-acknowledged');
    expect((await list(clinician, { state: 'acknowledged' })).total).toBe(1);
  });

  it('is put off until a day that is near, with a reason, and comes back by itself', async () => {
    const [, , , { id, version }] = (await list(clinician)).alerts;
    for (const until of [DAY, '2026-11-30']) {
      const refused = await act(clinician, id, 'snooze', { until, reason: 'On holiday' }, version);
      expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, '/until']);
    }
    expect((await act(clinician, id, 'snooze', { until: '2026-10-06' }, version)).status).toBe(422);
    const snoozed = await act(clinician, id, 'snooze', { until: '2026-10-06', reason: 'Family away' }, version);
    expect(snoozed.body).toMatchObject({ state: 'snoozed', until: '2026-10-06' });
    await service.watch('2026-10-06');
    expect(await read(id)).toMatchObject({ state: 'raised', since: '2026-10-06', until: null });
  });

  it('that nobody takes up in two working days is passed on, stays with its team, and is acknowledged by either', async () => {
    const before = await list(clinician, { state: 'raised' });
    expect((await list(manager)).total).toBe(0);
    await service.watch('2026-10-07');
    expect((await list(manager)).total).toBe(0);
    await service.watch('2026-10-08');
    const passedOn = await list(manager);
    // All but the one that had been put off, whose two days began when it came back; and the other service's two.
    expect(passedOn.total).toBe(before.total - 1 + 2);
    expect(passedOn.alerts[0]).toMatchObject({
      state: 'escalated',
      escalatedTo: 'waiting-list-managers',
      team: 'salt',
    });
    expect((await list(clinician, { state: 'escalated' })).total).toBe(before.total - 1);
    const { id, version } = passedOn.alerts[0];
    expect((await act(manager, id, 'acknowledge', {}, version)).body).toMatchObject({
      state: 'acknowledged',
      escalatedTo: null,
    });
    await service.watch('2026-10-09');
    expect((await list(manager)).total).toBe(before.total + 2 - 1);
  });

  it('several at once are each reported', async () => {
    const { alerts } = await list(clinician, { state: 'escalated' });
    const stale = { id: alerts[0].id, version: 1 };
    const chosen = alerts.slice(1, 4).map(({ id, version }: { id: string; version: number }) => ({ id, version }));
    const body = { alerts: [stale, ...chosen], note: 'Seen in the morning meeting' };
    const answer = await service.api.post(clinician, '/v1/alerts/acknowledge', body);
    expect(answer.body.refused).toMatchObject([{ id: stale.id, code: 'changed-since' }]);
    expect(answer.body.done.map(({ id }: { id: string }) => id)).toEqual(chosen.map(({ id }: { id: string }) => id));
  });

  it('tells the bus and the audit of everything, by opaque ids alone', async () => {
    await service.settled();
    const told = service.api.published.filter(({ type }) => type.startsWith('alert.'));
    const kinds = new Set(told.map(({ type }) => type));
    expect([...kinds].sort()).toEqual([
      'alert.acknowledged.v1',
      'alert.escalated.v1',
      'alert.raised.v1',
      'alert.snooze-ended.v1',
      'alert.snoozed.v1',
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect(JSON.stringify(told)).not.toMatch(/Okafor|Booked|Family away|2018-10-16/);
    const { personId, id } = (await list(clinician, { state: 'acknowledged' })).alerts[0];
    const written = [];
    for await (const entry of service.api.deps.audit.writtenAbout('liverpool', personId)) written.push(entry);
    expect(written.filter(({ aggregateId }) => aggregateId === id).map(({ kind }) => kind)).toContain(
      'alert-acknowledged',
    );
  });
});
