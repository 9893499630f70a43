/** The risk register by its API: raised, scored, escalated, closed, and never about a child. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boardChair, CensusService, commissioner, performanceLead } from './census-service.ts';
import { aRisk } from './papers.ts';

let service: CensusService;
beforeAll(async () => {
  service = await CensusService.open();
  await service.take({ time: '2026-11-02T09:00:00Z' });
});
afterAll(() => service.close());

const risks = '/v1/indicators/risks';

it('goes from the group to the board, with who, when and why, and is closed once', async () => {
  const raised = await service.write(performanceLead, risks, aRisk());
  expect([raised.status, raised.headers['etag']]).toEqual([201, '"1"']);
  expect(raised.body).toMatchObject({ level: 'group', isOpen: true, score: 16, rating: 'extreme', overdue: false });
  const path = `${risks}/${raised.body.id}`;
  const escalation = { reason: 'No money for the posts', on: '2026-11-09' };
  const escalated = await service.write(performanceLead, `${path}/escalate`, escalation, { seen: 1 });
  expect(escalated.body).toMatchObject({ level: 'board', version: 2 });
  const again = await service.write(performanceLead, `${path}/escalate`, escalation, { seen: 2 });
  expect([again.status, again.body.code]).toEqual([409, 'already-escalated']);
  const closed = await service.write(
    performanceLead,
    `${path}/close`,
    { reason: 'Filled', on: '2026-11-10' },
    { seen: 2 },
  );
  expect(closed.body.isOpen).toBe(false);
  const { body } = await service.figures(commissioner, path);
  expect(body.history.map(({ kind, on, reason, by }: never) => [kind, on, reason, by])).toEqual([
    ['raised', '2026-11-10', '', { name: 'Somebody', role: 'performance-lead' }],
    ['escalated', '2026-11-09', 'No money for the posts', { name: 'Somebody', role: 'performance-lead' }],
    ['closed', '2026-11-10', 'Filled', { name: 'Somebody', role: 'performance-lead' }],
  ]);
  const late = await service.write(
    performanceLead,
    `${path}/close`,
    { reason: 'Twice', on: '2026-11-10' },
    { seen: 3 },
  );
  expect([late.status, late.body.code]).toEqual([409, 'risk-closed']);
});

it('is one however often it is sent, and another with another key', async () => {
  const send = (key: string) => service.write(performanceLead, risks, aRisk({ title: 'Sent twice' }), { key });
  const [first, second, other] = [
    await send('the-first-key'),
    await send('the-first-key'),
    await send('the-other-key'),
  ];
  expect(second.body).toEqual(first.body);
  expect(other.body.id).not.toBe(first.body.id);
});

it('is changed by the one who read it last', async () => {
  const { body } = await service.write(performanceLead, risks, aRisk({ title: 'Two at once' }));
  const change = (likelihood: number) => ({ reason: 'Looked at again', details: aRisk({ likelihood }) });
  const ask = (likelihood: number) =>
    service.write(performanceLead, `${risks}/${body.id}/change`, change(likelihood), { seen: 1 });
  const answers = await Promise.all([ask(1), ask(2), ask(3)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
  expect(answers.find(({ status }) => status === 412)?.body.facts).toEqual({ currentVersion: 2 });
});

it('holds nothing like an NHS number, and says why', async () => {
  for (const field of ['title', 'description', 'owner', 'mitigations'] as const) {
    const { status, body } = await service.write(performanceLead, risks, aRisk({ [field]: 'See 999 000 0018' }));
    expect([status, body.errors]).toMatchObject([422, [{ pointer: `/${field}`, code: 'nhs-number-like' }]]);
    expect(JSON.stringify(body)).not.toContain('0018');
  }
});

it('names lists of the place and indicators of the catalogue, and days that have been', async () => {
  const wrong = async (body: unknown, path = risks, seen?: number) =>
    (await service.write(performanceLead, path, body, seen === undefined ? {} : { seen })).body.errors[0].code;
  expect(await wrong(aRisk({ queue: 'NOWHERE' }))).toBe('queue-unknown');
  expect(await wrong(aRisk({ indicators: ['happiness'] }))).toBe('indicator-unknown');
  const { body } = await service.write(performanceLead, risks, aRisk());
  const tomorrow = { reason: 'It will be', on: '2026-11-11' };
  expect(await wrong(tomorrow, `${risks}/${body.id}/escalate`, 1)).toBe('date-in-future');
});

it('is listed with what matters most first, and says when its owner is late', async () => {
  const late = await service.write(performanceLead, risks, aRisk({ title: 'Late', dueOn: '2026-11-09' as never }));
  await service.write(
    performanceLead,
    `${risks}/${late.body.id}/escalate`,
    { reason: 'Nothing has come', on: '2026-11-10' },
    { seen: 1 },
  );
  const { body } = await service.figures(boardChair, risks);
  expect(body.risks[0]).toMatchObject({ title: 'Late', level: 'board', overdue: true });
  expect(body.risks.at(-1)).toMatchObject({ isOpen: false });
});
