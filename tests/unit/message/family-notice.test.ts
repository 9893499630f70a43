/** How families are told: channel, time, language and format, for every kind of message; and words that tell nothing. */
import { describe, expect, it } from 'vitest';
import {
  type ContactPreferences,
  contactFormats,
  nobodyAsked,
  type Reach,
} from '../../../shared/domain/access/contact-preferences.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { languages } from '../../../shared/domain/language/reading.ts';
import { deliveryTo, familyNoticeKinds, ringingAt, styleOf } from '../../../shared/domain/message/family-notice.ts';
import { noticeWords } from '../../../shared/domain/message/family-notice-words.ts';

const noon = parseInstant('2026-11-02T12:30:00Z');
const on = localDate('2026-10-01');
const confirmed = { contactId: 'AAAAAAAAAAAAAAAA', since: on, confirmedOn: on, failedOn: null };
const everyWay: Reach = { ...nobodyAsked, ways: { email: confirmed, text: confirmed, letter: confirmed } };
const chosen = (more: Partial<ContactPreferences>, reach: Reach = everyWay): Reach => ({
  ...reach,
  preferences: { channel: 'text', formats: [], language: 'en', interpreter: null, notToRing: [], ...more },
});

describe('the channel', () => {
  it('is the one that was chosen, once it was confirmed, and no other', () => {
    for (const channel of ['email', 'text', 'letter'] as const)
      expect(deliveryTo(chosen({ channel }), noon)).toEqual({ channel, at: noon });
    const unconfirmed = { ...everyWay, ways: { ...everyWay.ways, letter: { ...confirmed, confirmedOn: null } } };
    expect(deliveryTo(chosen({ channel: 'letter' }, unconfirmed), noon)).toBeNull();
    expect(deliveryTo(chosen({ channel: null }), noon)).toBeNull();
  });

  it('is the first confirmed one of those who were never asked', () => {
    expect(deliveryTo(everyWay, noon)?.channel).toBe('text');
    expect(deliveryTo({ ...nobodyAsked, ways: { letter: confirmed } }, noon)?.channel).toBe('letter');
    expect(deliveryTo(nobodyAsked, noon)).toBeNull();
    const failing = { ...confirmed, failedOn: on };
    expect(deliveryTo({ ...everyWay, ways: { ...everyWay.ways, text: failing } }, noon)?.channel).toBe('email');
    expect(deliveryTo({ ...nobodyAsked, ways: { text: failing } }, noon)?.channel).toBe('text');
  });
});

describe('a text', () => {
  it.each([
    ['by day, at once', [], '2026-11-02T12:30:00Z', '2026-11-02T12:30:00.000Z'],
    ['at night, in the morning', [], '2026-11-02T21:10:00Z', '2026-11-03T08:00:00.000Z'],
    ['before eight, at eight', [], '2026-11-02T06:00:00Z', '2026-11-02T08:00:00.000Z'],
    ['not in the afternoon, in the evening', ['afternoon'], '2026-11-02T12:30:00Z', '2026-11-02T16:00:00.000Z'],
    [
      'neither afternoon nor evening, next day',
      ['afternoon', 'evening'],
      '2026-11-02T12:30:00Z',
      '2026-11-03T08:00:00.000Z',
    ],
    ['in summer by the clock on the wall', ['morning'], '2026-07-02T07:30:00Z', '2026-07-02T11:00:00.000Z'],
    [
      'to who is never rung, by day',
      ['morning', 'afternoon', 'evening'],
      '2026-11-02T20:30:00Z',
      '2026-11-03T08:00:00.000Z',
    ],
  ] as const)('goes %s', (_when, notToRing, now, at) => {
    expect(ringingAt(notToRing, parseInstant(now))).toBe(at);
  });

  it('waits where an e-mail does not', () => {
    const night = parseInstant('2026-11-02T23:30:00Z');
    expect(deliveryTo(chosen({ channel: 'email' }), night)?.at).toBe(night);
  });
});

describe('the words', () => {
  const spoken = familyNoticeKinds.flatMap((notice) => languages.map((language) => [notice, language] as const));
  it.each(spoken)('of “%s” in %s are there in every format, and tell nothing of anybody', (notice, language) => {
    for (const formats of [[], ...contactFormats.map((format) => [format])]) {
      const { subject, text, ending } = noticeWords(notice, styleOf(chosen({ language, formats })), '012345');
      expect(subject.length).toBeGreaterThan(1);
      expect(text.includes('012345')).toBe(notice === 'contact-code');
      expect(`${subject} ${text} ${ending}`).not.toMatch(
        /\{|undefined|child|clinic|NHS|therapy|speech|autism|ADHD|health|SEND|wait(?!s )|hospital|dziecko|zdrow/i,
      );
    }
  });

  it('are in the language that was chosen', () => {
    const subjects = languages.map((language) => noticeWords('check-in', styleOf(chosen({ language })), null).text);
    expect(new Set(subjects).size).toBe(languages.length);
  });

  it('are easier in Easy Read, and say how to talk in BSL', () => {
    const plain = noticeWords('answer', styleOf(chosen({})), null).text;
    expect(noticeWords('answer', styleOf(chosen({ formats: ['easy-read'] })), null).text).not.toBe(plain);
    expect(noticeWords('answer', styleOf(chosen({ formats: ['bsl'] })), null).text).toMatch(/BSL.*Relay UK/);
    expect(styleOf(chosen({ formats: ['large-print'] })).largePrint).toBe(true);
  });
});
