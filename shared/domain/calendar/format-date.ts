import { epochDayOf, type LocalDate, partsOf, weekdayOf } from './local-date.ts';

/** English month names in order, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `12 May 2025`: how dates are written on pages and in messages. */
export function formatDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** `4 Sep 2025`: for columns of a table. */
export function formatDateShort(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${monthNames[month - 1]?.slice(0, 3)} ${year}`;
}

/** `Monday 12 May 2025`: where somebody has to turn up. */
export function formatDateWithWeekday(date: LocalDate): string {
  return `${weekdayNames[weekdayOf(date) - 1]} ${formatDate(date)}`;
}

const DAY_MS = 86_400_000;

/** A date in full as another language writes it: `2 listopada 2026`. @param locale a tag of BCP 47 */
export function formatDateIn(locale: string, date: LocalDate): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(epochDayOf(date) * DAY_MS);
}
