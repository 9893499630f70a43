import { describe, expect, it } from 'vitest';
import { type BankHolidays, englandAndWales, knowsYearOf } from '../../../shared/domain/calendar/bank-holidays.ts';
import { addDays, type LocalDate, localDate, partsOf } from '../../../shared/domain/calendar/local-date.ts';
import { addWorkingDays, isWorkingDay, workingDayNumber } from '../../../shared/domain/calendar/working-days.ts';

const unknown = expect.objectContaining({ kind: 'unavailable', code: 'bank-holidays-unknown' });

describe('Working days', () => {
  it.each([
    ['2024-03-27', ['2024-03-28', '2024-04-02', '2024-04-03', '2024-04-04', '2024-04-05']],
    ['2025-12-23', ['2025-12-24', '2025-12-29', '2025-12-30', '2025-12-31', '2026-01-02']],
    ['2027-12-24', ['2027-12-29', '2027-12-30', '2027-12-31', '2028-01-04', '2028-01-05']],
    ['2028-04-12', ['2028-04-13', '2028-04-18', '2028-04-19', '2028-04-20', '2028-04-21']],
    ['2026-05-01', ['2026-05-05', '2026-05-06', '2026-05-07', '2026-05-08', '2026-05-11']],
  ])('the first five after %s', (start, expected) => {
    expect([1, 2, 3, 4, 5].map((count) => addWorkingDays(localDate(start), count))).toEqual(expected);
  });

  it.each([
    ['2025-06-02', ['2025-06-04', '2025-06-09', '2025-06-16', '2025-06-23', '2025-06-30']],
    ['2025-04-11', ['2025-04-15', '2025-04-22', '2025-04-29', '2025-05-07', '2025-05-14']],
    ['2025-12-12', ['2025-12-16', '2025-12-19', '2025-12-30', '2026-01-07', '2026-01-14']],
    ['2025-08-02', ['2025-08-05', '2025-08-08', '2025-08-15', '2025-08-22', '2025-09-01']],
    ['2025-05-05', ['2025-05-07', '2025-05-12', '2025-05-19', '2025-05-27', '2025-06-03']],
  ])('the 2nd, 5th, 10th, 15th and 20th after %s, weekend and holiday starts included', (start, expected) => {
    expect([2, 5, 10, 15, 20].map((count) => addWorkingDays(localDate(start), count))).toEqual(expected);
  });

  it.each([
    [2024, 254],
    [2025, 253],
    [2026, 253],
    [2027, 253],
    [2028, 252],
  ])('%i has eight bank holidays, none on a weekend, and %i working days', (year, count) => {
    const dates = englandAndWales.dates.filter((date) => partsOf(date).year === year);
    expect(new Set(dates).size).toBe(8);
    expect(dates.every((date) => !isWorkingDay(date) && isWorkingDayBut(date))).toBe(true);
    const first = localDate(`${year}-01-01`);
    expect(workingDayNumber(first, localDate(`${year}-12-31`)) + (isWorkingDay(first) ? 1 : 0)).toBe(count);
  });

  it('numbers a day by the working days since the start', () => {
    const start = localDate('2025-06-02');
    const numbers = ['2025-06-02', '2025-06-27', '2025-06-30', '2025-07-01', '2025-05-30'].map((day) =>
      workingDayNumber(start, localDate(day)),
    );
    expect(numbers).toEqual([0, 19, 20, 21, -1]);
  });

  it('a weekend keeps the number of the Friday before, so lateness has to compare dates', () => {
    const start = localDate('2025-09-26');
    const due = addWorkingDays(start, 20);
    expect(due).toBe('2025-10-24');
    expect([0, 1, 2, 3].map((days) => workingDayNumber(start, addDays(due, days)))).toEqual([20, 20, 20, 21]);
  });

  it('0 working days on is the start, also on a Sunday', () => {
    expect(addWorkingDays(localDate('2025-06-01'), 0)).toBe('2025-06-01');
  });

  it('fails loudly before the first and past the last year of the list', () => {
    expect(() => addWorkingDays(localDate('2028-12-28'), 2)).toThrow(unknown);
    expect(addWorkingDays(localDate('2028-12-28'), 1)).toBe('2028-12-29');
    expect(() => addWorkingDays(localDate('2023-12-29'), 1)).toThrow(unknown);
    expect(() => addWorkingDays(localDate('2029-01-01'), 0)).toThrow(unknown);
    expect(() => workingDayNumber(localDate('2023-12-31'), localDate('2024-01-05'))).toThrow(unknown);
    expect(() => workingDayNumber(localDate('2024-01-05'), localDate('2029-01-01'))).toThrow(unknown);
    expect(() => isWorkingDay(localDate('2030-01-01'))).toThrow(unknown);
    expect(
      [localDate('2023-12-31'), localDate('2024-01-01'), localDate('2028-12-31'), localDate('2029-01-01')].map((date) =>
        knowsYearOf(englandAndWales, date),
      ),
    ).toEqual([false, true, true, false]);
  });

  it('counts whole days from 0', () => {
    expect(() => addWorkingDays(localDate('2025-06-02'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(localDate('2025-06-02'), 1.5)).toThrow(RangeError);
  });

  it('takes another list, as when a one-off holiday is announced', () => {
    const oneOff: BankHolidays = {
      ...englandAndWales,
      version: 'with-a-one-off',
      dates: [...englandAndWales.dates, localDate('2026-06-12')],
    };
    expect(addWorkingDays(localDate('2026-06-11'), 1)).toBe('2026-06-12');
    expect(addWorkingDays(localDate('2026-06-11'), 1, oneOff)).toBe('2026-06-15');
    expect(isWorkingDay(localDate('2026-06-12'), oneOff)).toBe(false);
  });
});

/** Whether a date would be a working day if the list did not name it. */
function isWorkingDayBut(date: LocalDate): boolean {
  return isWorkingDay(date, { ...englandAndWales, dates: englandAndWales.dates.filter((other) => other !== date) });
}
