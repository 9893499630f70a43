/** Times of day in England, `HH:mm`, and the instants they stand for on a day. */
import * as z from 'zod';
import { epochMillisecondsOf, type Instant, instantOf, localDateOf, localTimeOf } from '../calendar/instant.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { londonOffsetMinutes } from '../calendar/london-time.ts';

export const timeOfDaySchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time with four digits, like 07:30')
  .meta({ description: 'Time of day in England', examples: ['07:30'] });

/** The instant of a time of day in England. One that a spring night skips is an hour later; one that an autumn night repeats is its second. */
export function instantAt(date: LocalDate, time: string): Instant {
  const asUtc = epochMillisecondsOf(`${date}T${time}:00.000Z` as Instant);
  return instantOf(asUtc - londonOffsetMinutes(asUtc) * 60_000);
}

/** The first instant after another at which it is a time of day in England. */
export function nextAt(after: Instant, time: string): Instant {
  const today = localDateOf(after);
  const todays = instantAt(today, time);
  return todays > after ? todays : instantAt(addDays(today, 1), time);
}

/** Whether it is between two times of day, the first included; the second may be on the next morning. */
export function isBetween(now: Instant, { from, to }: { readonly from: string; readonly to: string }): boolean {
  const { time } = localTimeOf(now);
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

/** An instant without its milliseconds: as schedules tell the time. */
export function wholeSecondOf(instant: Instant): Instant {
  return instantOf(Math.floor(epochMillisecondsOf(instant) / 1000) * 1000);
}

/** An instant some minutes later. */
export function minutesAfter(instant: Instant, minutes: number): Instant {
  return instantOf(epochMillisecondsOf(instant) + minutes * 60_000);
}
