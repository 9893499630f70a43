/** Draws a form's questions with what was typed and what is wrong; and the error summary above them. */
import { checkboxes } from '../html/components/checkboxes.ts';
import { type DatePart, dateInput } from '../html/components/date-input.ts';
import { errorSummary } from '../html/components/error-summary.ts';
import { input } from '../html/components/input.ts';
import { radios } from '../html/components/radios.ts';
import { select } from '../html/components/select.ts';
import { textarea } from '../html/components/textarea.ts';
import { type Content, type Html, html } from '../html/html.ts';
import type { FormError } from './form.ts';
import { firstTyped, type Option, type Question, type Typed } from './question.ts';

/** What a form says of itself, beside what its questions say. */
export interface FormWords {
  /** Heading of the summary of what is wrong. */
  readonly problem: string;
  /** Read aloud before each error. */
  readonly error: string;
  readonly optional: (label: Content) => Content;
  /** First of a list to choose from. */
  readonly choose: string;
  readonly dateParts: Readonly<Record<DatePart, string>>;
}

export const formInEnglish: FormWords = {
  problem: 'There is a problem',
  error: 'Error:',
  optional: (label) => html`${label} (optional)`,
  choose: 'Choose',
  dateParts: { day: 'Day', month: 'Month', year: 'Year' },
};

export function questionsView(
  questions: readonly Question[],
  typed: Typed,
  errors: readonly FormError[] = [],
  words: FormWords = formInEnglish,
): Html {
  return html`${questions.map((question) => [
    question.heading !== undefined && html`<h2 class="nhsuk-heading-m">${question.heading}</h2>`,
    questionView(question, typed, errors.find((error) => error.question === question.name)?.message, words),
  ])}`;
}

/** Each line leads to the first field of its question. */
export function errorsView(
  questions: readonly Question[],
  errors: readonly FormError[],
  words: FormWords = formInEnglish,
): Html {
  return errorSummary(
    errors.map((error) => {
      const question = questions.find((candidate) => candidate.name === error.question);
      return {
        text: error.message,
        href: question ? (`#${question.kind === 'date' ? `${question.name}-day` : question.name}` as const) : null,
      };
    }),
    words.problem,
  );
}

function questionView(question: Question, typed: Typed, error: string | undefined, words: FormWords): Html {
  const label = {
    text: question.optional
      ? words.optional(inItsLanguage(question.label, question.language))
      : inItsLanguage(question.label, question.language),
    size: 's',
  } as const;
  const common = {
    id: question.name,
    name: question.name,
    ...(question.hint === undefined ? {} : { hint: question.hint }),
    error,
    errorLabel: words.error,
  };
  switch (question.kind) {
    case 'text':
      return input({
        ...common,
        label,
        value: firstTyped(typed, question.name),
        autocomplete: 'off',
        spellcheck: false,
        ...(question.width === undefined ? {} : { width: question.width }),
        ...(question.inputMode === undefined ? {} : { inputMode: question.inputMode }),
      });
    case 'money':
      return input({
        ...common,
        label,
        value: firstTyped(typed, question.name),
        prefix: '£',
        width: 10,
        inputMode: 'decimal',
        autocomplete: 'off',
        spellcheck: false,
      });
    case 'long-text':
      return textarea({ ...common, label, value: firstTyped(typed, question.name), rows: question.rows ?? 4 });
    case 'date':
      return dateInput({
        ...common,
        legend: label,
        partNames: words.dateParts,
        value: {
          day: firstTyped(typed, `${question.name}-day`),
          month: firstTyped(typed, `${question.name}-month`),
          year: firstTyped(typed, `${question.name}-year`),
        },
      });
    case 'one-of':
      if (question.as === 'select')
        return select({
          ...common,
          label,
          value: firstTyped(typed, question.name),
          options: [{ value: '', text: words.choose }, ...question.options],
        });
      return radios({
        ...common,
        legend: label,
        choices: question.options.map(choiceOf),
        inline: isShort(question.options),
        value: firstTyped(typed, question.name),
      });
    case 'some-of':
      return checkboxes({
        ...common,
        legend: label,
        choices: question.options.map(choiceOf),
        values: typed[question.name] ?? [],
      });
  }
}

function choiceOf({ language, ...option }: Option) {
  return { ...option, text: inItsLanguage(option.text, language) };
}

function inItsLanguage(text: string, language: string | undefined): Content {
  return language === undefined ? text : html`<bdi lang="${language}">${text}</bdi>`;
}

/** Yes and no stand side by side; anything that has to be read stands in lines. */
function isShort(options: readonly Option[]): boolean {
  return options.length === 2 && options.every(({ text, hint }) => text.length <= 3 && hint === undefined);
}
