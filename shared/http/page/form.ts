/**
 * A form: questions, and the schema that makes one value of their answers. The same form reads a POST, comes back with 422
 * and everything that was typed, and lists its answers for checking.
 */
import type * as z from 'zod';
import { formatPence, readPence } from '../../domain/budget/pence.ts';
import { formatDate } from '../../domain/calendar/format-date.ts';
import { isLocalDate } from '../../domain/calendar/local-date.ts';
import { type DomainError, type Issue, issuesOf } from '../../domain/error.ts';
import { answerTo, type Question, type Typed } from './question.ts';

export interface Form<T> {
  readonly questions: readonly Question[];
  /** Makes the value of the answers; its input is `{ [question name]: text | list | null }`. */
  readonly schema: z.ZodType<T>;
}

/** What is wrong, and at which question; `null` when with the form as a whole. */
export interface FormError {
  readonly question: string | null;
  readonly message: string;
}

/** What is said of what was entered, where the form is not in English. */
export interface FormChecks {
  /** Where the schema has no words of its own. */
  readonly unsaid: string;
  /** Of a rule, by its code; undefined where only its own message says it. */
  readonly refusal: (code: string) => string | undefined;
}

export type Checked<T> = { readonly value: T } | { readonly errors: readonly [FormError, ...FormError[]] };

/** @param words in English unless they are given. */
export function checkForm<T>(form: Form<T>, typed: Typed, words?: FormChecks): Checked<T> {
  const errors: FormError[] = [];
  const answers: Record<string, string | readonly string[] | null> = {};
  for (const question of form.questions) {
    const answer = answerTo(question, typed);
    if ('error' in answer) errors.push({ question: question.name, message: answer.error });
    else answers[question.name] = answer.value;
  }
  const [first, ...others] = errors;
  if (first) return { errors: [first, ...others] };
  const parsed = form.schema.safeParse(answers, words && { error: () => words.unsaid });
  if (parsed.success) return { value: parsed.data };
  const issues = issuesOf(parsed.error).map((one) => ({ ...one, message: words?.refusal(one.code) ?? one.message }));
  return { errors: formErrors(form.questions, issues, words?.unsaid ?? 'Check your answers') };
}

/** A refusal by the rules as errors of this form: an issue whose pointer ends in a question's name belongs to that question. */
export function errorsOfRefusal(
  questions: readonly Question[],
  refusal: DomainError,
): readonly [FormError, ...FormError[]] {
  return formErrors(questions, refusal.issues, refusal.message);
}

function formErrors(
  questions: readonly Question[],
  issues: readonly Issue[],
  otherwise: string,
): readonly [FormError, ...FormError[]] {
  const [first, ...others] = issues.map((issue): FormError => {
    const steps = issue.pointer.split('/').slice(1).toReversed();
    const name = steps.find((step) => questions.some((question) => question.name === step));
    return { question: name ?? null, message: issue.message };
  });
  return first ? [first, ...others] : [{ question: null, message: otherwise }];
}

/** What is said where there is no answer. */
export interface NoAnswerWords {
  readonly notGiven: string;
  /** Of several that could be chosen. */
  readonly none: string;
}

export const noAnswerInEnglish: NoAnswerWords = { notGiven: 'Not given', none: 'None' };

/** The answers as people read them, for the page that asks to check them. */
export function answersInWords(
  questions: readonly Question[],
  typed: Typed,
  words: NoAnswerWords = noAnswerInEnglish,
): readonly { readonly question: Question; readonly text: string }[] {
  return questions.map((question) => {
    const answer = answerTo(question, typed);
    return {
      question,
      text: 'error' in answer || answer.value === null ? words.notGiven : inWords(question, answer.value, words),
    };
  });
}

function inWords(question: Question, value: string | readonly string[], { none }: NoAnswerWords): string {
  const options = 'options' in question ? question.options : [];
  const name = (chosen: string): string => options.find((option) => option.value === chosen)?.text ?? chosen;
  if (typeof value !== 'string') return value.length === 0 ? none : value.map(name).join(', ');
  if (question.kind === 'money') return moneyInWords(value);
  return question.kind === 'date' && isLocalDate(value) ? formatDate(value) : name(value);
}

function moneyInWords(value: string): string {
  const read = readPence(value);
  return 'pence' in read ? formatPence(read.pence) : value;
}
