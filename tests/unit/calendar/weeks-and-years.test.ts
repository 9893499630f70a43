import { describe, expect, it } from 'vitest';
import { financialYearOf } from '../../../shared/domain/calendar/financial-year.ts';
import { localDate, weekdayOf } from '../../../shared/domain/calendar/local-date.ts';
import { firstBreachDay, lastCompliantDay, weeksAndDays } from '../../../shared/domain/calendar/weeks.ts';

describe('Weeks', () => {
  it.each([
    [0, '0 weeks 0 days'],
    [1, '0 weeks 1 day'],
    [8, '1 week 1 day'],
    [112, '16 weeks 0 days'],
    [126, '18 weeks 0 days'],
    [127, '18 weeks 1 day'],
    [657, '93 weeks 6 days'],
  ])('%i days in words: %s', (days, words) => {
    expect(weeksAndDays(days)).toBe(words);
  });

  it.each([
    ['2024-11-04', 126, '2025-03-10', 1, '2025-03-11', 2],
    ['2025-10-06', 126, '2026-02-09', 1, '2026-02-10', 2],
    ['2023-12-25', 91, '2024-03-25', 1, '2024-03-26', 2],
    ['2027-11-01', 126, '2028-03-06', 1, '2028-03-07', 2],
  ])(
    'from %s, %i days end on %s and break the limit after',
    (from, limit, last, lastWeekday, breach, breachWeekday) => {
      const start = localDate(from);
      expect([lastCompliantDay(start, limit), firstBreachDay(start, limit)]).toEqual([last, breach]);
      expect([weekdayOf(localDate(last)), weekdayOf(localDate(breach))]).toEqual([lastWeekday, breachWeekday]);
    },
  );
});

describe('Financial year', () => {
  it.each([
    ['2025-03-31', { startYear: 2024, label: '2024-25', first: '2024-04-01', last: '2025-03-31', days: 365 }],
    ['2025-04-01', { startYear: 2025, label: '2025-26', first: '2025-04-01', last: '2026-03-31', days: 365 }],
    ['2024-02-29', { startYear: 2023, label: '2023-24', first: '2023-04-01', last: '2024-03-31', days: 366 }],
    ['1999-12-31', { startYear: 1999, label: '1999-00', first: '1999-04-01', last: '2000-03-31', days: 366 }],
  ])('of %s', (day, expected) => {
    expect(financialYearOf(localDate(day))).toEqual(expected);
  });
});
