/** The list of health checks, its file and its counts over the API. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiService, type Asker } from '../api-service.ts';
import { followed, happened, NURSES } from './health-check-service.ts';

let api: ApiService;
let nurse: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  nurse = await api.staff('clinician', { services: NURSES });
  await followed(api, nurse, { who: { familyName: 'Young', birthDate: '2013-06-10' } });
  const late = await followed(api, nurse, { who: { familyName: 'Late' } });
  await happened(api, nurse, late, ['2025-09-20', { kind: 'checked', where: 'practice' }]);
  const planless = await followed(api, nurse, { who: { familyName: 'Planless' }, practice: 'N82002' });
  await happened(api, nurse, planless, ['2026-09-20', { kind: 'checked', where: 'hub' }]);
  const whole = await followed(api, nurse, {
    who: { familyName: 'Whole', ethnicCategory: 'A', nhsNumber: '9990017336' },
    practice: 'N82002',
  });
  await happened(
    api,
    nurse,
    whole,
    ['2026-09-01', { kind: 'invited', by: 'letter' }],
    ['2026-09-21', { kind: 'checked', where: 'practice' }],
    ['2026-09-28', { kind: 'plan-agreed', goals: ['=cmd'], actions: [] }],
  );
  const declined = await followed(api, nurse, { who: { familyName: '=Declined' } });
  await happened(api, nurse, declined, [
    '2026-05-01',
    { kind: 'declined', by: 'young-person', capacityConsidered: true },
  ]);
  const gone = await followed(api, nurse, { who: { familyName: 'Gone' } });
  await happened(api, nurse, gone, ['2026-05-01', { kind: 'left', why: 'off-register' }]);
});
afterAll(() => api.close());

async function namesOf(query: Readonly<Record<string, string>> = {}) {
  const answer = await api.get(nurse, '/v1/health-checks', query);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.rows.map(({ familyName }: { familyName: string }) => familyName);
}

describe('the list', () => {
  it('shows everybody who has not left, the first due first, with totals', async () => {
    expect(await namesOf()).toEqual(['Late', '=Declined', 'Planless', 'Whole', 'Young']);
    const { body } = await api.get(nurse, '/v1/health-checks');
    expect(body).toMatchObject({
      total: 5,
      complete: true,
      tally: { overdue: 1, completed: 2, declined: 1, 'not-eligible': 1 },
    });
    expect(body.rows[2]).toMatchObject({ status: 'completed', planComplete: false, practice: 'N82002' });
  });

  it.each([
    [{ status: 'completed' }, ['Planless', 'Whole']],
    [{ status: 'left' }, ['Gone']],
    [{ practice: 'N82002', sort: '-name' }, ['Whole', 'Planless']],
    [{ only: 'plan-missing' }, ['Planless']],
    [{ step: 'declined,not-invited' }, ['Late', '=Declined', 'Young']],
    [{ sort: '-due' }, ['Young', 'Whole', 'Planless', '=Declined', 'Late']],
  ])('is filtered and sorted by %o', async (query, expected) => {
    expect(await namesOf(query as unknown as Record<string, string>)).toEqual(expected);
  });

  it('is paged so that each appears once, though one moves meanwhile', async () => {
    const met: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor === undefined ? {} : { cursor }) };
      const page = (await api.get(nurse, '/v1/health-checks', query)).body;
      met.push(...page.rows.map(({ familyName }: { familyName: string }) => familyName));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(met).toEqual(['Late', '=Declined', 'Planless', 'Whole', 'Young']);
  });

  it.each([{ status: 'late' }, { sort: 'shoe-size' }, { limit: '0' }, { cursor: 'x' }, { practice: 'a b' }])(
    'refuses %o',
    async (query) => {
      expect((await api.get(nurse, '/v1/health-checks', query as unknown as Record<string, string>)).status).toBe(422);
    },
  );

  it('is one recorded view that names everybody shown', async () => {
    const colleague = await api.staff('clinician', { services: NURSES });
    await api.get(colleague, '/v1/health-checks');
    const officer = await api.staff('audit-officer');
    const seen = await api.get(officer, `/v1/audit/staff/${colleague.id}`, { from: '2026-11-01', to: '2026-11-01' });
    expect(seen.status, seen.text).toBe(200);
    expect(seen.body.lines).toHaveLength(1);
    expect(seen.body.lines[0].people).toHaveLength(5);
  });
});

describe('the file', () => {
  it('holds no formula, and every column of a practice’s file', async () => {
    const { text, headers } = await api.get(nurse, '/v1/health-checks.csv');
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain('NHS Number,Local Patient ID,Surname,Date of Birth,GP Practice,On Register From');
    expect(text).toContain("'=Declined");
    expect(headers['content-disposition']).toContain('health-checks-2026-11-01.csv');
  });
});

describe('the counts', () => {
  it('are raw, whole and by practice, with what the place aims at', async () => {
    const { body } = await api.get(nurse, '/v1/health-checks/counts');
    expect(body).toMatchObject({
      financialYear: '2026-27',
      to: '2026-11-01',
      counts: {
        checked: 2,
        withPlan: 1,
        withPlanAndEthnicity: 1,
        eligible: 4,
        declined: 1,
        eligibleWithoutDeclined: 3,
      },
      target: { percent: 75, label: 'Former national target' },
    });
    expect(body.practices.map(({ practice }: { practice: string }) => practice)).toEqual(['N82001', 'N82002']);
  });

  it('of a past year are those of its last day', async () => {
    const { body } = await api.get(nurse, '/v1/health-checks/counts', { year: '2025' });
    expect(body).toMatchObject({ to: '2026-03-31', counts: { checked: 1, eligible: 5, declined: 0 } });
  });

  it.each(['2013', '2027', 'next'])('are not there for %s', async (year) => {
    expect((await api.get(nurse, '/v1/health-checks/counts', { year })).status).toBe(422);
  });
});
