/** The dates of health assessments in care (domain.md 5): twenty working days by law, twenty days as the strategy says, reviews. */
import { ageOn, birthday } from '../calendar/age.ts';
import type { BankHolidays } from '../calendar/bank-holidays.ts';
import { addDays, addMonths, type LocalDate, partsOf } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';

/** The local targets on the way, in working days of entry: told, agreed to, booked, seen, plan back. */
export const milestoneDays = { notified: 2, consent: 5, booked: 10, seen: 15, returned: 20 } as const;
export type Milestone = keyof typeof milestoneDays;
export const milestones = Object.keys(milestoneDays) as readonly Milestone[];

export interface InitialTimetable {
  /** The last day in time: the twentieth working day. */
  readonly due: LocalDate;
  /** Twenty days by the calendar, the strategy's stretch. */
  readonly stretch: LocalDate;
  readonly milestones: Readonly<Record<Milestone, LocalDate>>;
}

/** Day 0 is the day of becoming looked after, whatever day of the week it is. */
export function initialTimetable(enteredOn: LocalDate, holidays: BankHolidays): InitialTimetable {
  const after = (days: number) => workingDaysAfter(enteredOn, days, holidays);
  return {
    due: after(milestoneDays.returned),
    stretch: addDays(enteredOn, 20),
    milestones: {
      notified: after(milestoneDays.notified),
      consent: after(milestoneDays.consent),
      booked: after(milestoneDays.booked),
      seen: after(milestoneDays.seen),
      returned: after(milestoneDays.returned),
    },
  };
}

/** The first day that an assessment before entry may be of, to stand for the initial one; the day of entry is the last. */
export function assessedSince(enteredOn: LocalDate): LocalDate {
  return addMonths(enteredOn, -3);
}

/**
 * The day by which the next review assessment is due, from the day of the last assessment: six-monthly before the fifth
 * birthday, yearly from then on; null when it would fall on or after the eighteenth.
 */
export function reviewDue(lastSeenOn: LocalDate, birthDate: LocalDate): LocalDate | null {
  const six = addMonths(lastSeenOn, 6);
  const due = six < birthday(birthDate, 5) ? six : addMonths(lastSeenOn, 12);
  return due < birthday(birthDate, 18) ? due : null;
}

export function isUnder18(birthDate: LocalDate, on: LocalDate): boolean {
  return ageOn(birthDate, on) < 18;
}

/** Before the first year of the list of bank holidays no day can be worked out; the longest that the count can take is given. */
function workingDaysAfter(start: LocalDate, days: number, holidays: BankHolidays): LocalDate {
  return partsOf(start).year < holidays.firstYear
    ? addDays(start, 2 * days + 7)
    : addWorkingDays(start, days, holidays);
}
