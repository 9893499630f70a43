/** What the families' pages reach the world through, from the function's environment. */
import { randomText } from '../../shared/adapters/crypto/random-text.ts';
import { familyDeps } from '../../shared/adapters/family-deps.ts';
import { oidcProvider } from '../../shared/adapters/identity/oidc-provider.ts';
import { readFamilySecrets } from '../../shared/adapters/secrets/service-secrets.ts';
import type { FamilySiteDeps } from '../../shared/http/family/family-visit.ts';
import type { Environment } from './environment.ts';

/** Composed once for the life of the function; after a failure, anew at the next request. */
export function composeFamilySite(environment: Environment): () => Promise<FamilySiteDeps> {
  let composed: Promise<FamilySiteDeps> | undefined;
  return () => {
    composed ??= compose(environment).catch((failed: unknown) => {
      composed = undefined;
      throw failed;
    });
    return composed;
  };
}

async function compose(environment: Environment): Promise<FamilySiteDeps> {
  const secrets = await readFamilySecrets(environment.SECRETS_ID);
  const {
    STAGE: stage,
    RECORDS_TABLE: recordsTable,
    INDICATORS_TABLE: indicatorsTable,
    AUDIT_TABLE: auditTable,
  } = environment;
  const identity = oidcProvider({
    issuer: environment.OIDC_ISSUER,
    clientId: environment.OIDC_CLIENT_ID,
    clientSecret: secrets.oidcClientSecret,
    publicUrl: environment.PUBLIC_URL,
    basePath: '/family',
  });
  return {
    ...familyDeps({ stage, recordsTable, indicatorsTable, auditTable }, secrets),
    identity,
    publicUrl: environment.PUBLIC_URL,
    randomText,
  };
}
