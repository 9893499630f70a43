import type { Words } from '../../application/family/words/words.ts';
import type { FormWords } from '../page/form-view.ts';

/** What a form of the families' pages says of itself. */
export function formWords(words: Words): FormWords {
  return {
    problem: words.say('frame.problem'),
    error: words.say('frame.error'),
    optional: (label) => words.say('frame.optional', { label }),
  };
}
