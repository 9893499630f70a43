/**
 * The days of a family as an iCalendar file (RFC 5545), for calendar apps that ask for it again and again. It holds when, the one
 * word "appointment" or "date", and the address of a page behind the sign-in: no name and nothing of what a day is about (promise P8).
 */
import type { CalendarFeed } from '../../application/family/calendar.ts';
import type { Instant } from '../../domain/calendar/instant.ts';

export interface CalendarFileSettings {
  /** Instant at which the file is made. */
  readonly now: Instant;
  /** The same for the same thing in every file; says nothing of it. */
  readonly uidOf: (dateId: string) => string;
  /** Absolute address of the page of a child. */
  readonly pageOf: (personId: string) => string;
}

type DateInCalendar = CalendarFeed['dates'][number];

/** How often an app is asked to look again. */
const REFRESH = 'PT6H';

/** Clocks in the United Kingdom since 1996: forward on the last Sunday of March, back on that of October, at 1 in UTC. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19970330T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
] as const;

export function calendarFile({ dates, words }: CalendarFeed, settings: CalendarFileSettings): string {
  const name = escaped(words.say('calendar.name'));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Families//Dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...LONDON,
    ...dates.flatMap((date) => eventOf(date, words, settings)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventOf(
  { id, kind, isCancelled, personId, ...when }: DateInCalendar,
  words: CalendarFeed['words'],
  { now, uidOf, pageOf }: CalendarFileSettings,
): readonly string[] {
  const what = words.say(`calendar.${kind}`);
  const address = pageOf(personId);
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(id)}`,
    `DTSTAMP:${stampOf(now)}`,
    startOf(when),
    `SEQUENCE:${isCancelled ? 1 : 0}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    // A day by which something is due keeps nobody busy, nor does what is off.
    `TRANSP:${kind === 'due' || isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
    `SUMMARY:${escaped(isCancelled ? words.say('calendar.cancelled', { what }) : what)}`,
    `DESCRIPTION:${escaped(words.say('calendar.read-more', { address }))}`,
    `URL:${address}`,
    'END:VEVENT',
  ];
}

/** How long it takes nobody knows: there is no end, and none is made up. */
function startOf({ on, time }: Pick<DateInCalendar, 'on' | 'time'>): string {
  const day = on.replaceAll('-', '');
  return time === null ? `DTSTART;VALUE=DATE:${day}` : `DTSTART;TZID=Europe/London:${day}T${time.replace(':', '')}00`;
}

/** `20261102T123000Z`. */
function stampOf(instant: Instant): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}

/** No line has more than 75 octets: a longer one goes on behind a space, and no character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push('');
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n ');
}
