/** What is written about an assessment — evidence, approvers, notes, the number it was asked under — leaves in no event, refusal or header. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiService, type Asker } from '../api-service.ts';
import { person } from '../invented.ts';

const nhsNumber = '9990121311';
const birthDate = '2013-07-19';
const canaries = [
  'Evidence of a canary',
  'Approver Canarybird',
  'Note of a canary',
  'Canarybird',
  nhsNumber,
  birthDate,
];

let api: ApiService;
let manager: Asker;
beforeAll(async () => {
  api = await ApiService.open({ stream: true });
  manager = await api.staff('data-manager');
});
afterAll(() => api.close());

function clean(text: string, where: string): void {
  for (const canary of canaries) expect(text.includes(canary), `${where} holds ${canary}`).toBe(false);
}

describe('what is written about an assessment', () => {
  it('is in no published event, refusal or header', async () => {
    await api.post(manager, '/v1/people', person({ nhsNumber, birthDate, familyName: 'Canarybird' }));
    const request = {
      nhsNumber,
      birthDate,
      receivedOn: '2026-09-01',
      requestedBy: 'parent',
      councilReference: 'EHC-1',
      advice: [{ services: ['salt'], receivedOn: '2026-09-02' }],
    };
    const sent = await api.post(manager, '/v1/ehc/requests', request);
    expect(sent.status, sent.text).toBe(201);
    const { personId, id, advice } = sent.body;
    const because = { evidence: canaries[0], approver: canaries[1] };
    const assessment = `/v1/people/${personId}/ehc-assessments/${id}/events`;
    const task = `/v1/people/${personId}/ehc-advice/${advice[0].id}/events`;
    const lifted = { kind: 'limit-exception', ground: 'exceptional-circumstances', limits: ['decision'], ...because };
    const excepted = { kind: 'exception', ground: 'exceptional-circumstances', ...because };
    const recorded = [
      await api.post(manager, assessment, { facts: lifted, on: '2026-09-03' }, { 'if-match': '"2"' }),
      await api.post(
        manager,
        assessment,
        { facts: { kind: 'noted', note: canaries[2] }, on: '2026-09-03' },
        { 'if-match': '"3"' },
      ),
      await api.post(manager, task, { facts: excepted, on: '2026-09-03' }, { 'if-match': '"1"' }),
    ];
    for (const { status, text, headers } of recorded) {
      expect(status, text).toBe(201);
      clean(JSON.stringify(headers), 'a header');
    }
    const refused = [
      await api.post(manager, '/v1/ehc/requests', request),
      await api.post(manager, '/v1/ehc/requests', { ...request, councilReference: 'Approver Canarybird' }),
      await api.post(manager, '/v1/ehc/requests', { ...request, birthDate: '2013-07-20' }),
      await api.post(
        manager,
        task,
        { facts: { ...excepted, ground: 'absence' }, on: '2026-09-04' },
        { 'if-match': '"2"' },
      ),
      await api.post(
        manager,
        assessment,
        { facts: { ...lifted, ground: 'school-closure' }, on: '2026-09-04' },
        { 'if-match': '"4"' },
      ),
    ];
    for (const { status, text, headers } of refused) {
      expect([404, 409, 422], text).toContain(status);
      clean(text, `a ${status}`);
      clean(JSON.stringify(headers), 'a header');
    }
    await api.engine.store?.settled();
    expect(api.published.some(({ type }) => type === 'case.ehc-advice.asked.v1')).toBe(true);
    clean(JSON.stringify(api.published), 'an event');
  });
});
