import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicatorRoutes } from '../../../functions/indicators-api/routes/routes.ts';
import { roles } from '../../../shared/domain/staff/staff.ts';
import { CensusService, vouched } from './census-service.ts';

let service: CensusService;
beforeAll(async () => {
  service = await CensusService.open();
  await service.take({ time: '2026-11-02T09:00:00Z' });
});
afterAll(() => service.close());

const paths = indicatorRoutes.map(({ path }) => path.replace('{queue}', 'SALT'));
const reads = new Set(['commissioner', 'data-manager']);

describe.each(paths)('GET %s', (path) => {
  it.each(roles)('answers a %s as their role may', async (role) => {
    const { status } = await service.figures(vouched([{ place: 'liverpool', role, services: ['salt'] }]), path);
    if (!reads.has(role)) expect(status).toBe(403);
    // Of an empty place there are no duties yet: that is another answer than "you may not".
    else
      expect(role === 'commissioner' && path.endsWith('community-return.csv') ? [403] : [200, 404]).toContain(status);
  });

  it('answers whoever nobody vouches for with 401', async () => {
    for (const said of [
      {},
      { state: 'unknown' },
      { state: 'idle' },
      { state: 'signed-in' },
      { state: 'signed-in', staffId: 'x' },
    ]) {
      expect((await service.figures(said, path)).status).toBe(401);
    }
  });

  it('answers whoever is signed in and not registered with 403', async () => {
    expect((await service.figures({ state: 'not-registered' }, path)).status).toBe(403);
  });
});

describe('figures', () => {
  it('are in full for whoever may see small numbers, and as released for others', async () => {
    const view = async (role: 'commissioner' | 'data-manager') =>
      (await service.figures(vouched([{ place: 'liverpool', role, services: [] }]), '/v1/indicators')).body.view;
    expect([await view('commissioner'), await view('data-manager')]).toEqual(['released', 'full']);
  });

  it('are those of one’s own place', async () => {
    const elsewhere = vouched([{ place: 'cheshire-east', role: 'commissioner', services: [] }]);
    const { body } = await service.figures(elsewhere, '/v1/indicators');
    expect(body.overview.place).toBe('cheshire-east');
    const nowhere = vouched([{ place: 'nowhere', role: 'commissioner', services: [] }]);
    expect((await service.figures(nowhere, '/v1/indicators')).status).toBe(404);
    expect((await service.figures(elsewhere, '/v1/indicators/queues/NONE')).status).toBe(404);
  });
});
