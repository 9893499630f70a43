import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { alertsInTable } from '../../shared/adapters/dynamodb/alerts.ts';
import { casesInTable } from '../../shared/adapters/dynamodb/cases.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { policiesInTable } from '../../shared/adapters/dynamodb/policies.ts';
import { queuesInTable } from '../../shared/adapters/dynamodb/queues.ts';
import { referralsInTable } from '../../shared/adapters/dynamodb/referrals.ts';
import { scheduleRunsInTable } from '../../shared/adapters/dynamodb/schedule-runs.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { plannedRulesInTable, watchListInTable } from '../../shared/adapters/dynamodb/watch-list.ts';
import type { WatchDeps } from '../../shared/application/watch/watch-deps.ts';
import type { CaseTypes } from '../../shared/domain/case/case-type.ts';
import { caseTypes } from '../../shared/domain/case/case-types.ts';
import type { Environment } from './environment.ts';

/** The real dependencies. The function holds no secret, and reads no person. */
export function composed(
  { RECORDS_TABLE }: Pick<Environment, 'RECORDS_TABLE'>,
  client: ReturnType<typeof documentClient> = documentClient(),
  types: CaseTypes = caseTypes,
): WatchDeps {
  const records = new TableAccess(client, RECORDS_TABLE);
  return {
    referrals: referralsInTable(records),
    cases: casesInTable(records, types),
    caseTypes: types,
    alerts: alertsInTable(records),
    watchList: watchListInTable(records),
    queues: queuesInTable(records),
    policies: policiesInTable(records),
    plannedRules: plannedRulesInTable(records),
    scheduleRuns: scheduleRunsInTable(records),
    hash: sha256,
  };
}
