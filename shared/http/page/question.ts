/** One question of a form, as data: what is asked, how it is answered, and how the answer is read from what was typed. */
import { penceFaultWords, plainPounds, readPence } from '../../domain/budget/pence.ts';
import { dateFaultText, parseDate } from '../../domain/calendar/parse-date.ts';
import type { FormBody } from './form-body.ts';

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
  /** Language of the text, where it is not that of the page: a tag of BCP 47. */
  readonly language?: string | undefined;
}

interface Asked {
  readonly name: string;
  /** Also how the error and the check page name it. */
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** Said when a required question is left empty: "Enter …" or "Select …". */
  readonly missing?: string;
  /** Said in place of what is wrong with a date, where the form is not in English. */
  readonly unreadable?: string;
  /** Language of the label, where it is not that of the page: a tag of BCP 47. */
  readonly language?: string | undefined;
  /** Begins a part of a long form under this heading. */
  readonly heading?: string;
}

export type Question = Asked &
  (
    | { readonly kind: 'text'; readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30; readonly inputMode?: 'numeric' | 'email' }
    | { readonly kind: 'long-text'; readonly rows?: number }
    /** Pounds and pence. The answer is the amount as plain text, `1403.85`, exact to the penny. */
    | { readonly kind: 'money' }
    | { readonly kind: 'date' }
    | { readonly kind: 'one-of'; readonly options: readonly Option[]; readonly as?: 'radios' | 'select' }
    | { readonly kind: 'some-of'; readonly options: readonly Option[] }
  );

/** All that was typed, by the names of the form's fields; kept as it was, so that nothing is lost when something is wrong. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export const dateParts = ['day', 'month', 'year'] as const;

/** The fields of a form that a question is answered in. */
export function fieldsOf(question: Question): readonly string[] {
  return question.kind === 'date' ? dateParts.map((part) => `${question.name}-${part}`) : [question.name];
}

export function typedIn(body: FormBody, questions: readonly Question[]): Typed {
  return Object.fromEntries(questions.flatMap(fieldsOf).map((field) => [field, body.all(field)]));
}

export const firstTyped = (typed: Typed, field: string): string => typed[field]?.[0] ?? '';

/** A question's answer: text, a list for `some-of`, null when it was left empty; or what is wrong with it. */
export type Answer = { readonly value: string | readonly string[] | null } | { readonly error: string };

export function answerTo(question: Question, typed: Typed): Answer {
  const answer = read(question, typed);
  const isEmpty = 'value' in answer && (answer.value === null || answer.value.length === 0);
  if (!isEmpty || question.optional) return answer;
  return { error: question.missing ?? missingIn(question) };
}

function missingIn({ kind, label }: Question): string {
  if (label.endsWith('?')) return `Answer: ${label}`;
  return `${kind === 'one-of' || kind === 'some-of' ? 'Select' : 'Enter'} the ${lowerFirst(label)}`;
}

function read(question: Question, typed: Typed): Answer {
  switch (question.kind) {
    case 'text':
    case 'long-text':
      return { value: firstTyped(typed, question.name).trim() || null };
    case 'money':
      return readMoney(question, firstTyped(typed, question.name).trim());
    case 'one-of': {
      const chosen = firstTyped(typed, question.name);
      if (chosen === '') return { value: null };
      return question.options.some((option) => option.value === chosen)
        ? { value: chosen }
        : { error: question.missing ?? `Select one of the answers to: ${question.label}` };
    }
    case 'some-of': {
      const chosen = typed[question.name] ?? [];
      return { value: question.options.map((option) => option.value).filter((value) => chosen.includes(value)) };
    }
    case 'date':
      return readDate(question, typed);
  }
}

function readMoney({ label }: Question, text: string): Answer {
  if (text === '') return { value: null };
  const read = readPence(text);
  return 'pence' in read
    ? { value: plainPounds(read.pence) }
    : { error: `${label}: ${lowerFirst(penceFaultWords[read.fault])}` };
}

function readDate(question: Question, typed: Typed): Answer {
  const [day = '', month = '', year = ''] = dateParts.map((part) =>
    firstTyped(typed, `${question.name}-${part}`).trim(),
  );
  if (day === '' && month === '' && year === '') return { value: null };
  const missing = [day === '' && 'a day', month === '' && 'a month', year === '' && 'a year'].filter(
    (part) => part !== false,
  );
  if (missing.length > 0)
    return { error: question.unreadable ?? `${question.label} must include ${missing.join(' and ')}` };
  const parsed = parseDate(/^\d+$/.test(month) ? `${day}/${month}/${year}` : `${day} ${month} ${year}`);
  if ('date' in parsed) return { value: parsed.date };
  return {
    error:
      question.unreadable ??
      (parsed.fault === 'format'
        ? `${question.label} must be a real date`
        : `${question.label}: ${lowerFirst(dateFaultText[parsed.fault])}`),
  };
}

/** "Date of birth" in the middle of a sentence; "NHS number" stays as it is. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
