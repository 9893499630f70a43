/** When a family is asked what it was like (domain.md 9.3): after the first contact, at the end, and each year of a long wait. */
import type { FeedbackFacts } from './facts.ts';

/** A wait, as far as the questions go. */
export interface WaitToAskAbout {
  readonly referralId: string;
  /** Seen at least once, and not finished. */
  readonly stage: string;
  readonly wait: { readonly days: number; readonly running: boolean } | null;
}

/** One question that has not been answered yet. */
export interface AskedFeedback {
  readonly referralId: string;
  readonly occasion: FeedbackFacts['occasion'];
  /** Years waited, for the yearly question; 0 otherwise. */
  readonly year: number;
}

const DAYS_OF_A_YEAR = 365;
const seenStages: ReadonlySet<string> = new Set([
  'seen',
  'being-assessed',
  'assessment-finished',
  'told',
  'monitored',
  'finished',
]);

/** @param given what the same family has answered. */
export function feedbackAsked(
  waits: readonly WaitToAskAbout[],
  given: readonly Pick<FeedbackFacts, 'referralId' | 'occasion' | 'year'>[],
): readonly AskedFeedback[] {
  return waits
    .flatMap(({ referralId, stage, wait }) => {
      const asked: AskedFeedback[] = [];
      if (seenStages.has(stage)) asked.push({ referralId, occasion: 'first-contact', year: 0 });
      if (stage === 'finished') asked.push({ referralId, occasion: 'discharge', year: 0 });
      const years = wait?.running === true ? Math.floor(wait.days / DAYS_OF_A_YEAR) : 0;
      if (years > 0) asked.push({ referralId, occasion: 'a-year-waited', year: years });
      return asked;
    })
    .filter(
      (one) =>
        !given.some(
          ({ referralId, occasion, year }) =>
            referralId === one.referralId && occasion === one.occasion && year === one.year,
        ),
    );
}
