import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indicatorRoutes } from '../../../functions/indicators-api/routes/routes.ts';
import { figureFiles } from '../../../shared/application/indicators/files/figure-files.ts';
import { type Role, roles } from '../../../shared/domain/staff/staff.ts';
import { CensusService, performanceLead, vouched } from './census-service.ts';
import { aRisk } from './papers.ts';

let service: CensusService;
let riskId: string;
beforeAll(async () => {
  service = await CensusService.open();
  await service.take({ time: '2026-11-02T09:00:00Z' });
  riskId = (await service.write(performanceLead, '/v1/indicators/risks', aRisk())).body.id;
});
afterAll(() => service.close());

/** Who may ask for each route; whoever else is refused with 403, whatever they ask about. */
const reads: readonly Role[] = ['commissioner', 'data-manager', 'performance-lead', 'board-chair'];
const may: Readonly<Partial<Record<string, readonly Role[]>>> = {
  'board.write': ['performance-lead'],
  'board.sign': ['board-chair'],
  'indicator.rebase': ['performance-lead'],
};

/** Files that hold small numbers are for whoever may see these. */
const isRestricted = (path: string) =>
  figureFiles.some(({ code, restricted }) => restricted && path.includes(`/files/${code}.`));

const all = indicatorRoutes.map(({ method, path, action }) => ({ method, path, action }));

const addressOf = (path: string) =>
  path
    .replace('{queue}', 'SALT')
    .replace('{riskId}', riskId)
    .replace('{period}', '2026-10')
    .replace('{section}', 'summary')
    .replace('{edition}', '1');

describe.each(all)('$method $path', ({ method, path, action }) => {
  const ask = (who: Readonly<Record<string, unknown>>) =>
    service.ask(who, method, addressOf(path), {
      headers: method === 'GET' ? {} : { 'idempotency-key': 'a-key-of-this-test', 'if-match': '"999"' },
      ...(method === 'GET' ? {} : { body: {} }),
    });

  it.each(roles)('answers a %s as their role may', async (role) => {
    const { status } = await ask(vouched([{ place: 'liverpool', role, services: ['salt'] }]));
    if (!(may[action] ?? reads).includes(role)) expect(status).toBe(403);
    // Past permission: nothing that is sent is right.
    else if (method !== 'GET') expect(status).toBe(422);
    // Of an empty place there are no duties yet: that is another answer than "you may not".
    else expect(role !== 'data-manager' && isRestricted(path) ? [403] : [200, 404]).toContain(status);
  });

  it('answers whoever nobody vouches for with 401', async () => {
    for (const said of [
      {},
      { state: 'unknown' },
      { state: 'idle' },
      { state: 'signed-in' },
      { state: 'signed-in', staffId: 'x' },
    ]) {
      expect((await ask(said)).status).toBe(401);
    }
  });

  it('answers whoever is signed in and not registered with 403', async () => {
    expect((await ask({ state: 'not-registered' })).status).toBe(403);
  });
});

describe('figures', () => {
  it('are in full for whoever may see small numbers, and as released for others', async () => {
    const view = async (role: Role) =>
      (await service.figures(vouched([{ place: 'liverpool', role, services: [] }]), '/v1/indicators')).body.view;
    const views = await Promise.all(
      ['commissioner', 'performance-lead', 'board-chair', 'data-manager'].map((role) => view(role as Role)),
    );
    expect(views).toEqual(['released', 'released', 'released', 'full']);
  });

  it('are those of one’s own place', async () => {
    const elsewhere = vouched([{ place: 'cheshire-east', role: 'commissioner', services: [] }]);
    const { body } = await service.figures(elsewhere, '/v1/indicators');
    expect(body.overview.place).toBe('cheshire-east');
    const nowhere = vouched([{ place: 'nowhere', role: 'commissioner', services: [] }]);
    expect((await service.figures(nowhere, '/v1/indicators')).status).toBe(404);
    expect((await service.figures(elsewhere, '/v1/indicators/queues/NONE')).status).toBe(404);
  });

  it('and papers of another place are not there', async () => {
    const elsewhere = vouched([{ place: 'cheshire-east', role: 'performance-lead', services: [] }]);
    expect((await service.figures(elsewhere, `/v1/indicators/risks/${riskId}`)).status).toBe(404);
    expect((await service.figures(elsewhere, '/v1/indicators/risks')).body.risks).toEqual([]);
    const decision = { reason: 'It is not ours', on: '2026-11-09' };
    const close = `/v1/indicators/risks/${riskId}/close`;
    expect((await service.write(elsewhere, close, decision, { seen: 1 })).status).toBe(404);
  });
});
