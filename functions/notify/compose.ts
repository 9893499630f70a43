import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { alertsInTable } from '../../shared/adapters/dynamodb/alerts.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { communityInTable } from '../../shared/adapters/dynamodb/community.ts';
import { familyAccessesInTable } from '../../shared/adapters/dynamodb/family-accesses.ts';
import { messagesInTable } from '../../shared/adapters/dynamodb/messages.ts';
import { peopleById } from '../../shared/adapters/dynamodb/people-by-id.ts';
import { policiesInTable } from '../../shared/adapters/dynamodb/policies.ts';
import { preferencesInTable } from '../../shared/adapters/dynamodb/preferences.ts';
import { staffInTable } from '../../shared/adapters/dynamodb/staff-directory.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { webhooksInTable } from '../../shared/adapters/dynamodb/webhooks.ts';
import type { FamilyPlanningDeps } from '../../shared/application/messages/plan-family-messages.ts';
import type { PlanningDeps } from '../../shared/application/messages/plan-messages.ts';
import type { Environment } from './environment.ts';

/** The real dependencies. The function holds no secret and reaches nothing outside; of a person it reads how old they are, and nobody's address. */
export function composed(
  { RECORDS_TABLE }: Pick<Environment, 'RECORDS_TABLE'>,
  client: ReturnType<typeof documentClient> = documentClient(),
): PlanningDeps & FamilyPlanningDeps {
  const records = new TableAccess(client, RECORDS_TABLE);
  return {
    policies: policiesInTable(records),
    staff: staffInTable(records, sha256),
    preferences: preferencesInTable(records),
    webhooks: webhooksInTable(records),
    messages: messagesInTable(records),
    people: peopleById(records),
    familyAccesses: familyAccessesInTable(records),
    community: communityInTable(records),
    alerts: alertsInTable(records),
    hash: sha256,
  };
}
