import { describe, expect, it } from 'vitest';
import { bandOf } from '../../../shared/domain/bands/band.ts';
import { rttWeek, rttWeekLabel } from '../../../shared/domain/bands/rtt-week.ts';
import { communityBands, longWaits } from '../../../shared/domain/bands/waiting-bands.ts';
import { ageOn } from '../../../shared/domain/calendar/age.ts';
import { localDateOf, localTimeOf, parseInstant } from '../../../shared/domain/calendar/instant.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  type LocalDate,
  localDate,
  weekdayOf,
} from '../../../shared/domain/calendar/local-date.ts';
import { firstBreachDay, lastCompliantDay, wholeWeeks, withinWeeks } from '../../../shared/domain/calendar/weeks.ts';
import { addWorkingDays } from '../../../shared/domain/calendar/working-days.ts';

const rttLabel = (days: number) => rttWeekLabel(rttWeek(days));
const communityLabel = (days: number) => bandOf(communityBands, days)?.label;
const workingDays = (start: LocalDate) => [1, 2, 3, 4, 5].map((count) => addWorkingDays(start, count));

describe('Dates, weeks and working days: worked examples', () => {
  it('D7-01 whole weeks waited are rounded down', () => {
    const start = localDate('2025-01-01');
    const days = ['2025-01-07', '2025-01-08', '2025-05-07', '2025-05-08'].map((day) =>
      daysBetween(start, localDate(day)),
    );
    expect(days).toEqual([6, 7, 126, 127]);
    expect(days.map(wholeWeeks)).toEqual([0, 1, 18, 18]);
  });

  it('D7-02 the 18-week edge: day 126 is within, day 127 is the first breach', () => {
    const start = localDate('2025-01-01');
    const last = lastCompliantDay(start, 126);
    const breach = firstBreachDay(start, 126);
    expect([last, weekdayOf(last)]).toEqual(['2025-05-07', 3]);
    expect([breach, weekdayOf(breach)]).toEqual(['2025-05-08', 4]);
    expect([rttLabel(daysBetween(start, last)), rttLabel(daysBetween(start, breach))]).toEqual(['>17-18', '>18-19']);
    expect([withinWeeks(126, 18), withinWeeks(127, 18)]).toEqual([true, false]);
  });

  it.each([
    [0, '>0-1'],
    [1, '>0-1'],
    [7, '>0-1'],
    [8, '>1-2'],
    [14, '>1-2'],
    [126, '>17-18'],
    [127, '>18-19'],
    [364, '>51-52'],
    [365, '>52-53'],
  ])('D7-03 %i days are in weekly band %s', (days, label) => {
    expect(rttLabel(days)).toBe(label);
  });

  it.each([
    [7, '0-1 wk'],
    [8, '1-2 wk'],
    [28, '2-4 wk'],
    [29, '4-12 wk'],
    [84, '4-12 wk'],
    [85, '12-18 wk'],
    [126, '12-18 wk'],
    [127, '18-52 wk'],
    [364, '18-52 wk'],
    [365, '52+ wk'],
  ])('D7-04 %i days are in community band %s', (days, label) => {
    expect(communityLabel(days)).toBe(label);
  });

  it('D7-05 long waits begin the day after their limit', () => {
    const start = localDate('2024-04-01');
    const from = longWaits.map(({ code, overDays }) => [code, firstBreachDay(start, overDays)]);
    expect(from.slice(1)).toEqual([
      ['over-52-weeks', '2025-04-01'],
      ['over-65-weeks', '2025-07-01'],
      ['over-78-weeks', '2025-09-30'],
      ['over-104-weeks', '2026-03-31'],
    ]);
  });

  it('D7-06 a leap day inside a wait is a day like any other', () => {
    const day = addDays(localDate('2023-10-26'), 126);
    expect([day, weekdayOf(day)]).toEqual(['2024-02-29', 4]);
  });

  it('D7-07 working days over Easter 2025', () => {
    const expected = ['2025-04-17', '2025-04-22', '2025-04-23', '2025-04-24', '2025-04-25'];
    expect(workingDays(localDate('2025-04-16'))).toEqual(expected);
  });

  it('D7-08 working days over the substitute Boxing Day of 2026', () => {
    const expected = ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04'];
    expect(workingDays(localDate('2026-12-23'))).toEqual(expected);
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
  ])('D7-09 %s and %i months is %s', (from, months, expected) => {
    expect(addMonths(localDate(from), months)).toBe(expected);
  });

  it.each([
    ['2026-02-28', 13],
    ['2026-03-01', 14],
    ['2028-02-29', 16],
  ])('D7-10 born on 29 February 2012, on %s the age is %i', (day, age) => {
    expect(ageOn(localDate('2012-02-29'), localDate(day))).toBe(age);
  });

  it.each([
    ['D7-11', '2025-06-30T23:30:00Z', '2025-07-01', '00:30', 'BST'],
    ['D7-12', '2025-01-31T23:30:00Z', '2025-01-31', '23:30', 'GMT'],
    ['D7-13', '2025-10-26T00:30:00Z', '2025-10-26', '01:30', 'BST'],
    ['D7-13', '2025-10-26T01:30:00Z', '2025-10-26', '01:30', 'GMT'],
  ])('%s %s is %s %s %s in England', (_id, utc, date, time, zone) => {
    const instant = parseInstant(utc);
    expect(localDateOf(instant)).toBe(date);
    expect(localTimeOf(instant)).toEqual({ time, zone });
  });

  it('D7-14 the short day of spring counts as a whole one', () => {
    expect(daysBetween(localDate('2025-03-29'), localDate('2025-03-31'))).toBe(2);
  });
});
