import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../shared/application/family/words/words-in.ts';
import { localDate } from '../../../shared/domain/calendar/local-date.ts';

const words = wordsIn('en');
const asAt = localDate('2026-10-31');

describe('What a family is told of its wait', () => {
  it('is a range with how often it is wrong, or that nothing can be said', () => {
    expect(words.estimate({ weeks: { from: 30, to: 44 }, asAt })).toBe(
      'Most families wait 30 to 44 weeks in all. One in ten waits longer. This is a guess, not a promise.',
    );
    expect(words.estimate({ weeks: { from: 1, to: 1 }, asAt })).toContain('about 1 week in all');
    expect(words.estimate({ weeks: null, asAt: null })).toContain('We cannot say yet');
  });
});
