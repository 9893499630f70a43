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
import type { PeopleOfRow } from '../import/match-people.ts';

/** A fault without what stood in the cell, which whoever has the row adds. */
export type RowRefusal = Pick<PracticeFault, 'code' | 'field' | 'fix'>;

/** The person that a row is about, by the same rules as a referral's row; or why it is nobody's. */
export function personOfRow(
  row: ReadPracticeRow,
  { byNhsNumber, byLocalId }: PeopleOfRow,
): { readonly person: Person } | { readonly refusal: RowRefusal } {
  const person = byNhsNumber ?? byLocalId;
  const field = row.nhsNumber === null ? 'localId' : 'nhsNumber';
  if (person === null) return { refusal: unknownPerson(field) };
  const another = [byNhsNumber, byLocalId].some((one) => one !== null && one.id !== person.id);
  const otherNumber = row.nhsNumber !== null && (person.details.nhsNumber ?? row.nhsNumber) !== row.nhsNumber;
  if (another || otherNumber)
    return {
      refusal: { code: 'two-people', field, fix: 'The NHS number and the local id are of two people. Check both' },
    };
  if (person.mergedInto !== null)
    return {
      refusal: { code: 'record-merged', field, fix: 'This record was merged into another. Use the number of that one' },
    };
  if (person.details.birthDate !== row.birthDate)
    return {
      refusal: {
        code: 'birth-date-differs',
        field: 'birthDate',
        fix: 'The record has another date of birth. Check the number, then put the file or the record right',
      },
    };
  return { person };
}

/** The answer for a person who is not there, and for one whom the caller may not know of. */
function unknownPerson(field: 'nhsNumber' | 'localId'): RowRefusal {
  const fix = 'Nobody here has this number. Check it; if it is right, add the person and send the file again';
  return { code: 'person-unknown', field, fix };
}

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
