/** Days as the judge of a campaign counts them, apart from the service's own calendar: whole days since 1970. */

/** Bank holidays of England and Wales from 2024 to 2028, as GOV.UK publishes them. */
const HOLIDAYS: ReadonlySet<string> = new Set(
  `2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
   2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
   2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
   2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
   2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26`.split(/\s+/),
);

export const DAY_MILLISECONDS = 86_400_000;

export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MILLISECONDS;
}

export function dateOf(day: number): string {
  return new Date(day * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
/** The day that it is in England at an instant. */
export function dayInEngland(instant: string | number): number {
  return dayOf(london.format(new Date(instant)));
}

/** The day after so many days on which offices are open. */
export function afterWorkingDays(day: number, count: number): number {
  let at = day;
  for (let left = count; left > 0; ) {
    at += 1;
    const weekday = new Date(at * DAY_MILLISECONDS).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(dateOf(at))) left -= 1;
  }
  return at;
}

/** The same day of the month so many months on, or the last of that month where it has no such day (D7-09). */
export function afterMonths(day: number, count: number): number {
  const [year, month, date] = partsOf(day);
  const last = new Date(Date.UTC(year, month + count + 1, 0)).getUTCDate();
  return Date.UTC(year, month + count, Math.min(date, last)) / DAY_MILLISECONDS;
}

/** The day on which somebody comes to an age; born on 29 February, on 1 March of other years. */
export function birthday(born: number, age: number): number {
  const [year, month, date] = partsOf(born);
  return Date.UTC(year + age, month, date) / DAY_MILLISECONDS;
}

/** 31 March: the last day of the financial year that a day is in. */
export function yearEnd(day: number): number {
  const [year, month] = partsOf(day);
  return Date.UTC(month < 3 ? year : year + 1, 2, 31) / DAY_MILLISECONDS;
}

function partsOf(day: number): readonly [year: number, month: number, date: number] {
  const at = new Date(day * DAY_MILLISECONDS);
  return [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
}
