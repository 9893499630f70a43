/** Finds names as people type them: without accents, case, apostrophes or hyphens. */

// Letters that have no decomposition into a plain letter and a mark.
const plainLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};

/** The words of a text in the form they are compared by. Scripts without case or accents stay as they are. */
export function searchWords(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ`]/gu, '')
    .replace(/[ıłøđðþßæœ]/g, (letter) => plainLetters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether each word searched for begins a word of the name. Nothing searched for finds every name. */
export function nameMatches(searched: readonly string[], name: readonly string[]): boolean {
  return searched.every((word) => name.some((part) => part.startsWith(word)));
}
