/**
 * What families answered. An answer stands under a token that follows from the account and the questionnaire, so that each adult
 * answers once; it names nobody and says no time. What is told of them is counted with small numbers hidden (domain.md 2.3, 9.3).
 */
import * as z from 'zod';
import { boardText } from '../board/board-text.ts';
import { invalid } from '../error.ts';
import { type Figure, HIDDEN } from '../indicator/figure.ts';
import { suppressedCount, suppressedPercent } from '../indicator/suppression/cell.ts';
import { hiddenCells } from '../indicator/suppression/partition.ts';
import { isProtected, type SuppressionRule } from '../indicator/suppression/rule.ts';
import { type AskedQuestion, BEST_RATING, type CountedQuestion, MOST_QUESTIONS } from './questionnaire.ts';

/** Places in the list of options, a rating, or words; null where somebody did not answer. */
const answerSchema = z.union([
  z.strictObject({ chosen: z.array(z.int().min(0)).min(1) }),
  z.strictObject({ rating: z.int().min(1).max(BEST_RATING) }),
  z.strictObject({ text: boardText('Your answer', 500) }),
  z.null(),
]);
export type Answer = Readonly<z.output<typeof answerSchema>>;

export const answersSchema = z.array(answerSchema).min(1).max(MOST_QUESTIONS);
export type Answers = readonly Answer[];

/** @throws `invalid` `answers-do-not-fit`, `nothing-answered`. */
export function checkAnswers(questions: readonly AskedQuestion[], answers: Answers): void {
  const fits = answers.length === questions.length && questions.every((asked, at) => answersIt(asked, answers[at]));
  if (!fits) throw invalid('answers-do-not-fit', 'These answers are not to these questions');
  if (answers.every((answer) => answer === null)) throw invalid('nothing-answered', 'Answer at least one question');
}

function answersIt({ kind, options }: AskedQuestion, answer: Answer | undefined): boolean {
  if (answer === null) return true;
  if (answer === undefined) return false;
  if ('rating' in answer) return kind === 'rating';
  if ('text' in answer) return kind === 'text';
  const { chosen } = answer;
  const known = chosen.every((at) => at < options.length) && new Set(chosen).size === chosen.length;
  return known && (kind === 'several' || (kind === 'one' && chosen.length === 1));
}

/** How many answered at all, and what they said to each question, as it may be shown. */
export function countedAnswers(
  questions: readonly AskedQuestion[],
  all: readonly Answers[],
  rule: SuppressionRule,
): { readonly answered: Figure; readonly questions: readonly CountedQuestion[] } {
  return {
    answered: suppressedCount(all.length, rule),
    questions: questions.map((asked, at) =>
      countedQuestion(
        asked,
        all.map((answers) => answers[at] ?? null).filter((answer) => answer !== null),
        rule,
      ),
    ),
  };
}

function countedQuestion(
  { kind, options }: AskedQuestion,
  given: readonly NonNullable<Answer>[],
  rule: SuppressionRule,
): CountedQuestion {
  const texts = kind === 'rating' ? Array.from({ length: BEST_RATING }, (_, at) => String(at + 1)) : options;
  const counts = texts.map((_, at) => given.filter((answer) => chosenIn(answer).includes(at)).length);
  const hidden = kind === 'several' ? counts.map((count) => alone(count, given.length, rule)) : together(counts, rule);
  return {
    answered: suppressedCount(given.length, rule),
    options: texts.map((text, at) => ({
      text,
      count: hidden[at] ? HIDDEN : suppressedCount(counts[at] ?? 0, rule),
      percent: hidden[at] ? HIDDEN : suppressedPercent(counts[at] ?? 0, given.length, rule),
    })),
  };
}

function chosenIn(answer: NonNullable<Answer>): readonly number[] {
  if ('chosen' in answer) return answer.chosen;
  return 'rating' in answer ? [answer.rating - 1] : [];
}

/** Several may be chosen: a count tells how many did not choose it as well, and neither may be small. */
function alone(count: number, of: number, rule: SuppressionRule): boolean {
  return isProtected(count, rule) || isProtected(of - count, rule);
}

/** One is chosen: the cells add up, and none that is small may be worked out from the others. */
function together(counts: readonly number[], rule: SuppressionRule): readonly boolean[] {
  const hidden = hiddenCells(counts, rule);
  return hidden === 'not-enough' ? counts.map(() => true) : hidden;
}

/**
 * What was written in words, for staff to read: of each question apart from every other answer of the same person, in no order of
 * time; none while so few have answered that a voice might be known.
 */
export function writtenAnswers(
  questions: readonly AskedQuestion[],
  all: readonly Answers[],
  rule: SuppressionRule,
): readonly (readonly string[])[] {
  return questions.map((_, at) => {
    const texts = all.flatMap((answers) => {
      const answer = answers[at] ?? null;
      return answer !== null && 'text' in answer ? [answer.text] : [];
    });
    return isProtected(all.length, rule) ? [] : texts.toSorted();
  });
}
