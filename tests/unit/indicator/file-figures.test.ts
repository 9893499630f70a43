import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { textFigures } from '../../../cli/indicators/report.ts';
import { figuresOfFile } from '../../../shared/application/indicators/figures-of-file.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { syntheticDeprivation } from '../../../shared/domain/indicator/deprivation/synthetic-2025.ts';
import { liverpool } from '../../../shared/domain/policy/places/liverpool.ts';
import { firstExtract } from '../../fixtures/import/extracts.ts';

const { expected, path, rows } = firstExtract;

const close = (found: number | null, wanted: number) =>
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThan(1e-9);

describe('the figures of an extract', () => {
  const question = {
    policy: liverpool,
    asAt: localDate(expected.asAt),
    deprivation: syntheticDeprivation,
    stage: 'test',
  };
  const figures = figuresOfFile(rows, question);

  it('are of exactly the referrals that an import creates', () => {
    expect(figures).toMatchObject({
      rows: expected.rows,
      counted: expected.created,
      unchanged: expected.unchanged,
      review: expected.review,
      rejected: expected.rejected,
    });
  });

  it.each(Object.keys(expected.services))('are those that are expected of %s', (code) => {
    const wanted = expected.services[code];
    const found = figures.queues.find(({ figures: { queue } }) => queue === code);
    if (wanted === undefined || found === undefined) throw new Error('no such queue');
    const { medianDays, p92Days, ...counts } = wanted;
    expect(found.summary).toMatchObject(counts);
    close(found.summary.medianDays, medianDays);
    close(found.summary.p92Days, p92Days);
    expect(found.figures).toMatchObject({
      open: wanted.open,
      within: wanted.withinStandard,
      longestDays: wanted.longestDays,
    });
  });

  it('are printed for people, a queue in a line', () => {
    const salt = expected.services['SALT'];
    expect(textFigures(figures)).toMatch(new RegExp(`SALT +${salt?.open} +${salt?.withinStandard} `));
  });

  it('are printed by the command, for programs', { timeout: 60_000 }, () => {
    const words = ['cli/indicators.ts', '--csv', path, '--as-at', expected.asAt, '--json'];
    const cwd = new URL('../../../', import.meta.url);
    const printed = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', cwd })) as {
      queues: { open: number; cuts: { code: string }[] }[];
    };
    expect(printed.queues.map(({ open }) => open)).toEqual(Object.values(expected.services).map(({ open }) => open));
    expect(printed.queues[0]?.cuts.map(({ code }) => code)).toContain('deprivation');
  });
});
