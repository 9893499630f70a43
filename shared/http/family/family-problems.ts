/** What went wrong, in the words that families are told it in. */
import type { Words } from '../../application/family/words/words.ts';
import { DomainError, type ErrorKind, errorKinds } from '../../domain/error.ts';
import type { ProblemWords } from '../page/problem-page.ts';

export function familyProblems(words: Words): ProblemWords {
  const told = (kind: ErrorKind | 'unexpected') => ({
    title: words.say(`problem.${kind}`),
    text: words.say(`problem.${kind}-text`),
  });
  return {
    advice: Object.fromEntries(errorKinds.map((kind) => [kind, told(kind)])) as ProblemWords['advice'],
    unexpected: told('unexpected'),
    reference: (reference) => words.say('problem.reference', { reference }),
    refusal: (code, message) => refusalIn(words, code, message),
  };
}

/** A refusal of what was entered, with what is wrong in these words; what they have none for stays in English. */
export function refusedIn(words: Words, refusal: DomainError): DomainError {
  const { kind, code, message, facts } = refusal;
  const issues = refusal.issues.map((issue) => ({ ...issue, message: words.refusal(issue.code) ?? issue.message }));
  return new DomainError(kind, code, words.refusal(code) ?? message, { facts, issues });
}

/** In English every refusal has its message; in a translation one without words leaves the advice to speak. */
function refusalIn(words: Words, code: string, message: string): string | undefined {
  return words.refusal(code) ?? (words.language === 'en' ? message : undefined);
}
