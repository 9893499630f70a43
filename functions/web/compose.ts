/** What the pages reach the world through, from the function's environment; the secrets are read at the first request. */
import { randomText } from '../../shared/adapters/crypto/random-text.ts';
import { oidcProvider } from '../../shared/adapters/identity/oidc-provider.ts';
import { readServiceSecrets } from '../../shared/adapters/secrets/service-secrets.ts';
import { serviceDeps } from '../../shared/adapters/service-deps.ts';
import type { SiteDeps } from '../../shared/http/page/visit.ts';
import type { Environment } from './environment.ts';

/** Composed once for the life of the function; after a failure, anew at the next request. */
export function composeSite(environment: Environment): () => Promise<SiteDeps> {
  let composed: Promise<SiteDeps> | undefined;
  return async () => {
    composed ??= compose(environment);
    try {
      return await composed;
    } catch (failure) {
      composed = undefined;
      throw failure;
    }
  };
}

async function compose(environment: Environment): Promise<SiteDeps> {
  const secrets = await readServiceSecrets(environment.SECRETS_ID);
  const deps = serviceDeps(
    {
      stage: environment.STAGE,
      recordsTable: environment.RECORDS_TABLE,
      auditTable: environment.AUDIT_TABLE,
      deadLetters: environment.DEAD_LETTERS,
    },
    secrets,
  );
  const identity = oidcProvider({
    issuer: environment.OIDC_ISSUER,
    clientId: environment.OIDC_CLIENT_ID,
    clientSecret: secrets.oidcClientSecret,
    publicUrl: environment.PUBLIC_URL,
  });
  return { ...deps, identity, randomText };
}
