import { describe, expect, it } from 'vitest';
import { readingGrade, syllablesOf } from '../../../shared/domain/language/reading-grade.ts';

describe('the grade of a text', () => {
  it.each([
    ...['cat', 'you', 'time', 'asked', 'school', 'months'].map((word) => [word, 1] as const),
    ...['waited', 'places', 'changes', 'wishes', 'little', 'table', 'people', 'service', 'parent'].map(
      (word) => [word, 2] as const,
    ),
    ...['appointment', 'assessment', 'referral', 'family', 'messages'].map((word) => [word, 3] as const),
    ...['information', 'education'].map((word) => [word, 4] as const),
  ])('counts the syllables of %s', (word, syllables) => {
    expect(syllablesOf(word)).toBe(syllables);
  });

  it('is low for short sentences of short words, and says nothing of a few words', () => {
    const easy = 'The team got your form. They will read it. Then they will tell you more. You keep your place.';
    expect(readingGrade(easy)).toBeLessThan(3);
    expect(readingGrade('Too short')).toBeUndefined();
  });

  it('is high for what a letter of an office would say', () => {
    const hard =
      'Following consideration of the documentation accompanying your application, the multidisciplinary panel has determined that additional information regarding educational provision is required.';
    expect(readingGrade(hard)).toBeGreaterThan(18);
  });
});
