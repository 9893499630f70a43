/**
 * What a row of a practice's file adds to a health check record, given what stands in it. Only ever adds: what people
 * recorded, and what the file no longer says, stays. Sent again, a row adds nothing.
 */
import { earliest, type LocalDate } from '../../calendar/local-date.ts';
import type { CaseEvent } from '../../case/case.ts';
import type { HealthCheckFacts } from '../facts.ts';
import type { HealthCheckState } from '../state.ts';
import type { ReadPracticeRow } from './read-practice-row.ts';
import type { PracticeFault } from './row-fault.ts';

export interface PlannedFact {
  readonly on: LocalDate;
  readonly facts: HealthCheckFacts;
}

export type PracticeRowPlan =
  | { readonly facts: readonly PlannedFact[] }
  | { readonly fault: Pick<PracticeFault, 'code' | 'field' | 'fix'> };

/**
 * @param state the record today; undefined when there is none.
 * @param standing the events of the record that stand.
 * @param asAt the day the file speaks of: a booking that it tells of was made by then.
 */
export function planPracticeRow(
  row: ReadPracticeRow,
  state: HealthCheckState | undefined,
  standing: readonly CaseEvent<HealthCheckFacts>[],
  asAt: LocalDate,
): PracticeRowPlan {
  const fault = contradiction(row, state);
  if (fault !== undefined) return { fault };
  const said = factsOf(row, asAt);
  return { facts: said.filter((fact) => !standing.some((event) => isSame(event, fact))) };
}

/** Where the row and the record cannot both be right, a person decides: nothing of the row is taken. */
function contradiction(
  row: ReadPracticeRow,
  state: HealthCheckState | undefined,
): Pick<PracticeFault, 'code' | 'field' | 'fix'> | undefined {
  if (state === undefined) return undefined;
  if (state.left !== null) {
    if (row.registeredOn >= state.left.on) return undefined;
    // A row that tells of the leaving itself says nothing new.
    return row.left?.on === state.left.on
      ? undefined
      : {
          code: 'left-already',
          field: 'registeredOn',
          fix: 'They left the register. If they are on it again, give the day they were put back on',
        };
  }
  if (row.registeredOn !== state.tracked.registerFrom)
    return {
      code: 'register-date-differs',
      field: 'registeredOn',
      fix: 'The record has another day. Put the file right, or correct the record first',
    };
  return row.practice === state.practice
    ? undefined
    : {
        code: 'other-practice',
        field: 'practice',
        fix: 'The record is with another practice. If they moved, record the move first, then send the file again',
      };
}

function factsOf(row: ReadPracticeRow, asAt: LocalDate): readonly PlannedFact[] {
  const { practice, registeredOn, invitedOn, bookedFor, checked, planOn, declined, left } = row;
  const facts: PlannedFact[] = [{ on: registeredOn, facts: { kind: 'registered', practice } }];
  if (invitedOn !== null) facts.push({ on: invitedOn, facts: { kind: 'invited', by: 'letter' } });
  if (bookedFor !== null)
    facts.push({ on: earliest(bookedFor, asAt), facts: { kind: 'booked', appointmentOn: bookedFor } });
  if (checked !== null) facts.push({ on: checked.on, facts: { kind: 'checked', where: checked.where } });
  if (planOn !== null) facts.push({ on: planOn, facts: { kind: 'plan-agreed', goals: [], actions: [] } });
  if (declined !== null)
    facts.push({ on: declined.on, facts: { kind: 'declined', by: declined.by, capacityConsidered: true } });
  if (left !== null) {
    const { on, why, handedOverTo } = left;
    facts.push({ on, facts: { kind: 'left', why, ...(handedOverTo === null ? {} : { handedOverTo }) } });
  }
  // In the order of their days; those of one day in the order above, in which they follow from each other.
  return facts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function isSame(event: CaseEvent<HealthCheckFacts>, { on, facts }: PlannedFact): boolean {
  if (event.facts.kind !== facts.kind) return false;
  if (event.facts.kind === 'booked' && facts.kind === 'booked')
    return event.facts.appointmentOn === facts.appointmentOn;
  return event.on === on;
}
