import type { CaseEvent } from '../../domain/case/case.ts';
import type { CaseContext } from '../../domain/case/case-type.ts';
import { standingIn } from '../../domain/case/generic-facts.ts';
import { stateOfCase } from '../../domain/case/record-case.ts';
import type { HealthCheckFacts } from '../../domain/health-check/facts.ts';
import { healthCheckType } from '../../domain/health-check/health-check-type.ts';
import type { HealthCheckState } from '../../domain/health-check/state.ts';
import type { CaseKey, KeptCase } from '../ports/cases.ts';
import type { Ids } from '../ports/ids.ts';

/** Where somebody's health check record is kept: they have one, whose id follows from who they are. */
export function healthCheckKey(ids: Pick<Ids, 'derived'>, place: string, personId: string): CaseKey {
  return { personId, kind: 'health-check', caseId: ids.derived('case', place, 'health-check', personId) };
}

/** What a kept record is on a day, with the events it follows from; no state when no opening of it stands then. */
export function foldedHealthCheck(
  { record }: Pick<KeptCase, 'record'>,
  context: CaseContext,
): { readonly state: HealthCheckState | undefined; readonly standing: readonly CaseEvent<HealthCheckFacts>[] } {
  return {
    state: stateOfCase(healthCheckType, record, context),
    // The registry keeps records of every kind alike: those of this kind hold facts of this type.
    standing: standingIn(record.events, context.asAt) as readonly CaseEvent<HealthCheckFacts>[],
  };
}
