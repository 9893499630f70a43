/**
 * What of a families' page is too hard to read: the page, a section of it, or any one sentence (ADR 0092). Names of services, places and
 * organisations are set aside: whoever waits for one knows it.
 */
import { PLAIN_GRADE, readingGrade } from '../../shared/domain/language/reading-grade.ts';

export interface Block {
  /** The heading that it stands under. */
  readonly section: string;
  readonly text: string;
}

export interface ReadPage {
  readonly path: string;
  readonly language: string;
  readonly isEasy: boolean;
  readonly blocks: readonly Block[];
}

interface Limits {
  readonly grade: number;
  /** Words in a sentence. */
  readonly sentence: number;
}
const PLAIN: Limits = { grade: PLAIN_GRADE, sentence: 25 };
const EASY_READ: Limits = { grade: 5, sentence: 12 };

/** An address is copied, not read. */
const ADDRESSES = /\bhttps?:\/\/\S+/g;

/** A label of a word or two is no sentence. */
const FEWEST_IN_A_SENTENCE = 3;

/** One line for each part that is too hard, with what it says; none when all is plain. */
export function hardParts({ path, isEasy, blocks }: ReadPage, names: readonly string[] = []): readonly string[] {
  const limits = isEasy ? EASY_READ : PLAIN;
  const bySection = [...Map.groupBy(blocks, ({ section }) => section).values()];
  const parts = [blocks, ...bySection].map((part) => part.flatMap((block) => sentencesOf(block, names)));
  const sentences = parts.flat();
  const long = sentences
    .filter((sentence) => wordsIn(sentence) > limits.sentence)
    .map((sentence) => `${path}: ${wordsIn(sentence)} words in a sentence: ${sentence}`);
  const hard = [...parts, ...sentences.map((sentence) => [sentence])].flatMap((part) => {
    const grade = readingGrade(part.join('\n')) ?? 0;
    return grade > limits.grade ? [`${path}: grade ${grade}: ${part.join(' | ')}`] : [];
  });
  return [...new Set([...long, ...hard])];
}

function sentencesOf({ text }: Block, names: readonly string[]): readonly string[] {
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((left, name) => left.replaceAll(name, ''), text.replaceAll(ADDRESSES, ''));
  return rest.split(/(?<=[.!?:])\s+/).filter((sentence) => wordsIn(sentence) >= FEWEST_IN_A_SENTENCE);
}

function wordsIn(text: string): number {
  return text.match(/[A-Za-z][A-Za-z’'-]*/g)?.length ?? 0;
}
