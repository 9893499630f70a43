import { composeDeps } from '../../shared/adapters/compose.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { readServiceSecrets } from '../../shared/adapters/secrets/service-secrets.ts';
import type { Deps } from '../../shared/application/deps.ts';
import type { Environment } from './environment.ts';

/** Gives the real dependencies: made with the first request, kept for the next; made again when that failed. */
export function composed(environment: Environment): () => Promise<Deps> {
  const client = documentClient();
  let kept: Promise<Deps> | undefined;
  return () => {
    kept ??= compose().catch((failed: unknown) => {
      kept = undefined;
      throw failed;
    });
    return kept;
  };

  async function compose(): Promise<Deps> {
    return composeDeps({
      client,
      recordsTable: environment.RECORDS_TABLE,
      auditTable: environment.AUDIT_TABLE,
      stage: environment.STAGE,
      secrets: await readServiceSecrets(environment.SECRETS_ID),
    });
  }
}
