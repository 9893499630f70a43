import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ageOn, birthday, schoolLeavingDate } from '../../shared/domain/calendar/age.ts';
import { financialYearOf } from '../../shared/domain/calendar/financial-year.ts';
import { formatDate } from '../../shared/domain/calendar/format-date.ts';
import { instantOf, localDateOf, localTimeOf } from '../../shared/domain/calendar/instant.ts';
import {
  addDays,
  addMonths,
  compareDates,
  dateOfEpochDay,
  daysBetween,
  daysInMonth,
  epochDayOf,
  isLocalDate,
  localDate,
  localDateSchema,
  partsOf,
  weekdayOf,
} from '../../shared/domain/calendar/local-date.ts';
import { parseDate } from '../../shared/domain/calendar/parse-date.ts';
import { weeksAndDays, wholeWeeks, withinWeeks } from '../../shared/domain/calendar/weeks.ts';
import { anyDate, dateIn } from './arbitrary-date.ts';

const two = (number: number) => String(number).padStart(2, '0');

describe('Civil dates', () => {
  it('agree with Temporal in every part', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const temporal = Temporal.PlainDate.from(a);
        expect(daysBetween(a, b)).toBe(temporal.until(b, { largestUnit: 'days' }).days);
        expect(weekdayOf(a)).toBe(temporal.dayOfWeek);
        expect(partsOf(a)).toEqual({ year: temporal.year, month: temporal.month, day: temporal.day });
      }),
    );
  });

  it('every day of four centuries is one after the day before, as Temporal counts', () => {
    let temporal = Temporal.PlainDate.from('1899-12-31');
    for (let day = epochDayOf(localDate('1900-01-01')); day < epochDayOf(localDate('2300-01-01')); day += 1) {
      temporal = temporal.add({ days: 1 });
      const date = dateOfEpochDay(day);
      if (date !== temporal.toString() || epochDayOf(date) !== day) throw new Error(`Day ${day} is ${date}`);
    }
    expect(temporal.toString()).toBe('2299-12-31');
  });

  it('adding days and counting them undo one another', () => {
    fc.assert(
      fc.property(dateIn(1900, 2200), fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(addDays(other, -days)).toBe(date);
        expect(isLocalDate(other)).toBe(true);
        expect(Math.sign(compareDates(date, other)) + Math.sign(days)).toBe(0);
      }),
    );
  });

  it('adding months agrees with Temporal, and is clamped to the end of the month', () => {
    fc.assert(
      fc.property(dateIn(1900, 2200), fc.integer({ min: -1200, max: 1200 }), (date, months) => {
        const other = addMonths(date, months);
        expect(other).toBe(Temporal.PlainDate.from(date).add({ months }).toString());
        const { year, month, day } = partsOf(other);
        expect(day).toBe(Math.min(partsOf(date).day, daysInMonth(year, month)));
      }),
    );
  });

  it('a text is a date exactly when Temporal takes its parts', () => {
    const text = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
      .map(([year, month, day]) => ({ year, month, day }));
    fc.assert(
      fc.property(text, ({ year, month, day }) => {
        const written = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
        expect(isLocalDate(written)).toBe(year > 0 && temporalTakes(year, month, day));
        expect(localDateSchema.safeParse(written).success).toBe(isLocalDate(written));
      }),
    );
  });

  it('no text at all breaks the reading of dates', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        if (isLocalDate(text)) expect(dateOfEpochDay(epochDayOf(text))).toBe(text);
        const parsed = parseDate(text);
        expect('date' in parsed ? isLocalDate(parsed.date) : parsed.fault).toBeTruthy();
      }),
    );
  });

  it('a date written in any of the ways of an extract is read back', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const { year, month, day } = partsOf(date);
        const name = formatDate(date).split(' ')[1] ?? '';
        const four = String(year).padStart(4, '0');
        const written = [
          date,
          `${two(day)}/${two(month)}/${four}`,
          `${day}/${month}/${four}`,
          `${two(day)}-${name.slice(0, 3)}-${four}`,
          `${day} ${name} ${four}`,
        ];
        for (const text of written) expect(parseDate(` ${text} `)).toEqual({ date });
      }),
    );
  });
});

describe('Weeks, ages and years', () => {
  it('weeks and days agree', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(300), (days, weeks) => {
        const [inWeeks, , rest] = weeksAndDays(days).split(' ');
        expect(Number(inWeeks) * 7 + Number(rest)).toBe(days);
        expect(Number(inWeeks)).toBe(wholeWeeks(days));
        expect(withinWeeks(days, weeks)).toBe(wholeWeeks(days) < weeks || days === 7 * weeks);
      }),
    );
  });

  it('age goes up on the birthday and on no other day', () => {
    fc.assert(
      fc.property(dateIn(1980, 2030), fc.integer({ min: 1, max: 40 }), (born, age) => {
        const day = birthday(born, age);
        expect([ageOn(born, addDays(day, -1)), ageOn(born, day)]).toEqual([age - 1, age]);
      }),
    );
  });

  it('the school leaving date is the last Friday of June in the school year of the 16th birthday', () => {
    fc.assert(
      fc.property(dateIn(1980, 2030), (born) => {
        const leaving = schoolLeavingDate(born);
        const sixteenth = birthday(born, 16);
        expect([weekdayOf(leaving), partsOf(leaving).month, partsOf(addDays(leaving, 7)).month]).toEqual([5, 6, 7]);
        const { year } = partsOf(leaving);
        expect(sixteenth >= `${year - 1}-09-01` && sixteenth <= `${year}-08-31`).toBe(true);
      }),
    );
  });

  it('a date is in its financial year and the next day after one begins the next', () => {
    fc.assert(
      fc.property(dateIn(1950, 2100), (date) => {
        const { first, last, days, startYear } = financialYearOf(date);
        expect(first <= date && date <= last).toBe(true);
        expect(daysBetween(first, last) + 1).toBe(days);
        expect(financialYearOf(addDays(last, 1))).toMatchObject({ startYear: startYear + 1, first: addDays(last, 1) });
      }),
    );
  });
});

describe('Instants', () => {
  const moments = fc.integer({ min: Date.UTC(1997, 0, 1), max: Date.UTC(2045, 0, 1) });
  const wall = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  });

  it('are the day and time that the time zone database gives for London', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const instant = instantOf(moment);
        const [date = '', time] = wall.format(moment).split(', ');
        expect(parseDate(date)).toEqual({ date: localDateOf(instant) });
        expect(localTimeOf(instant).time).toBe(time);
      }),
    );
  });

  it('compare as text in the order they happened, and so do their days', () => {
    fc.assert(
      fc.property(moments, moments, (a, b) => {
        const [first, second] = [instantOf(Math.min(a, b)), instantOf(Math.max(a, b))];
        expect(first <= second).toBe(true);
        expect(localDateOf(first) <= localDateOf(second)).toBe(true);
      }),
    );
  });
});

function temporalTakes(year: number, month: number, day: number): boolean {
  try {
    Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
