/** Assessments and advice as other systems use them: the council's request, the timetable, chases and counts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { ApiService, type Asker } from '../api-service.ts';
import { person } from '../invented.ts';
import { COORDINATION } from './ehc-service.ts';

let api: ApiService;
let council: Asker;
let coordinator: Asker;
let manager: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  council = await api.staff('council-system');
  manager = await api.staff('data-manager');
  coordinator = await api.staff('administrator', { services: [COORDINATION] });
});
afterAll(() => api.close());

let serial = 0;
/** Somebody new with a number of the test range, and the request about them. */
async function someone() {
  const numbers = ['9990000018', '9990000026', '9990000034', '9990000042', '9990000050', '9990000069', '9990000077'];
  const nhsNumber = numbers[serial] ?? '';
  serial += 1;
  const added = await api.post(manager, '/v1/people', person({ nhsNumber, birthDate: '2015-02-11' }));
  const request = {
    nhsNumber,
    birthDate: '2015-02-11',
    receivedOn: '2026-03-02',
    requestedBy: 'setting',
    councilReference: `EHC-${serial}`,
    advice: [
      { services: ['salt', 'ot'], receivedOn: '2026-03-09' },
      { services: ['social-care'], receivedOn: '2026-03-11', familyAsked: true },
    ],
  };
  return { personId: added.body.id as string, request };
}
const send = (request: unknown, key = api.key()) =>
  api.ask(council, 'POST', '/v1/ehc/requests', {
    body: request,
    headers: { 'idempotency-key': key },
    today: '2026-03-12',
  });

describe('The council’s request', () => {
  it('is all that its system may do, with seeing what became of it', async () => {
    const { personId, request } = await someone();
    const sent = await send(request);
    const path = sent.headers['location'] ?? '';
    expect((await api.get(council, path)).body).toMatchObject({ id: sent.body.id, stage: 'deciding' });
    expect((await api.get(coordinator, path)).status).toBe(200);
    // What another system asked for, or staff recorded, is not there for it.
    const another = await api.staff('council-system');
    expect((await api.get(another, path)).status).toBe(404);
    const advice = `/v1/people/${personId}/cases/ehc-advice/${sent.body.advice[0].id}`;
    const elsewhere = [
      [`/v1/people/${personId}`, 403],
      [`/v1/people/${personId}/cases`, 403],
      [`/v1/people/${personId}/cases/ehc-assessment/${sent.body.id}`, 403],
      [advice, 403],
      ['/v1/cases/ehc-assessment', 403],
      ['/v1/queues', 403],
      ['/v1/ehc/chases', 403],
    ] as const;
    for (const [other, status] of elsewhere) expect((await api.get(council, other)).status, other).toBe(status);
    const happened = { facts: { kind: 'decided-to-assess' }, on: '2026-03-12' };
    expect((await api.post(council, `${path}/events`, happened, { 'if-match': '"3"' })).status).toBe(403);
    const viewed: string[] = [];
    for await (const view of api.deps.audit.viewsBy('liverpool', council.id)) viewed.push(view.action);
    expect(viewed).toContain('case.read');
  });

  it('opens an assessment and asks each service, in one call that may be sent again', async () => {
    const { personId, request } = await someone();
    const key = api.key();
    const sent = await send(request, key);
    expect(sent.status).toBe(201);
    expect(sent.headers['location']).toBe(`/v1/people/${personId}/ehc-assessments/${sent.body.id}`);
    expect(sent.body).toMatchObject({
      stage: 'deciding',
      councilReference: request.councilReference,
      version: 3,
      adviceTogether: null,
    });
    expect(
      sent.body.advice.map((one: Record<string, unknown>) => [one['service'], one['dueOn'], one['standing']]),
    ).toEqual([
      ['ot', '2026-04-20', 'awaited'],
      ['salt', '2026-04-20', 'awaited'],
      ['social-care', '2026-04-22', 'awaited'],
    ]);
    const again = await send(request, key);
    expect([again.status, again.body]).toEqual([201, sent.body]);
    expect((await send({ ...request, requestedBy: 'parent' }, key)).status).toBe(422);
    const other = await send({ ...request, receivedOn: '2026-03-03' });
    expect([other.status, other.body.code]).toEqual([409, 'assessment-open']);
  });

  it('leads to nobody by a number alone, and says what is wrong with what it cannot take', async () => {
    const { request } = await someone();
    const wrongDay = await send({ ...request, birthDate: '2015-02-12' });
    expect([wrongDay.status, wrongDay.body.code]).toEqual([404, 'person-not-found']);
    expect((await send({ ...request, nhsNumber: '9990000085' })).status).toBe(404);
    const bad = await send({ ...request, nhsNumber: '9990000019', councilReference: 'Amina Yusuf', surprise: 1 });
    expect(bad.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/councilReference',
      '/surprise',
    ]);
    const plumbing = await send({ ...request, advice: [{ services: ['plumbing'], receivedOn: '2026-03-09' }] });
    expect([plumbing.status, plumbing.body.errors[0].pointer]).toEqual([422, '/facts/services/0']);
    expect((await api.ask(council, 'POST', '/v1/ehc/requests', { body: request })).status).toBe(400);
  });

  it('is completed when its first sending ended half way', async () => {
    const { personId, request } = await someone();
    const key = api.key();
    // Only the opening was kept: the same command is sent with its advice taken off.
    const opened = await send({ ...request, advice: [] }, key);
    expect(opened.body.advice).toEqual([]);
    const whole = await send(request, key);
    expect(whole.body.advice).toHaveLength(3);
    const tasks = (await api.get(coordinator, `/v1/people/${personId}/ehc-assessments/${whole.body.id}`)).body.advice;
    expect(tasks.map(({ id }: { id: string }) => id)).toEqual(whole.body.advice.map(({ id }: { id: string }) => id));
  });
});

describe('An assessment', () => {
  it('is for those who coordinate: a service sees its own advice and not the assessment', async () => {
    const { personId, request } = await someone();
    const { body } = await send(request);
    const path = `/v1/people/${personId}/ehc-assessments/${body.id}`;
    const therapist = await api.staff('clinician', { services: ['salt'] });
    expect((await api.get(coordinator, path)).status).toBe(200);
    expect((await api.get(therapist, path)).status).toBe(404);
    expect(
      (await api.get(await api.staff('administrator', { place: 'cheshire-east', services: [COORDINATION] }), path))
        .status,
    ).toBe(404);
    expect((await api.get(await api.staff('commissioner'), path)).status).toBe(403);
    expect((await api.get(coordinator, `/v1/people/${personId}/ehc-assessments/${api.deps.ids.fresh()}`)).status).toBe(
      404,
    );
  });

  it('tells the family’s stages and nothing that a service wrote', async () => {
    const { request } = await someone();
    const { body } = await send(request);
    expect(body.forFamily.next).toEqual({ what: 'ehc-decision', by: '2026-04-13' });
    expect(body.forFamily.advice.map(({ standing }: { standing: string }) => standing)).toEqual([
      'awaited',
      'awaited',
      'awaited',
    ]);
    expect(body.limits.map(({ due }: { due: string }) => due)).toEqual(['2026-04-13', '2026-06-22', '2026-07-20']);
  });
});

describe('Chases and counts', () => {
  it('list what is to be chased today, of the services one may see, and count a period', async () => {
    const { request } = await someone();
    const { body } = await send(request);
    const on = (today: string, who = coordinator) => api.ask(who, 'GET', '/v1/ehc/chases', { today });
    const mine = (answer: { body: { chases: { personId: string; service: string; chaseFrom: string }[] } }) =>
      answer.body.chases
        .filter(({ personId }) => personId === body.personId)
        .map(({ service, chaseFrom }) => [service, chaseFrom]);
    expect(mine(await on('2026-03-22'))).toEqual([]);
    expect(mine(await on('2026-03-24'))).toEqual([
      ['ot', '2026-03-23'],
      ['salt', '2026-03-23'],
    ]);
    expect(mine(await on('2026-03-25', await api.staff('clinician', { services: ['social-care'] })))).toEqual([
      ['social-care', '2026-03-25'],
    ]);
    const counts = await api.ask(coordinator, 'GET', '/v1/ehc/counts', {
      query: { from: '2026-03-01', to: '2026-04-30' },
      today: '2026-05-01',
    });
    expect(counts.status).toBe(200);
    expect(counts.body.policyVersion).toBe(liverpool.version);
    expect(counts.body.assessments.requests).toBeGreaterThanOrEqual(1);
    const { all, services, together } = counts.body.advice;
    expect(all.due).toBe(all.onTime + all.late + all.lateException);
    expect(all.late).toBeGreaterThan(0);
    expect([all.onTimeRate, together.onTime]).toEqual([0, 0]);
    expect(services.map(({ service }: { service: string }) => service)).toEqual(['ot', 'salt', 'social-care']);
    const backwards = await api.ask(coordinator, 'GET', '/v1/ehc/counts', {
      query: { from: '2026-05-01', to: '2026-04-30' },
    });
    expect([backwards.status, backwards.body.errors[0].pointer]).toEqual([422, '/to']);
    const therapist = await api.staff('clinician', { services: ['salt'] });
    expect(
      (await api.ask(therapist, 'GET', '/v1/ehc/counts', { query: { from: '2026-03-01', to: '2026-04-30' } })).status,
    ).toBe(403);
  });
});
