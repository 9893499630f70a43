import { describe, expect, it } from 'vitest';
import type { FeedbackAnswer } from '../../../shared/domain/feedback/facts.ts';
import { feedbackResult } from '../../../shared/domain/feedback/result.ts';

const times = (count: number, answer: FeedbackAnswer) => Array.from({ length: count }, () => answer);

describe('Feedback', () => {
  it('I2-10 those who do not know stay in the denominator', () => {
    const given = [
      ...times(40, 'very-good'),
      ...times(30, 'good'),
      ...times(10, 'neither'),
      ...times(8, 'poor'),
      ...times(4, 'very-poor'),
      ...times(8, 'do-not-know'),
    ];
    expect(feedbackResult(given)).toMatchObject({ answers: 100, positivePercent: 70, negativePercent: 12 });
  });

  it('has no percentage of no answers', () => {
    expect(feedbackResult([])).toMatchObject({ answers: 0, positivePercent: null, negativePercent: null });
  });
});
