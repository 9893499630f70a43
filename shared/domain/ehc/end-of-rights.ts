/** Until when the law of EHC plans can apply to somebody: under 25, or to the end of that school year (domain.md 0, 6). */
import { ageOn, birthday } from '../calendar/age.ts';
import { dateOfParts, type LocalDate, partsOf } from '../calendar/local-date.ts';

/** The age from which no assessment can be asked for. */
export const ehcUpperAge = 25;

/** Whether somebody is of an age for whom an assessment can be asked. */
export function inEhcScope(dateOfBirth: LocalDate, requestedOn: LocalDate): boolean {
  const age = ageOn(dateOfBirth, requestedOn);
  return age >= 0 && age < ehcUpperAge;
}

/** The last day on which a plan can be kept: 31 August of the school year of the 25th birthday (reading 49). */
export function planEndsBy(dateOfBirth: LocalDate): LocalDate {
  const { year, month } = partsOf(birthday(dateOfBirth, ehcUpperAge));
  const end = dateOfParts(month >= 9 ? year + 1 : year, 8, 31);
  if (end === undefined) throw new RangeError('That school year is outside the years that can be worked out');
  return end;
}
