import { expect, it } from 'vitest';
import { acceptedLanguage } from '../../../shared/http/family/accepted-language.ts';

it.each([
  [undefined, undefined],
  ['', undefined],
  ['fr, de', undefined],
  ['pl', 'pl'],
  ['ar-SY,en;q=0.5', 'ar'],
  ['fr, so;q=0.4, pl;q=0.7', 'pl'],
  ['en-GB,en;q=0.9,ar;q=0.8', 'en'],
  ['ar;q=0, en', 'en'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-Hant-HK, pl;q=0.1', 'pl'],
  ['so;q=nonsense', 'so'],
])('Accept-Language %j is answered in %j', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});
