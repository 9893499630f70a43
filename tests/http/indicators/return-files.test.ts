/** Figures as files: each as CSV and JSON, with what its columns mean; what national collections ask, for whoever sends it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureFiles } from '../../../shared/application/indicators/files/figure-files.ts';
import type { Asker } from '../api-service.ts';
import { analyst, CensusService, commissioner } from './census-service.ts';

let service: CensusService;
let manager: Asker;
beforeAll(async () => {
  service = await CensusService.open();
  manager = await service.api.staff('data-manager');
  for (const queue of ['ASD', 'ASD', 'ADHD', 'SALT']) await receive(queue);
  await service.take({ time: '2026-11-01T00:00:00Z' });
});
afterAll(() => service?.close());

async function receive(queue: string): Promise<void> {
  const made = await service.api.ask(manager, 'POST', '/v1/people', {
    body: { familyName: 'Okafor', givenName: 'Wei', birthDate: '2016-10-16' },
    headers: { 'idempotency-key': service.api.key() },
    today: '2026-10-06',
  });
  const received = await service.api.ask(manager, 'POST', `/v1/people/${made.body.id}/referrals`, {
    body: { queue, on: '2026-10-05', facts: { source: 'gp', tier: 'routine' } },
    headers: { 'idempotency-key': service.api.key() },
    today: '2026-10-06',
  });
  expect(received.status, received.text).toBe(201);
}

const asJson = async (code: string, who = analyst) =>
  (await service.figures(who, `/v1/indicators/files/${code}.json`, { month: '2026-10' })).body;

/** A file's rows, each by the names of its columns. */
function named({ columns, rows }: { columns: { name: string }[]; rows: unknown[][] }): Record<string, unknown>[] {
  return rows.map((cells) => Object.fromEntries(columns.map(({ name }, at) => [name, cells[at]])));
}

describe.each(figureFiles.map(({ code }) => code))('%s', (code) => {
  it('says of every line where it comes from, and the same in both forms', async () => {
    const file = await asJson(code);
    expect(file).toMatchObject({ file: code, place: 'liverpool', view: 'full' });
    const lines = named(file);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ 'rules version': 1, 'small numbers': 'none' });
    const csv = (await service.figures(analyst, `/v1/indicators/files/${code}.csv`, { month: '2026-10' })).body;
    expect(csv.trim().split('\r\n')).toHaveLength(lines.length + 1);
    expect(csv.split('\r\n')[0]).toBe(`\ufeff${file.columns.map(({ name }: { name: string }) => name).join(',')}`);
  });
});

describe('what national collections ask', () => {
  const figure = async (code: string, wanted: Record<string, unknown>) =>
    named(await asJson(code)).filter((line) => Object.entries(wanted).every(([name, value]) => line[name] === value));

  it('is counted by the census from the histories', async () => {
    const [open] = await figure('autism-return', { measure: 'asd16-open', group: '0 to 17' });
    expect(open).toMatchObject({ figure: 2, of: 'Autism assessment', 'as at': '2026-10-31' });
    const [adhd] = await figure('adhd-return', { measure: 'open-0-13-weeks', group: '5 to 17' });
    expect(adhd).toMatchObject({ figure: 1, period: '2026-10' });
    const ten = await figure('national-ages', { group: '6 to 10', figure: 2 });
    expect(ten).toHaveLength(1);
  });

  it('is there of budgets and advice, though there are none', async () => {
    const [taken] = await figure('budget-return', { measure: 'taken-up', group: 'Children' });
    expect(taken).toMatchObject({ figure: null, period: 'Quarter 3 2026-27' });
    const [rate] = await figure('advice-return', { measure: 'percent-with-exceptions', group: 'All services' });
    expect(rate).toMatchObject({ figure: null, period: '2026 to date' });
  });

  it('is for whoever may see small numbers, and nobody else', async () => {
    for (const { code, restricted } of figureFiles) {
      const { status, body } = await service.figures(commissioner, `/v1/indicators/files/${code}.json`);
      expect([code, status]).toEqual([code, restricted ? 403 : 200]);
      if (restricted) expect(body.type).toMatch(/small-numbers$/);
      else expect(body.view).toBe('released');
    }
  });

  it('of a month that was not published is not there', async () => {
    const { status } = await service.figures(analyst, '/v1/indicators/files/autism-return.csv', { month: '2026-09' });
    expect(status).toBe(404);
  });
});
