/** Board packs by the API: written by two at once, signed as read, kept to the byte, issued again. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figuresKeptInTable } from '../../../shared/adapters/dynamodb/figure-keeping.ts';
import { TableAccess } from '../../../shared/adapters/dynamodb/table-access.ts';
import { publishFigures } from '../../pages/indicators/published.ts';
import { sampleDuties, sampleStamp } from '../../unit/indicator/sample-figures.ts';
import { analyst, boardChair, CensusService, commissioner, performanceLead } from './census-service.ts';
import { aRisk } from './papers.ts';

let service: CensusService;
beforeAll(async () => {
  service = await CensusService.open();
  await publishFigures(service.api.engine);
});
afterAll(() => service.close());

const packs = '/v1/indicators/packs';
const agreedOn = '2026-11-09';
const begin = (period: string) => service.write(performanceLead, packs, { period });
const read = async (period: string) => (await service.figures(commissioner, `${packs}/${period}`)).body;
const comment = (period: string, section: string, text: string, seen: number) =>
  service.write(performanceLead, `${packs}/${period}/sections/${section}`, { text }, { seen });

async function sign(period: string, changes: object = {}, seen?: number) {
  const { contentHash, version } = await read(period);
  return service.write(
    boardChair,
    `${packs}/${period}/sign`,
    { agreedOn, contentHash, ...changes },
    { seen: seen ?? version },
  );
}

it('says what its period was, as released, whoever reads it', async () => {
  expect((await begin('2026-10')).status).toBe(201);
  const seen = await service.figures(commissioner, `${packs}/2026-10`);
  expect((await service.figures(analyst, `${packs}/2026-10`)).body).toEqual(seen.body);
  const { content } = seen.body;
  expect(content).toMatchObject({ view: 'released', period: { name: 'October 2026' } });
  expect(content.queues[0]).toMatchObject({ queue: 'SALT', isOfPeriod: true, open: 119, percentWithin: 87 });
  expect(content.queues[0].months.map(({ month }: { month: string }) => month).slice(-2)).toEqual([
    '2026-09',
    '2026-10',
  ]);
  const reduced = content.priorities[1].promises[0];
  expect(reduced.promise).toBe('Reduced waiting times');
  expect(reduced.evidence[0]).toEqual({
    indicator: 'number-waiting',
    name: 'Number waiting',
    figures: [{ of: 'Speech and language therapy', figure: 119, unit: '' }],
  });
  const checks = content.priorities[1].promises[3].evidence[0];
  expect(checks.figures).toEqual([{ of: 'Annual health checks', figure: 75, unit: '%' }]);
});

it('of an earlier period says nothing that was published of a later', async () => {
  await begin('2026-Q2');
  const { content } = await read('2026-Q2');
  expect(content.period).toMatchObject({ from: '2026-07-01', to: '2026-09-30' });
  expect(content.queues[0]).toMatchObject({ stamp: { asAt: '2026-09-30' }, isOfPeriod: true });
  expect(content.queues[0].months.at(-1).month).toBe('2026-09');
  // Nothing was counted of duties by then: the first count after, with its day.
  expect(content.duties.stamp.asAt).toBe('2026-10-31');
  const keeping = figuresKeptInTable(new TableAccess(service.api.engine.client, service.api.engine.indicatorsTable));
  await keeping.duties('released', sampleDuties({ stamp: sampleStamp({ asAt: '2026-09-30' as never }) }));
  expect((await read('2026-Q2')).content.duties.stamp.asAt).toBe('2026-09-30');
});

it('is written by two at once: other sections are in nobody’s way, the same one is', async () => {
  await begin('2026-09');
  const answers = await Promise.all([
    comment('2026-09', 'summary', 'All lists are shorter', 1),
    comment('2026-09', 'queue-SALT', 'A second team began', 1),
    comment('2026-09', 'risks', 'None is new', 1),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  const late = await comment('2026-09', 'summary', 'What the other did not see', 1);
  expect([late.status, late.body.facts]).toEqual([412, { currentVersion: 4 }]);
  const { content, sections, version } = await read('2026-09');
  expect(content.comments.summary).toMatchObject({ text: 'All lists are shorter', by: { role: 'performance-lead' } });
  expect(sections.summary).toBeLessThanOrEqual(4);
  expect((await comment('2026-09', 'summary', 'Now on what it says', version)).status).toBe(200);
  expect((await comment('2026-09', 'queue-NONE', 'Nowhere', version)).status).toBe(404);
  expect((await comment('2026-09', 'duties', 'See 999 000 0018', version)).body.errors[0].code).toBe('nhs-number-like');
});

it('is signed as read, kept to the byte under its hash, and read so for ever', async () => {
  const first = await sign('2026-10');
  expect(first.status, JSON.stringify(first.body)).toBe(200);
  expect(first.body).toMatchObject({ isSigned: true, editions: [{ edition: 1, agreedOn }] });
  const edition = `${packs}/2026-10/editions/1`;
  const kept = await service.ask(commissioner, 'GET', edition);
  const text = JSON.stringify(kept.body);
  const { sha256 } = first.body.editions[0];
  expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  expect(kept.body.signed).toMatchObject({ agreedOn, by: { name: 'Somebody', role: 'board-chair' } });

  // Whatever comes after changes a draft, and not the copy.
  await service.write(performanceLead, '/v1/indicators/risks', aRisk());
  expect((await comment('2026-10', 'summary', 'Too late', 2)).body.code).toBe('pack-signed');
  const reason = 'The count of September came late';
  const again = await service.write(performanceLead, `${packs}/2026-10/issue-again`, { reason }, { seen: 2 });
  expect(again.body).toMatchObject({ isSigned: false, editions: [{ edition: 1 }] });
  const second = await sign('2026-10');
  expect(second.body.editions).toHaveLength(2);
  expect(JSON.stringify((await service.ask(commissioner, 'GET', edition)).body)).toBe(text);
  const replaced = (await service.ask(commissioner, 'GET', `${packs}/2026-10/editions/2`)).body;
  expect(replaced.replaces).toMatchObject({ edition: 1, sha256, reason });
  expect(replaced.risks).toHaveLength(1);
  expect((await service.figures(commissioner, `${packs}/2026-10/editions/3`)).status).toBe(404);
});

it('is not signed on what has changed since, before its time, nor without its figures', async () => {
  const code = async (answer: ReturnType<typeof sign>) => {
    const { status, body } = await answer;
    return [status, body.code];
  };
  const before = await read('2026-09');
  await service.write(performanceLead, '/v1/indicators/risks', aRisk({ title: 'Raised meanwhile' }));
  expect(await code(sign('2026-09', { contentHash: before.contentHash }))).toEqual([412, 'changed-since']);
  expect(await code(sign('2026-09', {}, before.version - 1))).toEqual([412, 'changed-since']);
  expect(await code(sign('2026-09', { agreedOn: '2026-11-11' }))).toEqual([422, 'date-in-future']);
  expect(await code(sign('2026-09', { agreedOn: '2026-09-30' }))).toEqual([422, 'date-before-end']);
  await begin('2026-11');
  const november = await read('2026-11');
  expect(november.content.queues[0]).toMatchObject({ isOfPeriod: false, stamp: { asAt: '2026-10-31' } });
  expect(await code(sign('2026-11'))).toEqual([409, 'period-not-over']);
  await begin('2024-12');
  const early = (await read('2024-12')).content;
  expect([early.queues, early.notPublished[0]]).toEqual([[], 'Speech and language therapy']);
  expect(await code(sign('2024-12'))).toEqual([409, 'figures-missing']);
});

it('is one a period, of the last two years, and is listed the latest first', async () => {
  const twice = await begin('2026-10');
  expect(twice.body.editions).toHaveLength(2);
  expect((await begin('2027-01')).body.code).toBe('period-unknown');
  expect((await begin('2020-01')).body.code).toBe('period-unknown');
  const { body } = await service.figures(commissioner, packs);
  expect(body.packs.map(({ period }: { period: string }) => period)).toEqual([
    '2026-11',
    '2026-10',
    '2026-Q2',
    '2026-09',
    '2024-12',
  ]);
});
