/** What a form for one kind of event is: its questions as data, and how the answers become the facts that are recorded. */
import type { ReferralEventFacts, ReferralEventKind } from '../../../../../shared/domain/referral/event.ts';
import type { Content } from '../../../../../shared/http/html/html.ts';
import type { Option, Question, Typed } from '../../../../../shared/http/page/question.ts';
import type { OpenRecord } from '../open-record.ts';

/** Answers by the questions' names: text, a list, or null where nothing was entered. */
export type EventAnswers = Readonly<Record<string, string | readonly string[] | null>>;

export interface EventForm<K extends ReferralEventKind = ReferralEventKind> {
  /** What is done, as a button and a heading say it: "Accept at triage". */
  readonly action: string;
  /** The day that the event concerns. */
  readonly day: DayAsked;
  readonly intro?: (record: OpenRecord) => Content;
  readonly questions: (record: OpenRecord) => readonly Question[];
  /** The facts without their kind; every answer under its own name where this is left out. */
  readonly facts?: (answers: EventAnswers, record: OpenRecord) => Readonly<Record<string, unknown>>;
  /** What to be aware of before it is saved. */
  readonly warning?: (facts: ReferralEventFacts<K>, record: OpenRecord) => Content;
  /** Answers that are filled in at first, besides the day. */
  readonly start?: (record: OpenRecord) => Typed;
  readonly saveLabel?: string;
}

/**
 * `today` fills today in. Only for what is done by recording it (accepting, noting). The day of anything that happened
 * to a child, or that starts or stops a clock, is always typed: a wrong day that nobody noticed would be a wrong wait.
 */
export interface DayAsked {
  readonly label: string;
  readonly filledIn: 'today' | 'nothing';
  readonly hint?: string;
}

export const doneToday = (label: string): DayAsked => ({ label, filledIn: 'today' });

export const dayToType = (label: string, hint = 'For example, 31 3 2026'): DayAsked => ({
  label,
  filledIn: 'nothing',
  hint,
});

/** The answers of a question that is answered with yes or no; recorded as true or false. */
export const yesOrNo: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

export function isYes(answer: EventAnswers[string] | undefined): boolean {
  return answer === 'yes';
}

/** The person to whom something is given or who decided, as free text. */
export function namedPerson(name: string, label: string, hint: string): Question {
  return { kind: 'text', name, label, hint, width: 30 };
}

export const noQuestions = (): readonly Question[] => [];
