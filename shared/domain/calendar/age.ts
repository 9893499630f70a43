import { invalid } from '../error.ts';
import { addDays, addMonths, dateOfParts, type LocalDate, localDate, partsOf, weekdayOf } from './local-date.ts';

/** The oldest age at which a referral is received: up to the day before the 26th birthday. */
export const oldestAge = 25;

/**
 * Whole years of age on a day. Somebody born on 29 February has their birthday on 1 March in other years. Negative when
 * the day is before birth, so that a caller can refuse it.
 */
export function ageOn(dateOfBirth: LocalDate, day: LocalDate): number {
  const years = partsOf(day).year - partsOf(dateOfBirth).year;
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** The day somebody reaches an age. Born on 29 February: 1 March unless that year has a 29 February too. */
export function birthday(dateOfBirth: LocalDate, age: number): LocalDate {
  const { year, month, day } = partsOf(dateOfBirth);
  const reached = dateOfParts(year + age, month, day) ?? dateOfParts(year + age, 3, 1);
  if (reached === undefined) throw invalid('age-out-of-range', 'That age is outside the years that can be worked out');
  return reached;
}

/** Whether a referral received on a day is within the ages of the service: 0 to {@link oldestAge}. */
export function inScope(dateOfBirth: LocalDate, received: LocalDate): boolean {
  const age = ageOn(dateOfBirth, received);
  return age >= 0 && age <= oldestAge;
}

/**
 * The end of compulsory school age: the last Friday of June in the school year (1 September to 31 August) of the 16th
 * birthday. It can be before the birthday.
 */
export function schoolLeavingDate(dateOfBirth: LocalDate): LocalDate {
  const { year, month } = partsOf(birthday(dateOfBirth, 16));
  const june = localDate(`${String(month >= 9 ? year + 1 : year).padStart(4, '0')}-06-30`);
  return addDays(june, -((weekdayOf(june) + 2) % 7));
}

/** The days on which who may decide and who may see changes. Each right starts on the day named. */
export type RightsTimeline = {
  /** A proxy's access is looked at again; it is not cut off. */
  readonly eleventh: LocalDate;
  /** The young person is asked to set up access of their own: six months before the 16th birthday. */
  readonly inviteFrom: LocalDate;
  /** 16th birthday: presumed able to consent to health care, and to decide who sees the record. */
  readonly healthConsentFrom: LocalDate;
  readonly schoolLeaving: LocalDate;
  /** The day after the school leaving date: rights under the Children and Families Act 2014 are the young person's. */
  readonly sendRightsFrom: LocalDate;
  /** Parental responsibility ends; the pathway for adults begins. */
  readonly eighteenth: LocalDate;
  /** Duties for EHC plans end here, or with the academic year. */
  readonly twentyFifth: LocalDate;
};

/** Works out the rights timeline of somebody. */
export function rightsTimeline(dateOfBirth: LocalDate): RightsTimeline {
  const healthConsentFrom = birthday(dateOfBirth, 16);
  const schoolLeaving = schoolLeavingDate(dateOfBirth);
  return {
    eleventh: birthday(dateOfBirth, 11),
    inviteFrom: addMonths(healthConsentFrom, -6),
    healthConsentFrom,
    schoolLeaving,
    sendRightsFrom: addDays(schoolLeaving, 1),
    eighteenth: birthday(dateOfBirth, 18),
    twentyFifth: birthday(dateOfBirth, 25),
  };
}
