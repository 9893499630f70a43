/**
 * How hard a text is to read: the Flesch-Kincaid grade, 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others,
 * 1975). Syllables are counted by letters, as close as a rule comes without a dictionary: a guide for whoever writes, not a verdict.
 */

/** What families' pages keep to (domain.md 9.3). */
export const PLAIN_GRADE = 8;

/** The grade, to one decimal; undefined for a text too short to say. */
export function readingGrade(text: string): number | undefined {
  const sentences = text.split(/[.!?:]+(?=\s|$)|\n+/).filter((one) => /[A-Za-z]/.test(one));
  const words = text.match(/[A-Za-z][A-Za-z’']*/g) ?? [];
  if (words.length < FEWEST_WORDS || sentences.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(0, Math.round(grade * 10) / 10);
}

const FEWEST_WORDS = 8;

/** Groups of vowels, without the ones that are not heard: a last e, -es but after a hiss (places, changes), -ed but after t and d. */
export function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const heard = letters.replace(/(?:[^laeiouycgsxzh]es|[^cs]hes|[^tdaeiouy]ed|[^laeiouy]e)$/, (end) => end[0] ?? '');
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 1);
}
