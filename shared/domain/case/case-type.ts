/**
 * What a duty supplies to be a case: its facts, its rules, its deadlines, the team it belongs to, the row its lists show.
 * Everything else - keeping, permission, audit, lists, watching, alerts, events on the bus - is the same for every kind and
 * asks the type. A type is pure: it reads no clock, and is folded for any day.
 */
import type * as z from 'zod';
import type { BankHolidays } from '../calendar/bank-holidays.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Deadline } from '../deadline/deadline.ts';
import type { Issue } from '../error.ts';
import type { PersonFlag } from '../person/person.ts';
import type { Policy } from '../policy/policy.ts';
import type { CaseEvent, CaseFacts } from './case.ts';
import type { CaseKind } from './case-kinds.ts';

/** What rules may ask about the person. A copy of it stands beside each case, so that the watch reads no person. */
export interface CasePerson {
  readonly birthDate: LocalDate;
  readonly flags: readonly PersonFlag[];
  readonly diedOn: LocalDate | null;
  readonly gpPractice: string | null;
}

/** What a type's rules follow from, besides the events. */
export interface CaseContext {
  readonly policy: Policy;
  readonly person: CasePerson;
  /** The day it is looked at. Events that concern a later day are not seen. */
  readonly asAt: LocalDate;
  readonly holidays: BankHolidays;
}

/** On whom the next step waits. */
export const waitingOns = ['us', 'family', 'other-body'] as const;
export type WaitingOn = (typeof waitingOns)[number];

/** The slim facts of a case that lists show, sort and filter by. */
export interface CaseSummary {
  /** One of the type's own codes, kebab-case. */
  readonly status: string;
  /** What is to be done next and by when; null when nothing is. `what` is the kind of the deadline, or a code of the type's. */
  readonly due: { readonly on: LocalDate; readonly what: string } | null;
  readonly waitingOn: WaitingOn | null;
  /** What the lists of the kind can be split by: a practice code, the id of an assessment. */
  readonly group: string | null;
  /** A few short facts more, in an order that is the type's own: at most 6, 40 characters each. */
  readonly more?: readonly string[];
}

/** Strict schemas told apart by `kind`: a `z.discriminatedUnion` of strict objects. */
export type FactsSchema<F extends CaseFacts> = z.ZodType<F> & {
  readonly options: readonly { readonly shape: { readonly kind: { readonly value: string } } }[];
};

/** How a type sums up early events, so that they need not be at hand for what comes after them. It needs `after`. */
export interface CheckpointRules<F extends CaseFacts, S, C = unknown> {
  readonly schema: z.ZodType<C>;
  /**
   * What events come to that stand, in the order of their days, on top of a former checkpoint.
   * @param later the events that stand after them, which may be about some of them.
   */
  take(before: C | undefined, events: readonly CaseEvent<F>[], later: readonly CaseEvent<F>[]): C;
  /** The state that later events go on from: one that answers for its day and later as the fold of all events does. */
  state(content: C): S;
  /** The id of the event that must be at hand when this is recorded; undefined where none must be. */
  names(facts: F): string | undefined;
}

/** Methods are declared as methods, so that a type of particular facts is one of any facts where all are kept together. */
export interface CaseType<F extends CaseFacts = CaseFacts, S = unknown> {
  readonly kind: CaseKind;
  /** What can happen to it. `recorded-in-error` and `due-moved` are not among them: every case has those. */
  readonly facts: FactsSchema<F>;
  /** Kinds of event that a case may begin with. */
  readonly opens: readonly F['kind'][];
  /** Kinds that the service itself records, because they follow from another case: no caller may. */
  readonly reserved?: readonly F['kind'][];
  /** The state after events that stand, in the order of their days; at least one, and the first opens. */
  fold(events: readonly CaseEvent<F>[], context: CaseContext): S;
  /**
   * The state after one more event, where that is cheaper than folding anew and events alone decide it. It comes to what `fold`
   * comes to; undefined stands for the state before the first.
   */
  after?(state: S | undefined, event: CaseEvent<F>): S;
  /**
   * Whether an event fits behind those that stood before it. `state` is folded as at the event's own day; undefined when the
   * event opens the case. Also asked again of later events when an earlier one is added or taken out.
   * @throws a domain error with pointers (`/facts/…`, `/on`) when it does not.
   */
  judge(state: S | undefined, event: Pick<CaseEvent<F>, 'on' | 'facts'>, context: CaseContext): void;
  /** Where a history has no end. Without it a case is always read whole. */
  readonly checkpoints?: CheckpointRules<F, S>;
  /** Why an event of a kind is never recorded in error, where that is so: a ledger is corrected by reversing entries. */
  uncorrectable?(facts: F): Pick<Issue, 'code' | 'message'> | undefined;
  /** The deadlines that stand, of kinds in alert/deadline-kinds.ts; one of a kind at a time. None once the duty is met. */
  deadlines(state: S, context: CaseContext): readonly Deadline[];
  /** The team it belongs to: one of those that the policy names for the kind. */
  service(state: S, policy: Policy): string;
  summary(state: S, context: CaseContext): CaseSummary;
  isOpen(state: S): boolean;
  /**
   * What a case is the only one of, where a person may have only one of something: `[]` for one a person, the id of an
   * assessment for one each. Its id follows from it. Any number of cases, where absent.
   */
  identity?(facts: F, on: LocalDate): readonly string[];
  /** The status on a later day than the row was written, where days alone change it. The row's own status where absent. */
  statusOn?(summary: CaseSummary, asAt: LocalDate): string;
}

/** The types of a service, by kind. Nothing switches on a kind: it asks here. */
export type CaseTypes = ReadonlyMap<CaseKind, CaseType>;
