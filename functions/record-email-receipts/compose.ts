import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { messagesInTable } from '../../shared/adapters/dynamodb/messages.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import type { Messages } from '../../shared/application/ports/messages.ts';
import type { Environment } from './environment.ts';

/** The real dependencies: messages, and nothing else. */
export function composed(
  { RECORDS_TABLE }: Pick<Environment, 'RECORDS_TABLE'>,
  client: ReturnType<typeof documentClient> = documentClient(),
): { readonly messages: Messages } {
  return { messages: messagesInTable(new TableAccess(client, RECORDS_TABLE)) };
}
