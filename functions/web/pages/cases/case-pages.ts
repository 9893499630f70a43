/**
 * What a duty supplies to have pages: its words, its forms, and what its record shows. The list, the record with its history,
 * the forms with their checks, the file and the place in the person's page are the same for all and ask here.
 */
import type { CaseView } from '../../../../shared/application/case/case-view.ts';
import type { LocalDate } from '../../../../shared/domain/calendar/local-date.ts';
import type { CaseFacts } from '../../../../shared/domain/case/case.ts';
import type { CaseKind } from '../../../../shared/domain/case/case-kinds.ts';
import type { CaseRow } from '../../../../shared/domain/case/case-row.ts';
import type { Person } from '../../../../shared/domain/person/person.ts';
import type { Policy } from '../../../../shared/domain/policy/policy.ts';
import type { TagProps } from '../../../../shared/http/html/components/tag.ts';
import type { Content } from '../../../../shared/http/html/html.ts';
import type { Question, Typed } from '../../../../shared/http/page/question.ts';
import type { ActingVisit } from '../../../../shared/http/page/visit.ts';
import type { DayAsked, EventAnswers } from '../referrals/event-forms/event-form.ts';

/** What forms and pages of a case are drawn from. `view` is absent where the case is being opened. */
export interface CaseOnPage<S = unknown> {
  readonly visit: ActingVisit;
  readonly person: Person;
  readonly view: (CaseView & { readonly state: S }) | null;
  /** How often more lines of a form were asked for. */
  readonly more?: number;
}

/** What is wrong with the answer to a question. */
export interface AnswerFault {
  readonly question: string;
  readonly message: string;
}

export interface CaseForm<F extends CaseFacts = CaseFacts, S = unknown> {
  /** What is done, as a button and a heading say it: "Record the assessment". */
  readonly action: string;
  /** The day that the event concerns. */
  readonly day: DayAsked;
  /** Where it stands among those that are offered: before or behind the others; in the order of the forms, where absent. */
  place?(state: S): 'first' | 'last' | undefined;
  /** Whether it is offered on the record as it stands. Always, where absent; what opens one only where this says so. */
  offered?(state: S, open: CaseOnPage<S>): boolean;
  intro?(open: CaseOnPage<S>): Content;
  questions(open: CaseOnPage<S>): readonly Question[];
  /** The facts without their kind; every answer under its own name where this is left out. */
  facts?(answers: EventAnswers, open: CaseOnPage<S>): Readonly<Record<string, unknown>>;
  /** A button that asks for more lines, as it says; absent where the form has all that it may have. */
  more?(open: CaseOnPage<S>): string | undefined;
  /** What is wrong with answers that only together are right or wrong, by the question's name. */
  faults?(answers: EventAnswers): readonly AnswerFault[];
  /** What to be aware of before it is saved. */
  warning?(facts: F, open: CaseOnPage<S>, on: LocalDate): Content;
  /** Answers that are filled in at first, besides the day. */
  start?(open: CaseOnPage<S>): Typed;
  readonly saveLabel?: string;
}

/** A line of a record: `Due`, `30 June 2025`. */
export interface CaseFact {
  readonly key: string;
  readonly value: Content;
}

export interface CasePages<F extends CaseFacts = CaseFacts, S = unknown> {
  readonly kind: CaseKind;
  /** Said under the heading of the list: what the duty is, in a sentence. */
  readonly about: string;
  /** The tag of every status: an adjective or a participle. */
  readonly statuses: Readonly<Record<string, TagProps>>;
  /** Those of `statuses` that the list of what is open can be filtered by. */
  readonly openStatuses: readonly string[];
  /** The words for everything that can be due, as the row names it. */
  readonly dueWords: Readonly<Record<string, string>>;
  /** What the groups of the list are: `GP practice`. Absent where they are not shown. */
  readonly groupName?: string;
  /** More columns of the list, behind the name. */
  readonly columns?: readonly { readonly heading: string; readonly cell: (row: CaseRow) => Content }[];
  /** More pages about the duty, offered above its list. */
  readonly links?: readonly { readonly text: string; readonly href: string }[];
  /** The heading of an entry in the history. */
  happened(facts: F): string;
  /** More lines of an entry: term and text. */
  details?(facts: F, policy: Policy): readonly (readonly [term: string, text: string | undefined])[];
  /** The facts at the side of the record. */
  facts(open: CaseOnPage<S>): readonly (CaseFact | false)[];
  /** Above the actions: what a reader must know of it first. */
  body?(open: CaseOnPage<S>): Content;
  /** The kind of event that the pages open a case with; absent where it is opened otherwise. */
  readonly opensWith?: F['kind'];
  /** A person has one of it for good: a second is not offered. */
  readonly onlyOne?: true;
  readonly forms: { readonly [K in F['kind']]: CaseForm<Extract<F, { readonly kind: K }>, S> | null };
}
