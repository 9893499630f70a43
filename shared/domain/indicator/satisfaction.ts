/** Answers to "Overall, how was your experience of our service?", as shares of all answers, "don't know" included. */
import { percentage } from '../number/proportion.ts';

export interface Answers {
  readonly veryGood: number;
  readonly good: number;
  readonly neither: number;
  readonly poor: number;
  readonly veryPoor: number;
  readonly dontKnow: number;
}

export interface Satisfaction {
  readonly answers: number;
  readonly positive: number | null;
  readonly negative: number | null;
}

export function satisfactionOf(answers: Answers): Satisfaction {
  const { veryGood, good, neither, poor, veryPoor, dontKnow } = answers;
  const all = veryGood + good + neither + poor + veryPoor + dontKnow;
  return { answers: all, positive: percentage(veryGood + good, all), negative: percentage(poor + veryPoor, all) };
}
