/**
 * A record as a row of a practice's file: the inverse of reading one. A file that was written from here, filled in by the
 * practice and read again adds what the practice filled in, and nothing else.
 */
import type { CaseEvent } from '../../case/case.ts';
import type { HealthCheckFacts, HealthCheckFactsOf } from '../facts.ts';
import type { HealthCheckState } from '../state.ts';
import type { PracticeField } from './columns.ts';

/** Who the row is about. */
export interface RowPerson {
  readonly id: string;
  readonly nhsNumber: string | null;
  readonly localId: string | null;
  readonly familyName: string;
  readonly birthDate: string;
}

/** The cells by our names for the columns; empty where there is nothing to tell. Dates are ISO. */
export function practiceCells(
  person: RowPerson,
  state: HealthCheckState,
  standing: readonly CaseEvent<HealthCheckFacts>[],
): Record<PracticeField, string> {
  const since = standing.filter(({ on }) => on >= state.tracked.registerFrom);
  const last = <K extends HealthCheckFacts['kind']>(kind: K) => {
    const found = since.findLast(({ facts }) => facts.kind === kind);
    return found && { on: found.on, facts: found.facts as HealthCheckFactsOf<K> };
  };
  const [checked, declined, left] = [last('checked'), last('declined'), last('left')];
  return {
    nhsNumber: person.nhsNumber ?? '',
    // Somebody without either number is known by our own id, so that the row leads back to them.
    localId: person.localId ?? (person.nhsNumber === null ? person.id : ''),
    familyName: person.familyName,
    birthDate: person.birthDate,
    practice: state.practice,
    registeredOn: state.tracked.registerFrom,
    invitedOn: last('invited')?.on ?? '',
    bookedFor: last('booked')?.facts.appointmentOn ?? '',
    checkedOn: checked?.on ?? '',
    checkedWhere: checked?.facts.where ?? '',
    planOn: last('plan-agreed')?.on ?? '',
    declinedOn: declined?.on ?? '',
    declinedBy: declined?.facts.by.replaceAll('-', ' ') ?? '',
    capacityConsidered: declined === undefined ? '' : 'yes',
    leftOn: left?.on ?? '',
    leftWhy: left?.facts.why.replaceAll('-', ' ') ?? '',
    handedOverTo: left?.facts.handedOverTo ?? '',
  };
}
