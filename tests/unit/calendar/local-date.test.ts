import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { formatDate, formatDateShort, formatDateWithWeekday } from '../../../shared/domain/calendar/format-date.ts';
import {
  addDays,
  addMonths,
  addWeeks,
  compareDates,
  dateOfEpochDay,
  dateOfParts,
  daysBetween,
  earliest,
  endOfMonth,
  epochDayOf,
  latest,
  localDate,
  localDateFault,
  localDateSchema,
  partsOf,
  weekdayOf,
} from '../../../shared/domain/calendar/local-date.ts';
import { isDomainError, issuesOf } from '../../../shared/domain/error.ts';

describe('LocalDate', () => {
  it.each([
    ['2025-02-30', 'date-not-real'],
    ['2025-02-29', 'date-not-real'],
    ['1900-02-29', 'date-not-real'],
    ['2025-04-31', 'date-not-real'],
    ['2025-00-10', 'date-not-real'],
    ['2025-13-10', 'date-not-real'],
    ['2025-01-00', 'date-not-real'],
    ['0000-01-01', 'date-not-real'],
    ['2025-1-01', 'date-format'],
    ['2025/01/01', 'date-format'],
    ['2025-01-0１', 'date-format'],
    ['2025-01-01 ', 'date-format'],
    ['2025-01-01T00:00:00Z', 'date-format'],
    ['01-01-2025', 'date-format'],
    ['', 'date-format'],
    ['-025-01-01', 'date-format'],
  ])('refuses %j as %s', (text, fault) => {
    expect(localDateFault(text)).toBe(fault);
    expect(() => localDate(text)).toThrow(expect.objectContaining({ kind: 'invalid', code: fault }));
  });

  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2025-12-31'])('takes %s', (text) => {
    expect(localDate(text)).toBe(text);
    expect(localDateSchema.parse(text)).toBe(text);
  });

  it('says in a plain sentence what is wrong, with a code, and never repeats the date', () => {
    const result = z.object({ born: localDateSchema }).safeParse({ born: '2025-02-30' });
    if (result.success) throw new Error('30 February passed');
    expect(issuesOf(result.error)).toEqual([
      {
        pointer: '/born',
        code: 'date-not-real',
        message: 'This date does not exist: check the month, and how many days that month has',
      },
    ]);
    expect(JSON.stringify(issuesOf(result.error))).not.toContain('2025-02-30');
  });

  it('is described as a date in JSON Schema', () => {
    expect(z.toJSONSchema(localDateSchema)).toMatchObject({ type: 'string', format: 'date' });
  });

  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['1999-12-31', '2000-03-01', 61],
    ['1900-02-28', '1900-03-01', 1],
    ['2025-10-25', '2025-10-27', 2],
    ['2000-02-29', '2026-11-22', 9763],
    ['2026-11-22', '2026-11-22', 0],
    ['2026-01-01', '2025-01-01', -365],
  ])('from %s to %s is %i days', (from, to, days) => {
    expect(daysBetween(localDate(from), localDate(to))).toBe(days);
    expect(addDays(localDate(from), days)).toBe(to);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2024-08-31', 18, '2026-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-05-30', -3, '2025-02-28'],
    ['2026-01-15', -25, '2023-12-15'],
    ['2025-12-01', 0, '2025-12-01'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(localDate(from), months)).toBe(expected);
  });

  it('counts from 1 January 1970', () => {
    expect(epochDayOf(localDate('1970-01-01'))).toBe(0);
    expect(dateOfEpochDay(-1)).toBe('1969-12-31');
  });

  it('fails loudly where the calendar ends, and off whole days', () => {
    const last = localDate('9999-12-31');
    const first = localDate('0001-01-01');
    expect(() => addDays(last, 1)).toThrow(RangeError);
    expect(() => addDays(first, -1)).toThrow(RangeError);
    expect(() => addMonths(last, 1)).toThrow(RangeError);
    expect(() => addMonths(first, -1)).toThrow(RangeError);
    expect(() => addDays(first, 0.5)).toThrow(RangeError);
    expect(() => addMonths(first, 1.5)).toThrow(RangeError);
    expect(() => addDays(first, Number.NaN)).toThrow(RangeError);
  });

  it('takes dates apart and puts real ones together', () => {
    expect(partsOf(localDate('2025-05-12'))).toEqual({ year: 2025, month: 5, day: 12 });
    expect(dateOfParts(2025, 5, 12)).toBe('2025-05-12');
    expect(dateOfParts(7, 5, 2)).toBe('0007-05-02');
    expect([dateOfParts(2025, 2, 29), dateOfParts(2025, 13, 1), dateOfParts(2025, 0, 1)]).toEqual(
      Array(3).fill(undefined),
    );
    expect([dateOfParts(2025, 1, 0), dateOfParts(0, 1, 1), dateOfParts(10_000, 1, 1)]).toEqual(
      Array(3).fill(undefined),
    );
    expect(dateOfParts(2025, 1, 1.5)).toBeUndefined();
  });

  it('orders dates', () => {
    const [a, b, c] = [localDate('2024-12-31'), localDate('2025-01-01'), localDate('2025-01-02')];
    expect([c, a, b].sort(compareDates)).toEqual([a, b, c]);
    expect(compareDates(b, b)).toBe(0);
    expect([earliest(b, a, c), latest(b, c, a), earliest(b), latest(b)]).toEqual([a, c, b, b]);
  });

  it('knows weeks, weekdays and the ends of months', () => {
    expect(['2025-05-12', '2025-05-16', '2025-05-18', '1969-12-31'].map((day) => weekdayOf(localDate(day)))).toEqual([
      1, 5, 7, 3,
    ]);
    expect(addWeeks(localDate('2025-01-13'), 20)).toBe('2025-06-02');
    expect(endOfMonth(localDate('2024-02-03'))).toBe('2024-02-29');
    expect(endOfMonth(localDate('2025-12-31'))).toBe('2025-12-31');
  });

  it('is written as people read it', () => {
    const date = localDate('2025-09-04');
    expect(formatDate(date)).toBe('4 September 2025');
    expect(formatDateShort(date)).toBe('4 Sep 2025');
    expect(formatDateWithWeekday(date)).toBe('Thursday 4 September 2025');
    expect(formatDate(localDate('2025-05-12'))).toBe('12 May 2025');
  });

  it('throws errors that the domain knows', () => {
    try {
      localDate('nonsense');
    } catch (error) {
      expect(isDomainError(error, 'invalid')).toBe(true);
      expect(String(error)).not.toContain('nonsense');
      return;
    }
    throw new Error('nonsense passed');
  });
});
