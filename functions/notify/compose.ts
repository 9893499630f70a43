import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { messagesInTable } from '../../shared/adapters/dynamodb/messages.ts';
import { policiesInTable } from '../../shared/adapters/dynamodb/policies.ts';
import { preferencesInTable } from '../../shared/adapters/dynamodb/preferences.ts';
import { staffInTable } from '../../shared/adapters/dynamodb/staff-directory.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { webhooksInTable } from '../../shared/adapters/dynamodb/webhooks.ts';
import type { PlanningDeps } from '../../shared/application/messages/plan-messages.ts';
import type { Environment } from './environment.ts';

/** The real dependencies. The function holds no secret, reads no person, and reaches nothing outside. */
export function composed(
  { RECORDS_TABLE }: Pick<Environment, 'RECORDS_TABLE'>,
  client: ReturnType<typeof documentClient> = documentClient(),
): PlanningDeps {
  const records = new TableAccess(client, RECORDS_TABLE);
  return {
    policies: policiesInTable(records),
    staff: staffInTable(records, sha256),
    preferences: preferencesInTable(records),
    webhooks: webhooksInTable(records),
    messages: messagesInTable(records),
    hash: sha256,
  };
}
