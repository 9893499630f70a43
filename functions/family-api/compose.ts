import { familyDeps } from '../../shared/adapters/family-deps.ts';
import { readFamilySecrets } from '../../shared/adapters/secrets/service-secrets.ts';
import type { FamilyDeps } from '../../shared/application/deps.ts';
import type { Environment } from './environment.ts';

/** Gives the real dependencies: made with the first request, kept for the next; made again when that failed. */
export function composed({
  STAGE,
  RECORDS_TABLE,
  INDICATORS_TABLE,
  AUDIT_TABLE,
  SECRETS_ID,
}: Environment): () => Promise<FamilyDeps> {
  let kept: Promise<FamilyDeps> | undefined;
  return () => {
    kept ??= readFamilySecrets(SECRETS_ID)
      .then((secrets) =>
        familyDeps(
          { stage: STAGE, recordsTable: RECORDS_TABLE, indicatorsTable: INDICATORS_TABLE, auditTable: AUDIT_TABLE },
          secrets,
        ),
      )
      .catch((failed: unknown) => {
        kept = undefined;
        throw failed;
      });
    return kept;
  };
}
