/** One row of a practice's file beside the record it is about: what it adds, or why it is not taken. Nothing is kept here. */
import type { LocalDate } from '../../domain/calendar/local-date.ts';
import type { Case, CaseEvent } from '../../domain/case/case.ts';
import type { CaseContext } from '../../domain/case/case-type.ts';
import { standingIn } from '../../domain/case/generic-facts.ts';
import { openCase, recordOnCase, stateOfCase } from '../../domain/case/record-case.ts';
import { isDomainError } from '../../domain/error.ts';
import type { HealthCheckFacts } from '../../domain/health-check/facts.ts';
import { healthCheckType } from '../../domain/health-check/health-check-type.ts';
import { type PlannedFact, planPracticeRow } from '../../domain/health-check/practice-file/plan-practice-row.ts';
import type { ReadPracticeRow } from '../../domain/health-check/practice-file/read-practice-row.ts';
import type { PracticeFault, PracticeFlag } from '../../domain/health-check/practice-file/row-fault.ts';
import { foldName } from '../../domain/person/name-match.ts';
import type { Person } from '../../domain/person/person.ts';
import type { Recorder } from '../../domain/referral/record.ts';

/** A fault without what stood in the cell, which whoever has the row adds. */
export type RowRefusal = Pick<PracticeFault, 'code' | 'field' | 'fix'>;

export interface DraftedRow {
  /** The record as it would be; the one that was there when the row adds nothing. */
  readonly record: Case | undefined;
  readonly added: readonly PlannedFact[];
  readonly flags: readonly PracticeFlag[];
}

export interface RowRules {
  readonly identity: Pick<Case, 'id' | 'place' | 'personId'>;
  readonly context: CaseContext;
  /** The day the file speaks of. */
  readonly fileAsAt: LocalDate;
  /** Who records a fact, under an id that the same fact of the same person always gets. */
  readonly recorderOf: (fact: PlannedFact) => Recorder;
}

/** What a row makes of a record; or why the rules do not take it, in which case nothing of it is taken. */
export function draftRow(
  row: ReadPracticeRow,
  person: Person,
  kept: Case | undefined,
  rules: RowRules,
): DraftedRow | { readonly refusal: RowRefusal } {
  const { context, identity, fileAsAt, recorderOf } = rules;
  const state = kept && stateOfCase(healthCheckType, kept, context);
  const standing = standingIn(kept?.events ?? []) as readonly CaseEvent<HealthCheckFacts>[];
  const plan = planPracticeRow(row, state, standing, fileAsAt);
  if ('fault' in plan) return { refusal: plan.fault };
  // What this file said before, and somebody here recorded in error since, stays taken back.
  const known = new Set(kept?.events.map(({ id }) => id));
  const added = plan.facts.filter((fact) => !known.has(recorderOf(fact).eventId));
  const flags: PracticeFlag[] = [];
  if (foldName(row.familyName) !== foldName(person.details.familyName)) flags.push('name-differs');
  if (added.length < plan.facts.length) flags.push('corrected-here');
  try {
    let record = kept;
    for (const fact of added) {
      record =
        record === undefined
          ? openCase(healthCheckType, identity, fact, recorderOf(fact), context)
          : recordOnCase(healthCheckType, record, fact, recorderOf(fact), context);
    }
    return { record, added, flags };
  } catch (refused) {
    if (!isDomainError(refused)) throw refused;
    return { refusal: { code: 'does-not-fit', field: 'registeredOn', fix: refused.message } };
  }
}
