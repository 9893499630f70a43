/** The health checks that the local service starts with: kept by the real store, and listed as a nurse sees them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { healthCheckTasks } from '../../../infra/local/seed/health-checks.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { ApiService, TODAY } from '../api-service.ts';
import { NURSES } from './health-check-service.ts';

let api: ApiService;
beforeAll(async () => {
  api = await ApiService.open();
});
afterAll(() => api.close());

it('a seeded place has young people of every practice in every status', async () => {
  const practices = ['N82001', 'N82033', 'N82054'];
  const home = { districts: ['L8', 'L17'], practices };
  const place = { policy: liverpool, home, people: 130, seed: 2027, firstSerial: 160_000 };
  const tasks = healthCheckTasks(api.deps, place, localDate(TODAY));
  await Promise.all(tasks.map((task) => task()));
  const nurse = await api.staff('clinician', { services: NURSES });
  const { body } = await api.get(nurse, '/v1/health-checks', { limit: '200' });
  expect(Object.keys(body.tally).sort()).toEqual([
    'completed',
    'declined',
    'due-soon',
    'not-eligible',
    'overdue',
    'up-to-date',
  ]);
  expect(new Set(body.rows.map(({ practice }: { practice: string }) => practice))).toEqual(new Set(practices));
  const left = await api.get(nurse, '/v1/health-checks', { status: 'left' });
  expect(body.total + left.body.total).toBe(130);
});
