import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { alertsInTable } from '../../shared/adapters/dynamodb/alerts.ts';
import { auditInTable } from '../../shared/adapters/dynamodb/audit-trail.ts';
import { casesInTable } from '../../shared/adapters/dynamodb/cases.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { familyAccessesInTable } from '../../shared/adapters/dynamodb/family-accesses.ts';
import { type NamedChanges, namedChanges } from '../../shared/adapters/dynamodb/named-changes.ts';
import { peopleToRead } from '../../shared/adapters/dynamodb/people.ts';
import { policiesInTable } from '../../shared/adapters/dynamodb/policies.ts';
import { referralsInTable } from '../../shared/adapters/dynamodb/referrals.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { eventBridgeBus } from '../../shared/adapters/eventbridge/bus.ts';
import type { PublishingDeps } from '../../shared/application/deps.ts';
import type { Bus } from '../../shared/application/ports/bus.ts';
import { caseTypes } from '../../shared/domain/case/case-types.ts';
import type { Environment } from './environment.ts';

/** The real dependencies. The function holds no secret: it reads by ids alone. */
export function composed(
  { RECORDS_TABLE, AUDIT_TABLE, BUS_NAME }: Omit<Environment, 'STAGE'>,
  client: ReturnType<typeof documentClient> = documentClient(),
  bus: Bus = eventBridgeBus(BUS_NAME),
): PublishingDeps {
  const records = new TableAccess(client, RECORDS_TABLE);
  return {
    people: peopleToRead(records),
    familyAccesses: familyAccessesInTable(records),
    referrals: referralsInTable(records),
    cases: casesInTable(records),
    caseTypes,
    alerts: alertsInTable(records),
    policies: policiesInTable(records),
    audit: auditInTable(new TableAccess(client, AUDIT_TABLE), sha256),
    bus,
    hash: sha256,
  };
}

/** The records, as far as changes that were given up have names. */
export function composedNames(
  { RECORDS_TABLE }: Pick<Environment, 'RECORDS_TABLE'>,
  client: ReturnType<typeof documentClient>,
): NamedChanges {
  return namedChanges(new TableAccess(client, RECORDS_TABLE), caseTypes, sha256);
}
