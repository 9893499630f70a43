import { readServiceSecrets } from '../../shared/adapters/secrets/service-secrets.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { Deps } from '../../shared/application/deps.ts';
import type { Environment } from './environment.ts';

/** Gives the real dependencies: made with the first request, kept for the next; made again when that failed. */
export function composed(environment: Environment): () => Promise<Deps> {
  let kept: Promise<Deps> | undefined;
  return () => {
    kept ??= compose(environment).catch((failed: unknown) => {
      kept = undefined;
      throw failed;
    });
    return kept;
  };
}

async function compose({ STAGE, RECORDS_TABLE, AUDIT_TABLE, SECRETS_ID, DEAD_LETTERS }: Environment): Promise<Deps> {
  const secrets = await readServiceSecrets(SECRETS_ID);
  return serviceDeps(
    { stage: STAGE, recordsTable: RECORDS_TABLE, auditTable: AUDIT_TABLE, deadLetters: DEAD_LETTERS },
    secrets,
  );
}
