import fc from 'fast-check';
import { dateOfEpochDay, epochDayOf, type LocalDate, localDate } from '../../shared/domain/calendar/local-date.ts';

/** Dates from the first day of one year to the last of another, years of four digits. */
export function dateIn(firstYear: number, lastYear: number): fc.Arbitrary<LocalDate> {
  const four = (year: number) => String(year).padStart(4, '0');
  const min = epochDayOf(localDate(`${four(firstYear)}-01-01`));
  const max = epochDayOf(localDate(`${four(lastYear)}-12-31`));
  return fc.integer({ min, max }).map(dateOfEpochDay);
}

/** Every date there is. */
export const anyDate = dateIn(1, 9999);
