/** Messages on a page: holes filled with markup, and parts in another language marked as such. */
import type { Filling, WordKey, Words } from '../../application/family/words/words.ts';
import { type Content, type Html, html, isEmpty } from '../html/html.ts';

/** A message whose holes hold markup: a name that is isolated, a link, something to stress. */
export function told<K extends WordKey>(words: Words, key: K, filled: Filling<K, Content>): Html {
  const values: Readonly<Record<string, Content>> = filled;
  const parts = words.parts(key, Number(values['count']));
  return html`${parts.map((part) => ('text' in part ? part.text : values[part.hole]))}`;
}

/** A name that exists in English only, of a service for one: read and laid out as English on a page in another language. */
export function inEnglish(words: Pick<Words, 'language'>, name: string): Html {
  return words.language === 'en' ? html`${name}` : html`<bdi lang="en">${name}</bdi>`;
}

/** The language of a text that exists in English only, for whatever marks it itself; undefined on a page in English. */
export function englishOn(words: Pick<Words, 'language'>): 'en' | undefined {
  return words.language === 'en' ? undefined : 'en';
}

/** A part that exists in English only, what a place wrote for one: marked as English on a page in another language. */
export function englishPart(words: Pick<Words, 'language'>, content: Content): Content {
  return words.language === 'en' || isEmpty(content) ? content : html`<div lang="en" dir="ltr">${content}</div>`;
}
