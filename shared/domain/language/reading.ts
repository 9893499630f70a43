/** Languages that families may read in. */
/** Tags of BCP 47. English comes first: it is what all others are translated from. */
export const languages = ['en', 'ar', 'pl', 'so', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/**
 * What Intl is asked with. In Arabic the digits stay those of codes, phone numbers and letters, which families compare them with; the
 * calendar is that of the letters too.
 */
export function localeOf(language: Language): string {
  return language === 'ar' ? 'ar-u-ca-gregory-nu-latn' : language === 'en' ? 'en-GB' : language;
}
