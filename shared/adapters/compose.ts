import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Deps } from '../application/deps.ts';
import { sealedCursors } from './crypto/cursors.ts';
import { sha256 } from './crypto/hash.ts';
import { keyedHash, keyedIds } from './crypto/ids.ts';
import { auditInTable } from './dynamodb/audit-trail.ts';
import { peopleInTable } from './dynamodb/people.ts';
import { personNumbersInTable } from './dynamodb/person-numbers.ts';
import { policiesInTable } from './dynamodb/policies.ts';
import { queuesInTable } from './dynamodb/queues.ts';
import { referralsInTable } from './dynamodb/referrals.ts';
import { sessionsInTable } from './dynamodb/sessions.ts';
import { staffInTable } from './dynamodb/staff-directory.ts';
import { TableAccess } from './dynamodb/table-access.ts';
import type { ServiceSecrets } from './secrets/service-secrets.ts';

/** What the real ports are made from. */
export interface Composition {
  readonly client: DynamoDBDocumentClient;
  readonly recordsTable: string;
  readonly auditTable: string;
  readonly stage: string;
  readonly secrets: Pick<ServiceSecrets, 'nhsNumberKey' | 'sessionKey'>;
}

/** The real ports, over the store: what every function that works with records is given. */
export function composeDeps({ client, recordsTable, auditTable, stage, secrets }: Composition): Deps {
  const records = new TableAccess(client, recordsTable);
  const keyed = keyedHash(secrets.nhsNumberKey, 'key');
  return {
    people: peopleInTable(records, keyed),
    personNumbers: personNumbersInTable(records, keyed),
    referrals: referralsInTable(records),
    queues: queuesInTable(records),
    policies: policiesInTable(records),
    staff: staffInTable(records, sha256),
    sessions: sessionsInTable(records),
    audit: auditInTable(new TableAccess(client, auditTable), sha256),
    ids: keyedIds(secrets.nhsNumberKey),
    hash: sha256,
    cursors: sealedCursors(secrets.sessionKey),
    stage,
  };
}
