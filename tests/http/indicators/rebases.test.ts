/** Drawing the limits of a chart anew by the API: who, when and why, on the version that was read, and undone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishFigures } from '../../pages/indicators/published.ts';
import { boardChair, CensusService, commissioner, performanceLead } from './census-service.ts';

let service: CensusService;
beforeAll(async () => {
  service = await CensusService.open();
  await publishFigures(service.api.engine);
});
afterAll(() => service.close());

const path = '/v1/indicators/queues/SALT/rebases';
const asked = { measure: 'within', from: '2026-02', reason: 'A second team began in February' };

it('is read as nothing, done, seen by all, and undone with its history kept', async () => {
  const before = await service.figures(commissioner, path);
  expect([before.headers['etag'], before.body]).toEqual([
    '"0"',
    { queue: 'SALT', version: 0, inForce: [], history: [] },
  ]);
  const done = await service.write(performanceLead, path, asked, { seen: 0, key: 'the-first-key' });
  expect(done.status).toBe(200);
  const by = { name: 'Somebody', role: 'performance-lead' };
  expect(done.body.inForce).toEqual([{ ...asked, kind: 'rebased', by, at: '2026-11-10T12:00:00.000Z' }]);
  expect((await service.write(performanceLead, path, asked, { seen: 0, key: 'the-first-key' })).body).toEqual(
    done.body,
  );
  expect((await service.figures(boardChair, path)).body).toEqual(done.body);
  const late = await service.write(performanceLead, path, { ...asked, from: '2026-05' }, { seen: 0 });
  expect([late.status, late.body.facts]).toEqual([412, { currentVersion: 1 }]);
  const undo = { ...asked, reason: 'The team was lent elsewhere' };
  const undone = await service.write(performanceLead, `${path}/undo`, undo, { seen: 1 });
  expect([undone.body.inForce, undone.body.history.length, undone.body.version]).toEqual([[], 2, 2]);
});

it('is refused for months that have no figure, lists that are not there, and words about a child', async () => {
  const code = async (body: object, at = path) =>
    (await service.write(performanceLead, at, body, { seen: 9 })).body.code;
  expect(await code({ ...asked, reason: 'For 999 000 0018' })).toBe('input');
  expect(await code(asked, path.replace('SALT', 'PHYSIO'))).toBe('figures-not-found');
  const { version } = (await service.figures(performanceLead, path)).body;
  const wrong = await service.write(performanceLead, path, { ...asked, from: '2020-01' }, { seen: version });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'month-not-in-series']);
});
