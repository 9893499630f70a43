import { type Alerted, nextWatchDate, toldBy, type WatchedDeadline } from '../../domain/alert/watch-plan.ts';
import { englandAndWales } from '../../domain/calendar/bank-holidays.ts';
import { type LocalDate, latest } from '../../domain/calendar/local-date.ts';
import type { Case } from '../../domain/case/case.ts';
import { type CopiedForCase, caseRowOf, copiedForCase } from '../../domain/case/case-row.ts';
import type { CaseContext, CaseTypes } from '../../domain/case/case-type.ts';
import { caseTypeOf } from '../../domain/case/case-types.ts';
import { stateOfCase } from '../../domain/case/record-case.ts';
import type { Deadline } from '../../domain/deadline/deadline.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { CaseEntry, KeptCase, PlannedDue } from '../ports/cases.ts';

/** What an entry is worked out by. */
export interface CaseRules {
  readonly types: CaseTypes;
  readonly policy: Policy;
}

/** A case with its entry and the deadlines that stand. */
export interface PlannedCase extends KeptCase {
  readonly deadlines: readonly WatchedDeadline[];
}

/** A case with what is kept beside it, as at a day: every write plans the next alert anew. */
export function plannedCase(
  rules: CaseRules,
  record: Case,
  person: Person,
  asAt: LocalDate,
  alerted: readonly Alerted[] = [],
): PlannedCase {
  return planned(rules, record, copiedForCase(person), person.version, asAt, alerted);
}

/** The same from what the present entry copies of the person: for whoever changes nothing about the person. */
export function replannedCase(
  rules: CaseRules,
  { record, entry }: KeptCase,
  asAt: LocalDate,
  alerted: readonly Alerted[] = entry.alerted,
): PlannedCase {
  return planned(rules, record, entry.row, entry.personVersion, asAt, alerted);
}

/** What a case's rules follow from on a day. */
export function caseContext(
  { policy }: CaseRules,
  { birthDate, flags, diedOn, gpPractice }: CaseContext['person'],
  asAt: LocalDate,
): CaseContext {
  return { policy, person: { birthDate, flags, diedOn, gpPractice }, asAt, holidays: englandAndWales };
}

/** The due dates that stand, as they are kept. */
export function duesOf(
  rules: CaseRules,
  record: Case,
  who: CaseContext['person'],
  asAt: LocalDate,
): readonly PlannedDue[] {
  return deadlinesOf(rules, record, who, asAt).map(({ kind, start, due }) => ({ deadline: kind, start, due }));
}

function planned(
  rules: CaseRules,
  record: Case,
  who: CopiedForCase,
  personVersion: number,
  asAt: LocalDate,
  alerted: readonly Alerted[],
): PlannedCase {
  const { policy, types } = rules;
  const day = notBefore(record, asAt);
  const row = caseRowOf(caseTypeOf(types, record.kind), record, who, caseContext(rules, who, day));
  const deadlines = toldBy(policy, deadlinesOf(rules, record, who, day));
  const on = nextWatchDate(deadlines, alerted);
  const entry: CaseEntry = {
    row,
    personVersion,
    planned: {
      asAt: day,
      policy: policy.version,
      holidays: englandAndWales.version,
      dues: duesOf(rules, record, who, day),
    },
    alerted,
    watch: on === null ? null : { service: row.service, on },
  };
  return { record, entry, deadlines };
}

function deadlinesOf(rules: CaseRules, record: Case, who: CaseContext['person'], asAt: LocalDate): readonly Deadline[] {
  const type = caseTypeOf(rules.types, record.kind);
  const context = caseContext(rules, who, asAt);
  const state = stateOfCase(type, record, context);
  return state === undefined || !type.isOpen(state) ? [] : type.deadlines(state, context);
}

/** The day, or that of a later event: a clock that was set back takes nothing off a list, and leaves nothing unwatched. */
function notBefore({ events, checkpoint }: Case, asAt: LocalDate): LocalDate {
  return latest(checkpoint?.lastEventOn ?? asAt, asAt, ...events.map(({ on }) => on));
}
