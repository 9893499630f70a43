/** How a visitor reads: what they ask for this once, what their account keeps, or what the browser was told before. */
import { wordsIn } from '../../application/family/words/words-in.ts';
import { languageOf, type Reading, readingSchema } from '../../domain/language/reading.ts';
import { cookieValue, FAMILY_READING_COOKIE, setCookie } from '../page/cookie.ts';
import type { Visit } from '../page/visit.ts';
import type { FamilyWorld, OpenVisit } from './family-visit.ts';

/** Parameter of an address that shows a page in English this once; nothing is kept of it. */
const ONCE = 'in';
const A_YEAR = 365 * 24 * 60 * 60;

/** The same page in English, this once. */
export function inEnglishOnce(path: string): string {
  return `${path}?${ONCE}=en`;
}

/** The visit of whoever is not known yet. */
export function openVisitOf(visit: Visit<FamilyWorld>): OpenVisit {
  return readAs({ ...visit, reading: 'en', words: wordsIn('en'), isInEasyRead: false }, undefined);
}

/** The same visit, read as its account keeps. */
export function readAs<V extends OpenVisit>(visit: V, kept: Reading | null | undefined): V {
  const once = visit.query.get(ONCE) === 'en' ? 'en' : undefined;
  const known = readingSchema.safeParse(cookieValue(visit.cookies, FAMILY_READING_COOKIE)).data;
  const reading = once ?? kept ?? known ?? 'en';
  return { ...visit, reading, words: wordsIn(languageOf(reading)) };
}

/** Told to the browser, for pages before signing in. */
export function readingCookie(reading: Reading): string {
  return setCookie(FAMILY_READING_COOKIE, reading, A_YEAR);
}
