/** Messages on a page: holes filled with markup, and parts in another language marked as such. */
import type { Filling, WordKey, Words } from '../../application/family/words/words.ts';
import { type Content, type Html, html } from '../html/html.ts';

/** A message whose holes hold markup: a name that is isolated, a link, something to stress. */
export function told<K extends WordKey>(words: Words, key: K, filled: Filling<K, Content>): Html {
  const values: Readonly<Record<string, Content>> = filled;
  const parts = words.parts(key, Number(values['count']));
  return html`${parts.map((part) => ('text' in part ? part.text : values[part.hole]))}`;
}
