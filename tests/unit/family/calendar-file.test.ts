/** The file of a calendar, read back by a parser of its own. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { CalendarFeed } from '../../../shared/application/family/calendar.ts';
import { wordsIn } from '../../../shared/application/family/words/words-in.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import type { Language } from '../../../shared/domain/language/reading.ts';
import { calendarFile } from '../../../shared/http/family/calendar-file.ts';

type InCalendar = CalendarFeed['dates'][number];

const appointment = (on: string, time: string | null, more: Partial<InCalendar> = {}): InCalendar => ({
  ...{ id: 'EEEEEEEEEEEEEEE1', kind: 'appointment', on: localDate(on), time, isCancelled: false },
  ...{ personId: 'PPPPPPPPPPPPPPP1', ...more },
});

function fileOf(dates: readonly InCalendar[], language: Language = 'en', now = '2026-11-02T12:30:15.120Z'): string {
  return calendarFile(
    { dates, words: wordsIn(language) },
    {
      now: parseInstant(now),
      uidOf: (id) => `uid-of-${id}`,
      pageOf: (personId) => `https://waits.example/family/children/${personId}`,
    },
  );
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (zone === null) throw new Error('There is no time zone');
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents('vevent').map((one) => ({ one, event: new ICAL.Event(one) }));
  return { calendar, events };
}
/** The instant that an appointment is at. */
const instantAt = (on: string, time: string) =>
  read(fileOf([appointment(on, time)]))
    .events[0]?.event.startDate.toJSDate()
    .toISOString();

describe('the file of a calendar', () => {
  it('is a calendar without days where there are none', () => {
    const { calendar, events } = read(fileOf([]));
    expect(events).toEqual([]);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Appointments and dates');
  });

  it('has an appointment at the time that clocks in London show, before and after they change', () => {
    expect(instantAt('2026-10-24', '09:30')).toBe('2026-10-24T08:30:00.000Z');
    expect(instantAt('2026-10-25', '09:30')).toBe('2026-10-25T09:30:00.000Z');
    expect(instantAt('2027-03-27', '09:30')).toBe('2027-03-27T09:30:00.000Z');
    expect(instantAt('2027-03-28', '09:30')).toBe('2027-03-28T08:30:00.000Z');
    expect(instantAt('2026-12-31', '23:45')).toBe('2026-12-31T23:45:00.000Z');
  });

  it('has a day without a time as a whole day', () => {
    const [first] = read(fileOf([appointment('2026-11-05', null, { kind: 'due' })])).events;
    expect([first?.event.startDate.isDate, first?.event.startDate.toString()]).toEqual([true, '2026-11-05']);
    expect(first?.event.summary).toBe('Date to know about');
    expect(first?.one.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('says when, one word and where to read more, and nothing else', () => {
    const [first] = read(fileOf([appointment('2026-11-05', '09:30')])).events;
    const said = Object.fromEntries(
      (first?.one.getAllProperties() ?? []).map((property) => [property.name, String(property.getFirstValue())]),
    );
    const page = 'https://waits.example/family/children/PPPPPPPPPPPPPPP1';
    expect(said).toEqual({
      uid: 'uid-of-EEEEEEEEEEEEEEE1',
      dtstamp: '2026-11-02T12:30:15Z',
      dtstart: '2026-11-05T09:30:00',
      sequence: '0',
      status: 'CONFIRMED',
      class: 'PRIVATE',
      transp: 'OPAQUE',
      summary: 'Appointment',
      description: `Sign in to read more: ${page}`,
      url: page,
    });
  });

  it('strikes out what is off under the same id, one step on', () => {
    const stands = read(fileOf([appointment('2026-11-05', '09:30')])).events[0];
    const off = read(fileOf([appointment('2026-11-05', '09:30', { isCancelled: true })])).events[0];
    expect(off?.event.uid).toBe(stands?.event.uid);
    expect([off?.event.sequence, off?.one.getFirstPropertyValue('status')]).toEqual([1, 'CANCELLED']);
    expect(off?.event.summary).toBe('Cancelled: Appointment');
  });

  it.each(['en', 'ar', 'pl', 'so', 'zh-Hans'] as const)(
    'is read back in %s, and no line is over 75 octets',
    (language) => {
      const words = wordsIn(language);
      const text = fileOf([appointment('2026-11-05', '09:30', { isCancelled: true })], language);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(read(text).events[0]?.event.summary).toBe(
        words.say('calendar.cancelled', { what: words.say('calendar.appointment') }),
      );
      expect(read(text).events[0]?.event.description).toContain('/family/children/PPPPPPPPPPPPPPP1');
    },
  );
});
