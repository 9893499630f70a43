import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { alertsInTable } from '../../shared/adapters/dynamodb/alerts.ts';
import { auditHeadsInTable } from '../../shared/adapters/dynamodb/audit-heads.ts';
import { auditSearchInTable } from '../../shared/adapters/dynamodb/audit-search.ts';
import { auditInTable } from '../../shared/adapters/dynamodb/audit-trail.ts';
import { breakGlassesInTable } from '../../shared/adapters/dynamodb/break-glasses.ts';
import { casesInTable } from '../../shared/adapters/dynamodb/cases.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { familyAccessesInTable } from '../../shared/adapters/dynamodb/family-accesses.ts';
import { peopleToRead } from '../../shared/adapters/dynamodb/people.ts';
import { policiesInTable } from '../../shared/adapters/dynamodb/policies.ts';
import { queuesInTable } from '../../shared/adapters/dynamodb/queues.ts';
import { scheduleRunsInTable } from '../../shared/adapters/dynamodb/schedule-runs.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { unusualHoursInTable } from '../../shared/adapters/dynamodb/unusual-hours.ts';
import type { CloseDayDeps } from '../../shared/application/audit/close-day.ts';
import type { Environment } from './environment.ts';

/** The real dependencies. The function holds no secret: it reads by ids alone. */
export function composed(
  { RECORDS_TABLE, AUDIT_TABLE }: Omit<Environment, 'STAGE'>,
  client: ReturnType<typeof documentClient> = documentClient(),
): CloseDayDeps {
  const records = new TableAccess(client, RECORDS_TABLE);
  const audit = new TableAccess(client, AUDIT_TABLE);
  return {
    people: peopleToRead(records),
    cases: casesInTable(records),
    queues: queuesInTable(records),
    policies: policiesInTable(records),
    breakGlasses: breakGlassesInTable(records),
    alerts: alertsInTable(records),
    familyAccesses: familyAccessesInTable(records),
    scheduleRuns: scheduleRunsInTable(records),
    audit: auditInTable(audit, sha256),
    auditSearch: auditSearchInTable(audit),
    auditHeads: auditHeadsInTable(audit),
    unusualHours: unusualHoursInTable(audit),
    hash: sha256,
  };
}
