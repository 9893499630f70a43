import * as z from 'zod';
import { invalid } from '../error.ts';
import { isLocalDate, type LocalDate } from './local-date.ts';
import { londonOffsetMinutes } from './london-time.ts';

/**
 * A moment in UTC, always written `YYYY-MM-DDTHH:mm:ss.sssZ`, so that two of them compare as text. Rules never see one:
 * turn it into a local date first, with {@link localDateOf}.
 */
export type Instant = string & z.$brand<'Instant'>;

const shape = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.(\d{3}))?Z$/;
const wording = 'Write the time in UTC, like 2025-05-12T08:30:00.000Z';

/** Whether a text is an {@link Instant} in its one stored form. */
export function isInstant(text: string): text is Instant {
  const parts = shape.exec(text);
  return parts?.[1] !== undefined && parts[2] !== undefined && isLocalDate(parts[1]);
}

/** A stored instant. */
export const instantSchema = z
  .string()
  .refine(isInstant, { error: wording, params: { code: 'instant-format' } })
  .meta({ format: 'date-time', description: 'A moment in UTC', examples: ['2025-05-12T08:30:00.000Z'] })
  .brand<'Instant'>();

/**
 * An instant from text that others wrote: UTC with or without milliseconds, as in the `time` of an event. Throws
 * `invalid` (`instant-format`) for any other form, a day that does not exist or another zone.
 */
export function parseInstant(text: string): Instant {
  const parts = shape.exec(text);
  if (parts?.[1] === undefined || !isLocalDate(parts[1])) throw invalid('instant-format', wording);
  return (parts[2] === undefined ? `${text.slice(0, 19)}.000Z` : text) as Instant;
}

/** The instant of a count of milliseconds from 1970, as in `requestContext.timeEpoch`. */
export function instantOf(epochMilliseconds: number): Instant {
  const text = new Date(epochMilliseconds).toISOString();
  if (!isInstant(text)) throw new RangeError('The time is outside the years 0001 to 9999');
  return text;
}

/** Milliseconds from 1970 to this instant. */
export function epochMillisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

type LocalHour = { date: LocalDate; hour: string; zone: 'BST' | 'GMT' };

// Clocks in London change on the hour, so an hour in UTC is an hour there. Asking the time zone database costs
// microseconds and a census asks for the same hours again and again: remember the last few thousand.
const hours = new Map<string, LocalHour>();
const remembered = 4096;

function localHourOf(instant: Instant): LocalHour {
  const key = instant.slice(0, 13);
  const known = hours.get(key);
  if (known !== undefined) return known;
  const start = Date.parse(`${key}:00:00.000Z`);
  const offset = londonOffsetMinutes(start);
  const local = new Date(start + offset * 60_000).toISOString();
  const fresh: LocalHour = {
    date: local.slice(0, 10) as LocalDate,
    hour: local.slice(11, 13),
    zone: offset === 0 ? 'GMT' : 'BST',
  };
  if (hours.size >= remembered) hours.clear();
  hours.set(key, fresh);
  return fresh;
}

/** The day it is in England at an instant: 23:30 UTC on 30 June is 1 July. */
export function localDateOf(instant: Instant): LocalDate {
  return localHourOf(instant).date;
}

/** The time of day in England at an instant, `HH:mm`, with the name of the clock it is told by. */
export function localTimeOf(instant: Instant): { time: string; zone: 'BST' | 'GMT' } {
  const { hour, zone } = localHourOf(instant);
  return { time: `${hour}${instant.slice(13, 16)}`, zone };
}
