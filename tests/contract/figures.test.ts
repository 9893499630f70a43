import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresKeptInTable } from '../../shared/adapters/dynamodb/figure-keeping.ts';
import { publishedFiguresInTable } from '../../shared/adapters/dynamodb/published-figures.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { parseInstant } from '../../shared/domain/calendar/instant.ts';
import { localDate } from '../../shared/domain/calendar/local-date.ts';
import { placeFactsOf } from '../../shared/domain/indicator/place-facts.ts';
import { liverpool } from '../../shared/domain/policy/places/liverpool.ts';
import {
  sampleDuties,
  sampleMonth,
  sampleOverview,
  samplePoint,
  sampleQueue,
  sampleStamp,
} from '../unit/indicator/sample-figures.ts';
import { type Engine, openEngine } from './engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const table = () => new TableAccess(engine.client, engine.indicatorsTable);
const keeping = () => figuresKeptInTable(table());
const published = () => publishedFiguresInTable(table());

const at = (asAt: string, takenAt: string) => sampleStamp({ asAt: localDate(asAt), takenAt: parseInstant(takenAt) });

describe('figures in the table of indicators', () => {
  it('are nothing before the first census', async () => {
    const figures = published();
    expect(await figures.facts('nowhere')).toBeUndefined();
    expect(await figures.overview('nowhere', 'full')).toBeUndefined();
    expect(await figures.queue('nowhere', 'SALT', 'full')).toBeUndefined();
    expect(await figures.queue('nowhere', 'SALT', 'released')).toBeUndefined();
    expect(await figures.month('nowhere', 'SALT', 'released')).toBeUndefined();
    expect(await figures.series('nowhere', 'SALT', 'released', 12)).toEqual([]);
    expect(await figures.duties('nowhere', 'full')).toBeUndefined();
    expect(await figures.returns('nowhere', 'autism', 'ASD')).toBeUndefined();
  });

  it('are kept once and never changed: who comes second is told so', async () => {
    const first = sampleQueue({ stamp: at('2026-10-05', '2026-10-05T09:00:00Z') });
    expect(await keeping().census('once', first)).toBe(true);
    expect(await keeping().census('once', { ...first, open: 999 })).toBe(false);
    expect((await published().queue('once', 'SALT', 'full'))?.open).toBe(120);
  });

  it('name the place by the last policy that was published', async () => {
    const facts = placeFactsOf(liverpool);
    expect(await keeping().facts(facts)).toBe(true);
    expect(await keeping().facts({ ...facts, version: 12, place: { id: 'liverpool', name: 'Liverpool city' } })).toBe(
      true,
    );
    expect(await keeping().facts(facts)).toBe(false);
    expect((await published().facts('liverpool'))?.place.name).toBe('Liverpool city');
  });

  it('are those of the day that is asked for, as last counted, or as they were known', async () => {
    const keep = (asAt: string, takenAt: string, open: number) =>
      keeping().census('days', sampleQueue({ stamp: at(asAt, takenAt), open }));
    await keep('2026-10-05', '2026-10-05T09:00:00Z', 1);
    await keep('2026-10-05', '2026-10-05T10:00:00Z', 2);
    await keep('2026-10-06', '2026-10-06T09:00:00Z', 3);
    await keep('2026-10-05', '2026-10-20T09:00:00Z', 4);
    const open = async (asAt?: string, knownAt?: string) =>
      (
        await published().queue('days', 'SALT', 'full', {
          ...(asAt === undefined ? {} : { asAt: localDate(asAt) }),
          ...(knownAt === undefined ? {} : { knownAt: parseInstant(knownAt) }),
        })
      )?.open;
    expect(await open()).toBe(3);
    expect(await open('2026-10-05')).toBe(4);
    expect(await open('2026-10-05', '2026-10-05T09:30:00Z')).toBe(1);
    expect(await open('2026-10-05', '2026-10-19T00:00:00Z')).toBe(2);
    expect(await open('2026-10-04')).toBeUndefined();
    expect(await published().queue('days', 'OT', 'full')).toBeUndefined();
  });

  it('are, of a month, its last edition or the one that was known; the two views never meet', async () => {
    const keep = (view: 'full' | 'released', edition: number, takenAt: string, open: number | '*') => {
      const stamp = at('2026-10-31', takenAt);
      return keeping().month('months', view, {
        figures: sampleQueue({ stamp, open }),
        month: sampleMonth({ stamp, edition }),
      });
    };
    expect(await keep('full', 1, '2026-11-01T00:00:00Z', 3)).toBe(true);
    expect(await keep('full', 2, '2026-11-20T00:00:00Z', 4)).toBe(true);
    expect(await keep('released', 1, '2026-11-01T00:00:00Z', '*')).toBe(true);
    const figures = published();
    const open = async (view: 'full' | 'released', knownAt?: string) =>
      (
        await figures.month(
          'months',
          'SALT',
          view,
          '2026-10',
          knownAt === undefined ? undefined : parseInstant(knownAt),
        )
      )?.figures.open;
    expect(await open('full')).toBe(4);
    expect(await open('full', '2026-11-02T00:00:00Z')).toBe(3);
    expect(await open('released')).toBe('*');
    expect(await figures.month('months', 'SALT', 'full', '2026-09')).toBeUndefined();
    expect((await figures.queue('months', 'SALT', 'released'))?.open).toBe('*');
    expect(await figures.queue('months', 'SALT', 'released', { asAt: localDate('2026-10-30') })).toBeUndefined();
    expect(await figures.queue('months', 'SALT', 'full')).toBeUndefined();
  });

  it('are, as a series, each month once in its last edition, the oldest first', async () => {
    for (const [month, edition, open] of [
      ['2026-08', 1, 10],
      ['2026-09', 1, 20],
      ['2026-09', 2, 21],
      ['2026-10', 1, 30],
    ] as const) {
      await keeping().point('series', 'released', 'SALT', samplePoint(month, { edition, open }));
    }
    const points = await published().series('series', 'SALT', 'released', 2);
    expect(points.map(({ month, open }) => [month, open])).toEqual([
      ['2026-09', 21],
      ['2026-10', 30],
    ]);
    expect(await published().series('series', 'SALT', 'full', 2)).toEqual([]);
  });

  it('are, of what national collections ask, those of a queue and a month that know the most', async () => {
    const line = { measure: 'asd16-open', label: 'Open', group: 'All ages', period: 'as at', unit: 'count' } as const;
    for (const [month, asAt, takenAt, figure] of [
      ['2026-09', '2026-09-30', '2026-10-01T00:00:00.000Z', 4],
      ['2026-09', '2026-09-30', '2026-10-05T10:00:00.000Z', 5],
      ['2026-10', '2026-10-31', '2026-11-01T00:00:00.000Z', 6],
    ] as const) {
      const stamp = sampleStamp({ asAt: localDate(asAt), takenAt: parseInstant(takenAt) });
      const of = { place: 'first', code: 'autism', of: 'ASD', name: 'Autism', month, stamp } as const;
      expect(await keeping().returns({ ...of, lines: [{ ...line, figure }] })).toBe(true);
      expect(await keeping().returns({ ...of, lines: [] })).toBe(false);
    }
    const figure = async (month?: string) =>
      (await published().returns('first', 'autism', 'ASD', month))?.lines[0]?.figure;
    expect([await figure('2026-09'), await figure('2026-10'), await figure()]).toEqual([5, 6, 6]);
    expect(await figure('2026-08')).toBeUndefined();
    expect(await published().returns('first', 'adhd', 'ASD')).toBeUndefined();
  });

  it('are, for the first page and for duties, one item: the last', async () => {
    for (const [takenAt, place] of [
      ['2026-10-05T09:00:00Z', 'first'],
      ['2026-10-05T10:00:00Z', 'first'],
    ] as const) {
      const stamp = at('2026-10-05', takenAt);
      await keeping().overview('full', sampleOverview({ place, stamp }));
      await keeping().duties('full', sampleDuties({ place, stamp }));
    }
    expect((await published().overview('first', 'full'))?.stamp.takenAt).toBe('2026-10-05T10:00:00.000Z');
    expect((await published().duties('first', 'full'))?.stamp.takenAt).toBe('2026-10-05T10:00:00.000Z');
    expect(await published().overview('first', 'released')).toBeUndefined();
    expect(await published().duties('first', 'released')).toBeUndefined();
  });
});
