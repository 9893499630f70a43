/** Languages that families may read in, and Easy Read beside them. */
import * as z from 'zod';

/** Tags of BCP 47. English comes first: it is what all others are translated from. */
export const languages = ['en', 'ar', 'pl', 'so', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/** A way to read the families' pages: one choice, as people make it. `easy` is English in Easy Read. */
export const readings = ['en', 'easy', 'ar', 'pl', 'so', 'zh-Hans'] as const;
export type Reading = (typeof readings)[number];
export const readingSchema = z.enum(readings);

export function languageOf(reading: Reading): Language {
  return reading === 'easy' ? 'en' : reading;
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/**
 * What Intl is asked with. In Arabic the digits stay those of codes, phone numbers and letters, which families compare them with; the
 * calendar is that of the letters too.
 */
export function localeOf(language: Language): string {
  return language === 'ar' ? 'ar-u-ca-gregory-nu-latn' : language === 'en' ? 'en-GB' : language;
}

/** Each way by the name that those who want it know. */
export const readingNames: Readonly<Record<Reading, string>> = {
  en: 'English',
  easy: 'Easy Read',
  ar: 'العربية',
  pl: 'Polski',
  so: 'Soomaali',
  'zh-Hans': '简体中文',
};
