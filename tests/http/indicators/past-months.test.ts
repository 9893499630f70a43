/** A place that brings its histories in has its past at once: every month that was not published, from one reading of each history. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asker } from '../api-service.ts';
import { analyst, CensusService, commissioner } from './census-service.ts';

let service: CensusService;
let manager: Asker;
beforeAll(async () => {
  service = await CensusService.open();
  manager = await service.api.staff('data-manager');
  for (const on of ['2026-06-08', '2026-06-22', '2026-07-06', '2026-08-03']) await receive(on);
});
afterAll(() => service?.close());

/** Somebody referred to speech and language therapy on a day, brought in later than everything that is counted. */
async function receive(on: string): Promise<void> {
  const made = await service.api.ask(manager, 'POST', '/v1/people', {
    body: { familyName: 'Okafor', givenName: 'Wei', birthDate: '2018-10-16' },
    headers: { 'idempotency-key': service.api.key() },
    today: '2026-09-01',
  });
  const received = await service.api.ask(manager, 'POST', `/v1/people/${made.body.id}/referrals`, {
    body: { queue: 'SALT', on, facts: { source: 'gp', tier: 'routine' } },
    headers: { 'idempotency-key': service.api.key() },
    today: '2026-09-01',
  });
  expect(received.status, received.text).toBe(201);
}

interface Told {
  readonly month: string;
  readonly open: number;
  readonly additions: number;
  readonly stamp: { readonly asAt: string };
}

const series = async () => (await service.figures(analyst, '/v1/indicators/queues/SALT/series')).body.points;

describe('the months of the past', () => {
  it('are published from the first that the queue has a referral in, each as at its end', async () => {
    await service.take({ time: '2026-09-02T09:00:00Z', from: '2025-01' });
    const told = (await series()).map((point: Told) => [point.month, point.open, point.additions, point.stamp.asAt]);
    expect(told).toEqual([
      ['2026-06', 2, 2, '2026-06-30'],
      ['2026-07', 3, 1, '2026-07-31'],
      ['2026-08', 4, 1, '2026-08-31'],
    ]);
  });

  it('of a queue that nobody was ever referred to are its last alone', async () => {
    const { points } = (await service.figures(analyst, '/v1/indicators/queues/OT/series')).body;
    expect(points.map(({ month }: { month: string }) => month)).toEqual(['2026-08']);
  });

  it('are published once, and the next month follows from them', async () => {
    await service.take({ time: '2026-09-03T09:00:00Z', from: '2025-01' });
    expect((await series()).map(({ edition }: { edition: number }) => edition)).toEqual([1, 1, 1]);
    await service.take({ time: '2026-09-30T23:00:00Z' });
    expect((await series()).at(-1)).toMatchObject({ month: '2026-09', open: 4, additions: 0, edition: 1 });
  });

  it('may leave the service as any month may', async () => {
    const { points, view } = (await service.figures(commissioner, '/v1/indicators/queues/SALT/series')).body;
    expect(view).toBe('released');
    expect(points.map(({ open }: { open: unknown }) => open)).toEqual(['*', '*', '*', '*']);
  });
});
