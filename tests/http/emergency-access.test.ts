/** Break-glass: what nobody may know of, seen for a while, marked, told of and reviewed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiService, type Asker, TODAY } from './api-service.ts';
import { nhsNumbers, referred } from './invented.ts';

const [RESTRICTED_NUMBER, NOBODYS_NUMBER] = nhsNumbers;
const reason = 'The child is in the emergency department and cannot speak';
const LATER = `${TODAY.slice(0, 8)}02`;

let api: ApiService;
let outsider: Asker;
let officer: Asker;
let restricted: Awaited<ReturnType<typeof referred>>;

beforeAll(async () => {
  api = await ApiService.open({ stream: true });
  outsider = await api.staff('clinician', { services: ['salt'] });
  officer = await api.staff('audit-officer', { services: [] });
  const who = { flags: ['restricted'], nhsNumber: RESTRICTED_NUMBER };
  restricted = await referred(api, await api.staff('data-manager'), { who, what: { queue: 'OT' } });
});
afterAll(() => api.close());

const person = () => `/v1/people/${restricted.personId}`;
const ask = (asker: Asker, nhsNumber: string, key = api.key()) =>
  api.post(asker, '/v1/emergency-access', { nhsNumber, reason }, { 'idempotency-key': key });
const use = (asker: Asker, id: string) => api.get(asker, `/v1/emergency-access/${id}/person`);

describe('emergency access', () => {
  it('answers alike for a number that somebody has and one that nobody has, until it is used', async () => {
    const asker = await api.staff('administrator', { services: ['salt'] });
    const [one, other] = [await ask(asker, RESTRICTED_NUMBER), await ask(asker, NOBODYS_NUMBER)];
    expect([one.status, other.status]).toEqual([201, 201]);
    const shape = (text: string) => text.replaceAll(/"[\w-]{16}"/g, 'id').replaceAll(/\.\d{3}Z/g, 'Z');
    expect(shape(one.text)).toBe(shape(other.text));
    expect(Object.keys(one.headers)).toEqual(Object.keys(other.headers));
    expect((await use(asker, one.body.id)).body).toEqual({ personId: restricted.personId });
    expect((await use(asker, other.body.id)).status).toBe(404);
  });

  it('shows the person and their referrals to whoever asked, and to nobody else, and lets nobody change anything', async () => {
    const asker = await api.staff('clinician', { services: ['salt'] });
    expect((await api.get(asker, person())).status).toBe(404);
    await ask(asker, RESTRICTED_NUMBER);
    expect((await api.get(asker, person())).status).toBe(200);
    expect((await api.get(asker, restricted.path)).status).toBe(200);
    expect((await api.get(outsider, person())).status).toBe(404);
    const changed = await api.ask(asker, 'PATCH', person(), {
      body: { interpreterLanguage: 'Somali' },
      headers: { 'if-match': '"1"' },
    });
    expect(changed.status).toBe(404);
    const search = await api.ask(asker, 'POST', '/v1/people/search', { body: { nhsNumber: RESTRICTED_NUMBER } });
    expect(search.body.people).toEqual([]);
  });

  it('makes “not yours” cost as many requests as “not there”, so that waiting for the answer tells nothing', async () => {
    const { deps, engine } = api;
    const { store } = engine;
    if (store === undefined) throw new Error('only the local store meters');
    const requests = async (path: string) => {
      await store.settled();
      store.meter.reset();
      expect((await api.get(outsider, path)).status).toBe(404);
      return store.meter.read().requests;
    };
    const nobody = `/v1/people/${deps.ids.fresh()}`;
    expect(await requests(person())).toBe(await requests(nobody));
    expect(await requests(restricted.path)).toBe(await requests(`${nobody}/referrals/${deps.ids.fresh()}`));
  });

  it('ends by itself', async () => {
    const asker = await api.staff('clinician', { services: ['salt'] });
    const { body } = await ask(asker, RESTRICTED_NUMBER);
    expect(Date.parse(body.endsAt) - Date.parse(`${TODAY}T12:00:00Z`)).toBeLessThan(61 * 60_000);
    const tomorrow = { today: LATER };
    expect((await api.ask(asker, 'GET', person(), tomorrow)).status).toBe(404);
    expect((await api.ask(asker, 'GET', `/v1/emergency-access/${body.id}/person`, tomorrow)).status).toBe(404);
  });

  it('does not open another place, nor with a reason that is none, nor for who sees no records', async () => {
    const elsewhere = await api.staff('clinician', { place: 'cheshire-east' });
    const { body } = await ask(elsewhere, RESTRICTED_NUMBER);
    expect((await use(elsewhere, body.id)).status).toBe(404);
    expect((await api.get(elsewhere, person())).status).toBe(404);
    const empty = { nhsNumber: RESTRICTED_NUMBER, reason: 'urgent' };
    expect((await api.post(outsider, '/v1/emergency-access', empty)).status).toBe(422);
    for (const role of ['commissioner', 'audit-officer', 'operator'] as const)
      expect((await ask(await api.staff(role), RESTRICTED_NUMBER)).status).toBe(403);
  });

  it('is asked for once, however often it is sent with one key', async () => {
    const asker = await api.staff('clinician', { services: ['salt'] });
    const key = api.key();
    const [one, two] = [await ask(asker, RESTRICTED_NUMBER, key), await ask(asker, RESTRICTED_NUMBER, key)];
    expect(two.body).toEqual(one.body);
    expect(await api.deps.breakGlasses.askedBy('liverpool', asker.id)).toHaveLength(1);
  });

  it('marks what is seen under it, is told of on the bus, and is copied to the audit', async () => {
    const asker = await api.staff('clinician', { services: ['salt'] });
    const { body } = await ask(asker, RESTRICTED_NUMBER);
    await api.get(asker, person());
    await api.engine.store?.settled();
    const views = [];
    for await (const view of api.deps.audit.viewsBy('liverpool', asker.id)) views.push(view);
    expect(views).toMatchObject([{ grantId: body.id, marks: ['outside-service', 'restricted', 'emergency'] }]);
    const told = api.published.filter(({ subject }) => subject === body.id);
    expect(told.map(({ type, data }) => [type, data])).toEqual([
      [
        'access.broken-glass.v1',
        { place: 'liverpool', accessId: body.id, actor: asker.id, endsAt: expect.stringMatching(/Z$/) },
      ],
    ]);
    expect(JSON.stringify(told)).not.toContain(RESTRICTED_NUMBER);
    const seen = await api.get(officer, `/v1/audit/people/${restricted.personId}`);
    const what = seen.body.lines.filter((line: { by: { id: string } }) => line.by.id === asker.id);
    expect(what.map((line: { what: string }) => line.what)).toEqual(['person.read', 'emergency-access-asked']);
  });
});

describe('the review of an emergency access', () => {
  it('is recorded once, by an officer who did not ask, and takes it off the list', async () => {
    const both = [
      { place: 'liverpool', role: 'clinician', services: ['salt'] },
      { place: 'liverpool', role: 'audit-officer', services: [] },
    ] as const;
    const asker = await api.staff(both.map((one) => ({ ...one, services: [...one.services] })));
    const asked = await api.post(
      asker,
      '/v1/emergency-access',
      { nhsNumber: NOBODYS_NUMBER, reason },
      { 'acting-as': 'liverpool/clinician' },
    );
    const path = `/v1/audit/emergency-access/${asker.id}/${asked.body.id}`;
    const waiting = async () =>
      (await api.get(officer, '/v1/audit/emergency-access')).body.accesses.find(
        ({ id }: { id: string }) => id === asked.body.id,
      );
    expect(await waiting()).toMatchObject({ reason, person: null, standing: 'waiting', by: { name: 'Somebody' } });
    const review = { outcome: 'justified', note: 'The ward called; the number was mistyped' };
    const own = await api.post(asker, `${path}/review`, review, {
      'if-match': '"1"',
      'acting-as': 'liverpool/audit-officer',
    });
    expect([own.status, own.body.code]).toEqual([409, 'own-access']);
    const done = await api.post(officer, `${path}/review`, review, { 'if-match': '"1"' });
    expect([done.status, done.body.standing, done.headers['etag']]).toEqual([201, 'reviewed', '"2"']);
    expect(await waiting()).toBeUndefined();
    expect((await api.post(officer, `${path}/review`, review, { 'if-match': '"1"' })).status).toBe(412);
    expect((await api.post(officer, `${path}/review`, review, { 'if-match': '"2"' })).status).toBe(409);
    await api.engine.store?.settled();
    expect(api.published.filter(({ subject }) => subject === asked.body.id).map(({ type }) => type)).toEqual([
      'access.broken-glass.v1',
      'access.reviewed.v1',
    ]);
  });

  it('is overdue when nobody has reviewed it in three working days', async () => {
    const asker = await api.staff('clinician', { services: ['salt'] });
    // 1 November 2026 is a Sunday: the third working day after it is Wednesday the 4th.
    const { body } = await ask(asker, NOBODYS_NUMBER);
    const standing = async (today: string) =>
      (await api.ask(officer, 'GET', `/v1/audit/emergency-access/${asker.id}/${body.id}`, { today })).body.standing;
    expect([await standing('2026-11-04'), await standing('2026-11-05')]).toEqual(['waiting', 'overdue']);
  });
});
