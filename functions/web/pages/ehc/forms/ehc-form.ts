/** A form for one kind of event of an assessment or its advice: its questions as data, and how the answers become facts. */
import type { Policy } from '../../../../../shared/domain/policy/policy.ts';
import type { Content } from '../../../../../shared/http/html/html.ts';
import type { Option, Question } from '../../../../../shared/http/page/question.ts';

/** Answers by the questions' names: text, a list, or null where nothing was entered. */
export type EhcAnswers = Readonly<Record<string, string | readonly string[] | null>>;

export interface EhcForm<S> {
  /** What is done, as a button and a heading say it: "Record the decision". */
  readonly action: string;
  /** The label of the day that the event concerns. */
  readonly day: string;
  readonly dayHint?: string;
  /** Before or behind the others that are offered. */
  readonly place?: (state: S) => 'first' | 'last' | undefined;
  readonly intro?: (state: S) => Content;
  readonly questions?: (state: S, policy: Policy) => readonly Question[];
  /** What is asked when the record is being opened, and there is no state yet. */
  readonly opening?: readonly Question[];
  /** The facts without their kind; every answer under its own name where this is left out. */
  readonly facts?: (answers: EhcAnswers) => Readonly<Record<string, unknown>>;
  readonly saveLabel?: string;
}

/** Options from a table of words. */
export function optionsOf<C extends string>(words: Readonly<Record<C, string>>): readonly Option[] {
  return Object.entries<string>(words).map(([value, text]) => ({ value, text }));
}

/** An exception's two questions that every ground has. */
export const evidenceQuestions: readonly Question[] = [
  {
    kind: 'long-text',
    name: 'evidence',
    label: 'Evidence',
    hint: 'What shows that the exception applies, in 10 to 1,000 characters. Families do not see this',
    missing: 'Enter the evidence',
    rows: 3,
  },
  {
    kind: 'text',
    name: 'approver',
    label: 'Approved by',
    hint: 'Name or post',
    missing: 'Enter who approved it',
    width: 30,
  },
];

export const note: EhcForm<unknown> = {
  action: 'Add a note',
  day: 'Date it concerns',
  intro: () => 'Notes are for staff. They are never shown to families.',
  questions: () => [{ kind: 'long-text', name: 'note', label: 'Note', missing: 'Enter the note' }],
  saveLabel: 'Save the note',
};
