/** What a form for one kind of event of a budget is: its questions as data, and how the answers become what is recorded. */
import type { BudgetFacts } from '../../../../../shared/domain/budget/facts.ts';
import { readPence } from '../../../../../shared/domain/budget/pence.ts';
import type { BudgetContext } from '../../../../../shared/domain/budget/refusal.ts';
import type { BudgetState } from '../../../../../shared/domain/budget/state.ts';
import type { LocalDate } from '../../../../../shared/domain/calendar/local-date.ts';
import type { Content } from '../../../../../shared/http/html/html.ts';
import type { Option, Question, Typed } from '../../../../../shared/http/page/question.ts';

/** A budget open on a page. */
export interface BudgetNow {
  readonly state: BudgetState;
  readonly context: BudgetContext;
  readonly today: LocalDate;
  /** How often more lines were asked for in the form that is filled in. */
  readonly more?: number;
}

/** Answers by the questions' names: text, a list, or null where nothing was entered. */
export type BudgetAnswers = Readonly<Record<string, string | readonly string[] | null>>;

export interface BudgetForm {
  /** What is done, as a button and a heading say it: "Record a payment". */
  readonly action: string;
  readonly day: { readonly label: string; readonly filledIn: 'today' | 'nothing' };
  readonly intro?: (now: BudgetNow) => Content;
  readonly questions: (now: BudgetNow) => readonly Question[];
  /** The facts without their kind; every answer under its own name where this is left out. */
  readonly facts?: (answers: BudgetAnswers, now: BudgetNow) => Readonly<Record<string, unknown>>;
  /** What to be aware of before it is saved. */
  readonly warning?: (facts: BudgetFacts, now: BudgetNow) => Content;
  /** Answers that are filled in at first, besides the day. */
  readonly start?: (now: BudgetNow) => Typed;
  readonly saveLabel?: string;
  /** What a button for more lines says; undefined where there can be no more. */
  readonly more?: (now: BudgetNow) => string | undefined;
}

export const noQuestions = (): readonly Question[] => [];

/** The pence of a question about money; the question has read it already. */
export function penceIn(answer: BudgetAnswers[string] | undefined): number | undefined {
  const read = readPence(typeof answer === 'string' ? answer : '');
  return 'pence' in read ? read.pence : undefined;
}

/** What was entered, and nothing for what was left empty. */
export function given(answers: BudgetAnswers): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(answers).filter(([name, value]) => name !== 'on' && value !== null));
}

export const yesOrNo: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

export const reasonQuestion: Question = {
  kind: 'long-text',
  name: 'reason',
  label: 'Reason',
  hint: 'In words that the person and their family can follow: they are told',
  rows: 3,
};

export const reconsiderationQuestion: Question = {
  kind: 'long-text',
  name: 'reconsideration',
  label: 'How can they have it reconsidered?',
  hint: 'Told with the decision: to whom to write, and by when',
  missing: 'Enter how they can have it reconsidered',
  rows: 2,
};

/** The usual way, filled in so that nobody leaves it out. */
export const usualReconsideration = ({ context }: BudgetNow): Typed => ({
  reconsideration: [
    `Write to or ring the personal health budgets team within ${context.policy.reconsiderationDays} days. Somebody who took no part in the decision looks at it again.`,
  ],
});

export const referenceQuestion: Question = {
  kind: 'text',
  name: 'reference',
  label: 'Reference',
  hint: 'Of the bank or the invoice. No names',
  optional: true,
  width: 20,
};
