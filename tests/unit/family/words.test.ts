import { readdirSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { arabic } from '../../../shared/application/family/words/arabic/all.ts';
import { chinese } from '../../../shared/application/family/words/chinese/all.ts';
import { english } from '../../../shared/application/family/words/english/all.ts';
import { easy } from '../../../shared/application/family/words/english/easy.ts';
import type { Fitting, HolesOf, Message } from '../../../shared/application/family/words/message.ts';
import { polish } from '../../../shared/application/family/words/polish/all.ts';
import { somali } from '../../../shared/application/family/words/somali/all.ts';
import { wordsIn } from '../../../shared/application/family/words/words-in.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';
import { told } from '../../../shared/http/family/told.ts';
import { html } from '../../../shared/http/html/html.ts';

const plain = wordsIn('en');
const translations = { ar: arabic, pl: polish, so: somali, 'zh-Hans': chinese };
const written = {
  ar: ['2 نوفمبر 2026', 'أسبوعان ويومان', '44 أسبوعًا', '\u200f1,403.85\u00a0UK£', '1، 2، 3'],
  pl: ['2 listopada 2026', '2 tygodnie i 2 dni', '44 tygodnie', '1403,85\u00a0£', '1, 2, 3'],
  so: ['Noofeembar 2, 2026', '2 toddobaad iyo 2 maalmood', '44 toddobaad', '£1,403.85', '1, 2, 3'],
  'zh-Hans': ['2026年11月2日', '2 周零 2 天', '44 周', '£1,403.85', '1、2、3'],
};

describe('Words of families', () => {
  it('are asked for by key, with what fills their holes', () => {
    expect(plain.say('home.title')).toBe('Your family’s waits');
    expect(plain.say('time.as-at', { date: plain.date(localDate('2026-11-02')) })).toBe(
      'This is what we know on 2 November 2026.',
    );
  });

  it('count by the rules of the language', () => {
    expect([1, 7, 8, 16, 7000].map((days) => plain.wait(days))).toEqual([
      '1 day',
      '1 week',
      '1 week and 1 day',
      '2 weeks and 2 days',
      '1,000 weeks',
    ]);
  });

  it('take markup into their holes, and keep text from being markup', () => {
    expect(told(plain, 'child.of', { name: html`<b>Noah</b>` }).markup).toBe('Where <b>Noah</b> stands');
    expect(told(plain, 'child.of', { name: '<b>' }).markup).toBe('Where &lt;b&gt; stands');
  });

  it('do not compile without their key or what fills them', () => {
    // @ts-expect-error -- there is no such message
    expect(() => plain.say('home.nowhere')).toThrow();
    // @ts-expect-error -- the date is missing
    expect(plain.say('time.as-at')).toBeDefined();
    // @ts-expect-error -- there is no such hole
    expect(plain.say('time.as-at', { day: '2 November 2026' })).toBeDefined();
    expectTypeOf<HolesOf<{ one: '{count} day of {name}'; other: '{count} days of {name}' }>>().toEqualTypeOf<
      'count' | 'name'
    >();
  });

  it('are translated with the same holes and no other', () => {
    expectTypeOf<Fitting<'Since {date}', 'Od {date}'>>().toEqualTypeOf<'Od {date}'>();
    expectTypeOf<Fitting<'Since {date}', 'Od {data}'>>().not.toEqualTypeOf<'Od {data}'>();
    expectTypeOf<Fitting<'Since {date}', 'Od dawna'>>().not.toEqualTypeOf<'Od dawna'>();
    type Counted = { one: '{count} day'; other: '{count} days' };
    type Forms = { one: 'dzień'; few: '{count} dni'; many: '{count} dni'; other: '{count} dnia' };
    expectTypeOf<Fitting<Counted, Forms>>().toEqualTypeOf<Forms>();
    expectTypeOf<Fitting<Counted, { other: 'dni' }>>().not.toEqualTypeOf<{ other: 'dni' }>();
  });

  it('have one key each, in one area', async () => {
    const folder = new URL('../../../shared/application/family/words/english/', import.meta.url);
    const areas = readdirSync(folder).filter((name) => name !== 'all.ts');
    const read = await Promise.all(areas.map((name) => import(new URL(name, folder).href) as Promise<object>));
    const keys = read.flatMap((area) => Object.values(area).flatMap((messages: object) => Object.keys(messages)));
    expect(keys.toSorted()).toEqual(Object.keys({ ...english, ...easy }).toSorted());
  });
});

describe.each(['ar', 'pl', 'so', 'zh-Hans'] as const)('Words in %s', (language) => {
  const words = wordsIn(language);
  const counted = Object.entries(english).flatMap(([key, message]) => (typeof message === 'string' ? [] : [key]));

  it('have a form for every plural category of the language', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const key of counted)
      expect(Object.keys(translations[language][key as keyof typeof english])).toEqual(
        expect.arrayContaining(categories),
      );
  });

  it('are its own: nothing was left in English, and no hole has another name', () => {
    const isWritten = (message: Message) =>
      typeof message !== 'string' || /\p{L}/u.test(message.replaceAll(/\{\w+\}/g, ''));
    const same = Object.entries(english).filter(
      ([key, message]) => isWritten(message) && translations[language][key as keyof typeof english] === message,
    );
    expect(same).toEqual([]);
  });

  it('write dates, counts and money as the language does, with the digits of codes and phone numbers', () => {
    const said = [words.date(localDate('2026-11-02')), words.wait(16), words.wait(7 * 44), words.money(140_385)];
    expect([...said, words.list(['1', '2', '3'])]).toEqual(written[language]);
  });
});
