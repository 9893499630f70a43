import { describe, expect, it } from 'vitest';
import { freshness } from '../../../functions/indicators-web/pages/figure-words.ts';
import { momentInWords } from '../../../functions/web/pages/queues/as-at.ts';
import { percent } from '../../../functions/web/pages/queues/percent.ts';
import { waitFigure } from '../../../functions/web/pages/queues/wait-figure.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Stamp } from '../../../shared/domain/indicator/stamp.ts';

describe('a share in whole per cent', () => {
  it.each([
    [0, 0, undefined],
    [0, 10, '0.0%'],
    [10, 10, '100.0%'],
    [71, 100, '71.0%'],
    [1, 3, '33.3%'],
    [2, 3, '66.7%'],
    // Rounding must hide nobody.
    [9999, 10000, '99.9%'],
    [1, 10000, '0.1%'],
  ])('%i of %i is %s', (part, all, expected) => {
    expect(percent(part, all)).toBe(expected);
  });
});

describe('a wait as a figure', () => {
  it.each([
    [null, 'None'],
    [0, '0 weeks 0 days'],
    [126, '18 weeks 0 days'],
    [126.96, '18 weeks 0 days'],
    [8, '1 week 1 day'],
  ])('%s days are %s', (days, expected) => {
    expect(waitFigure(days)).toBe(expected);
  });
});

it('says when a figure was read by the clock in England', () => {
  expect(momentInWords(parseInstant('2026-06-30T23:32:00Z'))).toBe('1 July 2026, 00:32');
});

describe('how much is known of those counted', () => {
  const stamp: Stamp = {
    asAt: localDate('2026-10-31'),
    takenAt: parseInstant('2026-11-01T09:00:00Z'),
    ...{ rules: 1, policy: 1, deprivation: 'synthetic-2025', suppression: 'none' },
  };

  it.each([
    [{ ethnicity: 97, deprivation: 88 }, 'Ethnicity known for 97%, deprivation known for 88%'],
    // Too small to tell: that is not "known of nobody".
    [{ ethnicity: 97, deprivation: null }, 'Ethnicity known for 97%'],
    [{ ethnicity: null, deprivation: 0 }, 'Deprivation known for 0%'],
  ])('of %o says what may be said', (shares, expected) => {
    const text = String(freshness(stamp, { ...shares, whole: true })).replaceAll(/<[^>]+>/g, '');
    expect(text.trim().endsWith(expected)).toBe(true);
  });

  it('says nothing where nothing may be said', () => {
    expect(String(freshness(stamp, { ethnicity: null, deprivation: null, whole: true }))).not.toMatch(/known/);
  });
});
