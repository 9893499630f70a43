/** The Friends and Family result (domain.md 2.1, I2-10): those who do not know stay in the denominator. */
import { percentage } from '../number/proportion.ts';
import { type FeedbackAnswer, feedbackAnswers } from './facts.ts';

export interface FeedbackResult {
  readonly answers: number;
  readonly counts: Readonly<Record<FeedbackAnswer, number>>;
  /** Very good and good, of all answers. Null when there are none. */
  readonly positivePercent: number | null;
  readonly negativePercent: number | null;
}

export function feedbackResult(given: readonly FeedbackAnswer[]): FeedbackResult {
  const counts = Object.fromEntries(
    feedbackAnswers.map((answer) => [answer, given.filter((one) => one === answer).length]),
  ) as Record<FeedbackAnswer, number>;
  return {
    answers: given.length,
    counts,
    positivePercent: percentage(counts['very-good'] + counts.good, given.length),
    negativePercent: percentage(counts.poor + counts['very-poor'], given.length),
  };
}
