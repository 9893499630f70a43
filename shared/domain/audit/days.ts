import { epochMillisecondsOf, type Instant, instantOf } from '../calendar/instant.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { londonOffsetMinutes } from '../calendar/london-time.ts';

/** The instant at which a day begins in England. Clocks never change at midnight. */
export function startOfDay(date: LocalDate): Instant {
  const asUtc = epochMillisecondsOf(`${date}T00:00:00.000Z` as Instant);
  return instantOf(asUtc - londonOffsetMinutes(asUtc) * 60_000);
}

/** From the first instant of one day up to, and not including, the first instant after another. */
export function spanOfDays(first: LocalDate, last: LocalDate): { readonly from: Instant; readonly until: Instant } {
  return { from: startOfDay(first), until: startOfDay(addDays(last, 1)) };
}
