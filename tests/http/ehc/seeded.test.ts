/** The demonstration's assessments over the real engine: kept, listed, due, and the same as what following them would make. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ehcTasks } from '../../../infra/local/seed/ehc.ts';
import { readAssessment } from '../../../shared/application/ehc/read-assessment.ts';
import { settleAdvice } from '../../../shared/application/ehc/settle-advice.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { ApiService } from '../api-service.ts';
import { EhcService } from './ehc-service.ts';

const TODAY = '2026-09-14';

let api: ApiService;
beforeAll(async () => {
  api = await ApiService.open();
  const home = { districts: ['L1'], practices: ['N82001'] };
  for (const keep of ehcTasks(api.deps, liverpool, home, localDate(TODAY))) await keep();
});
afterAll(() => api.close());

describe('the demonstration’s assessments', () => {
  it('are listed with every stage, and services owe advice', async () => {
    const lists = await Promise.all(
      (['open', 'closed'] as const).map((list) => api.deps.cases.list('liverpool', 'ehc-assessment', list, 1000)),
    );
    const statuses = new Set(lists.flatMap(({ rows }) => rows.map(({ status }) => status)));
    expect(statuses.size).toBe(7);
    const owed = await api.deps.cases.list('liverpool', 'ehc-advice', 'open', 1000);
    expect(new Set(owed.rows.map(({ service }) => service)).size).toBeGreaterThanOrEqual(4);
    expect((await api.deps.cases.due('liverpool', 'salt', localDate('2026-12-31'), 1000)).rows.length).toBeGreaterThan(
      0,
    );
  });

  it('have nothing left for the stream to complete', async () => {
    const ehc = new EhcService(api);
    const { rows } = await api.deps.cases.list('liverpool', 'ehc-assessment', 'open', 1000);
    for (const { personId, caseId } of rows.slice(0, 10)) {
      const call = ehc.callOn(TODAY);
      const before = await readAssessment(api.deps, call, { personId, caseId });
      await settleAdvice(api.deps, before.record, parseInstant(`${TODAY}T20:00:00Z`));
      expect(await readAssessment(api.deps, call, { personId, caseId })).toEqual(before);
    }
  });
});
