/** A person's age in words. */
import { ageOn } from '../../../../shared/domain/calendar/age.ts';
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts';
import { daysBetween, type LocalDate, partsOf } from '../../../../shared/domain/calendar/local-date.ts';
import { counted } from '../../../../shared/domain/calendar/weeks.ts';

/** `6 years`; months for a baby, days for a newborn. */
export function ageInWords(birthDate: LocalDate, day: LocalDate): string {
  const years = ageOn(birthDate, day);
  if (years >= 2) return counted(years, 'year');
  const born = partsOf(birthDate);
  const now = partsOf(day);
  const months = (now.year - born.year) * 12 + now.month - born.month - (now.day < born.day ? 1 : 0);
  return months >= 1 ? counted(months, 'month') : counted(daysBetween(birthDate, day), 'day');
}

/** `3 March 2019 (6 years)`, and for somebody who has died the age they reached. */
export function bornInWords(
  { birthDate, diedOn }: { readonly birthDate: LocalDate; readonly diedOn: LocalDate | null },
  today: LocalDate,
): string {
  const age = diedOn === null ? ageInWords(birthDate, today) : `died aged ${ageInWords(birthDate, diedOn)}`;
  return `${formatDate(birthDate)} (${age})`;
}
