import { casesInTable } from '../../shared/adapters/dynamodb/cases.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { figuresKeptInTable } from '../../shared/adapters/dynamodb/figure-keeping.ts';
import { policiesInTable } from '../../shared/adapters/dynamodb/policies.ts';
import { publishedFiguresInTable } from '../../shared/adapters/dynamodb/published-figures.ts';
import { queuesInTable } from '../../shared/adapters/dynamodb/queues.ts';
import { referralsInTable } from '../../shared/adapters/dynamodb/referrals.ts';
import { scheduleRunsInTable } from '../../shared/adapters/dynamodb/schedule-runs.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import type { CensusDeps } from '../../shared/application/indicators/census/census-deps.ts';
import { dutySources } from '../../shared/application/indicators/census/duty-sources.ts';
import { returnSources } from '../../shared/application/indicators/census/return-sources.ts';
import { syntheticDeprivation } from '../../shared/domain/indicator/deprivation/synthetic-2025.ts';
import type { Environment } from './environment.ts';

/** The real dependencies. The function holds no secret, and reads no person. */
export function composed(
  { RECORDS_TABLE, INDICATORS_TABLE }: Pick<Environment, 'RECORDS_TABLE' | 'INDICATORS_TABLE'>,
  client: ReturnType<typeof documentClient> = documentClient(),
): CensusDeps {
  const records = new TableAccess(client, RECORDS_TABLE);
  const cases = casesInTable(records);
  const indicators = new TableAccess(client, INDICATORS_TABLE);
  return {
    queues: queuesInTable(records),
    referrals: referralsInTable(records),
    policies: policiesInTable(records),
    figures: publishedFiguresInTable(indicators),
    keeping: figuresKeptInTable(indicators),
    duties: dutySources(cases),
    returns: returnSources(cases),
    deprivation: syntheticDeprivation,
    scheduleRuns: scheduleRunsInTable(records),
  };
}
