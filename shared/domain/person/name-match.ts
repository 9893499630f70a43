/** Names as a search compares them: however they are accented, spaced, punctuated or cased. Never for merging people. */
import { searchWords } from '../queue/name-search.ts';

/** A name without case, accents, spaces or punctuation, in any script. `Ó Súilleabháin` and `o suilleabhain` are one. */
export function foldName(name: string): string {
  return searchWords(name).join('');
}

/** How well a person's names fit what was asked: 2 all of both, 1 the beginning of either, 0 not at all. */
export function nameFit(
  person: { readonly familyName: string; readonly givenName: string },
  asked: { readonly familyName: string; readonly givenName?: string | undefined },
): 0 | 1 | 2 {
  const family = closeness(foldName(person.familyName), foldName(asked.familyName));
  const given = asked.givenName === undefined ? 2 : closeness(foldName(person.givenName), foldName(asked.givenName));
  return Math.min(family, given) as 0 | 1 | 2;
}

function closeness(name: string, asked: string): 0 | 1 | 2 {
  if (name === asked) return 2;
  return asked !== '' && name.startsWith(asked) ? 1 : 0;
}
