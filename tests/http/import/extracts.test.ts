/** The two sample extracts, a week apart, by the use cases and through the API: their rows, and the figures of every queue. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../../shared/adapters/crypto/hash.ts';
import { importFile } from '../../../shared/application/import/import-file.ts';
import { type Expected, firstExtract, nextExtract } from '../../fixtures/import/extracts.ts';
import { type Imported, ImportRunner, QUEUES } from '../../unit/import/import-runner.ts';
import { ApiService, type Asker } from '../api-service.ts';
import { apiDoor } from './api-door.ts';

const LONG = 240_000;

const counted = [
  ...(['open', 'withinStandard', 'breached', 'longestDays'] as const),
  ...(['seen', 'seenWithinStandard', 'removedUnseen'] as const),
];

function expectFigures(figures: Readonly<Record<string, unknown>>, { services }: Expected): void {
  for (const queue of QUEUES) {
    const found = figures[queue] as Expected['services'][string];
    const wanted = services[queue];
    if (wanted === undefined) throw new Error(`There is nothing of ${queue}`);
    for (const name of counted) expect(found[name], `${queue} ${name}`).toBe(wanted[name]);
    expect(found.bands, `${queue} bands`).toEqual(wanted.bands);
    for (const name of ['medianDays', 'p92Days'] as const)
      expect(Math.abs(found[name] - wanted[name]), `${queue} ${name}`).toBeLessThan(1e-9);
  }
}

function wantedCounts({ created, updated = 0, unchanged, review, rejected, rows }: Expected) {
  return { created, updated, unchanged, review, rejected, rows };
}

describe('the sample extracts by the use cases', () => {
  const expectCounts = ({ report }: Imported, expected: Expected) => {
    expect(report.counts).toEqual(wantedCounts(expected));
    const { rows: _rows, ...totals } = wantedCounts(expected);
    expect(report.import).toMatchObject({ state: 'complete', asAt: expected.asAt, totals });
  };

  it('come to exactly the counts and figures that they are known to come to', { timeout: LONG }, async () => {
    const runner = new ImportRunner();
    const first = await runner.run(firstExtract.rows, firstExtract.expected.asAt);
    expectCounts(first, firstExtract.expected);
    expect(first.report.absent).toEqual([]);
    expectFigures(await runner.figures(firstExtract.expected.asAt), firstExtract.expected);
    const several = first.answers.filter(({ errors }) => errors.length > 1);
    expect(several.map(({ errors }) => [...new Set(errors.map(({ code }) => code))])).toEqual(
      Array.from({ length: 3 }, () => ['before-birth', 'date-in-future']),
    );

    const next = await runner.run(nextExtract.rows, nextExtract.expected.asAt);
    expectCounts(next, nextExtract.expected);
    expect(next.report.absent).toHaveLength(nextExtract.expected.absent ?? Number.NaN);
    expectFigures(await runner.figures(nextExtract.expected.asAt), nextExtract.expected);
    const named = new Set(next.report.results.map(({ referralId }) => referralId));
    expect(next.report.absent.some(({ referralId }) => named.has(referralId))).toBe(false);

    // The older file once more: what it says of a referral is taken, and what it does not name is absent.
    const older = await runner.run(firstExtract.rows, firstExtract.expected.asAt, nextExtract.expected.asAt);
    const { review, rejected } = firstExtract.expected;
    expect(older.report.counts).toMatchObject({ rows: 3200, created: 0, updated: 206, review, rejected });
    expect(older.report.absent).toHaveLength(nextExtract.expected.created);
  });

  it('are undone whole: every figure is what it was before', { timeout: LONG }, async () => {
    const runner = new ImportRunner();
    const first = await runner.run(firstExtract.rows.slice(0, 1200), '2026-11-01');
    const before = await runner.figures('2026-11-08');
    const next = await runner.run(nextExtract.rows.slice(0, 1400), '2026-11-08');
    expect(next.report.counts.updated).toBeGreaterThan(20);
    expect(next.report.counts.created).toBeGreaterThan(0);
    expect(await runner.figures('2026-11-08')).not.toEqual(before);

    const undone = await runner.undo(next.report.import.id, '2026-11-08');
    expect(undone).toMatchObject({ remaining: 0, kept: [], import: { state: 'undone' } });
    const after = await runner.figures('2026-11-08');
    for (const queue of QUEUES) {
      // Referrals that the undone file brought are void: there, without a clock.
      const { referrals: _before, ...wanted } = before[queue] ?? {};
      expect(after[queue]).toMatchObject(wanted);
    }
    // Undone, it can come again, and comes to the same.
    const again = await runner.run(nextExtract.rows.slice(0, 1400), '2026-11-08');
    expect(again.report.counts).toEqual(next.report.counts);
    // The first can no longer be undone where the second has been since.
    expect((await runner.undo(first.report.import.id, '2026-11-08')).kept.length).toBeGreaterThan(0);
  });

  it('come to the same in a dry run, which writes nothing', { timeout: LONG }, async () => {
    const runner = new ImportRunner();
    await runner.run(firstExtract.rows.slice(0, 900), '2026-11-01');
    const before = await runner.figures('2026-11-08');
    const rows = nextExtract.rows.slice(0, 1000);
    const rehearsed = await runner.rehearse(rows, '2026-11-08');
    expect(await runner.figures('2026-11-08')).toEqual(before);
    const { report, answers } = await runner.run(rows, '2026-11-08');
    const told = (all: typeof answers) => all.map(({ record, outcome, code }) => [record, outcome, code]);
    expect(told(rehearsed.rows)).toEqual(told(answers));
    expect(rehearsed.counts).toEqual(report.counts);
    expect(rehearsed.absent).toBe(report.absent.length);
    expect(report.absent.length).toBeGreaterThan(0);
  });
});

describe('the sample extracts through the API', () => {
  let api: ApiService;
  let manager: Asker;
  beforeAll(async () => {
    api = await ApiService.open();
    manager = await api.staff('data-manager');
  });
  afterAll(() => api.close());

  it.each([
    ['first', firstExtract],
    ['next', nextExtract],
  ])(
    '%s: batches of up to 200 rows come to the expected report and figures',
    { timeout: LONG },
    async (_name, extract) => {
      const { rows, expected } = extract;
      const door = apiDoor(api, manager, expected.asAt);
      const file = { rows, system: 'extract', asAt: expected.asAt as never };
      api.engine.store?.meter.scope(expected.asAt);
      const told = await importFile(door, file, sha256);
      api.engine.store?.meter.scope('after');
      expect(told.counts).toEqual(wantedCounts(expected));
      expect(told.absent).toBe(expected.absent ?? 0);
      const figures: Record<string, unknown> = {};
      for (const queue of QUEUES) {
        const answer = await api.ask(manager, 'GET', `/v1/queues/${queue}/summary`, {
          query: { asAt: expected.asAt },
          today: expected.asAt,
        });
        figures[queue] = answer.body;
      }
      expectFigures(figures, expected);
      const { body } = await api.ask(manager, 'GET', `/v1/imports/${told.importId}`, { today: expected.asAt });
      expect(body.counts).toEqual(told.counts);
      expect(body.rows).toHaveLength(rows.length);
      expect(body.absent).toHaveLength(expected.absent ?? 0);
    },
  );
});
