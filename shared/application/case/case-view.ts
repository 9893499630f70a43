import type { Alerted } from '../../domain/alert/watch-plan.ts';
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Case } from '../../domain/case/case.ts';
import { type CaseRow, caseRowOf, copiedForCase } from '../../domain/case/case-row.ts';
import { caseTypeOf } from '../../domain/case/case-types.ts';
import { stateOfCase } from '../../domain/case/record-case.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { Person } from '../../domain/person/person.ts';
import { type CaseRules, caseContext } from './case-entry.ts';

/** A case and what it is on a day. */
export interface CaseView {
  readonly record: Case;
  /** As its type folds it; undefined when its opening was recorded in error, or is of a later day. */
  readonly state: unknown;
  readonly row: CaseRow;
  /** The deadlines that stand, the first due first. */
  readonly deadlines: readonly Deadline[];
}

/** A case of a person whose record is open, with how far its alerts have come. */
export interface CaseOfPerson extends CaseView {
  readonly alerted: readonly Alerted[];
}

/** A case of a person, seen as at a day. */
export function caseView(rules: CaseRules, record: Case, person: Person, asAt: LocalDate): CaseView {
  const type = caseTypeOf(rules.types, record.kind);
  const who = copiedForCase(person);
  const context = caseContext(rules, who, asAt);
  const state = stateOfCase(type, record, context);
  const deadlines = state === undefined || !type.isOpen(state) ? [] : type.deadlines(state, context);
  return {
    record,
    state,
    row: caseRowOf(type, record, who, context),
    deadlines: deadlines.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.kind < b.kind ? -1 : 1)),
  };
}
