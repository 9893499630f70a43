/** The words of each language. Whoever imports this carries all of them: what speaks to families, and nothing else. */
import type { Language } from '../../../domain/language/reading.ts';
import { arabic } from './arabic/all.ts';
import { chinese } from './chinese/all.ts';
import { polish } from './polish/all.ts';
import { somali } from './somali/all.ts';
import { englishWords, Words } from './words.ts';

const allWords: Readonly<Record<Language, Words>> = {
  en: englishWords,
  ar: new Words('ar', arabic),
  pl: new Words('pl', polish),
  so: new Words('so', somali),
  'zh-Hans': new Words('zh-Hans', chinese),
};

/** The words of a language; what is in English only is English in all of them. */
export function wordsIn(language: Language): Words {
  return allWords[language];
}
