import { sha256 } from '../../shared/adapters/crypto/hash.ts';
import { documentClient } from '../../shared/adapters/dynamodb/client.ts';
import { sessionsInTable } from '../../shared/adapters/dynamodb/sessions.ts';
import { staffInTable } from '../../shared/adapters/dynamodb/staff-directory.ts';
import { TableAccess } from '../../shared/adapters/dynamodb/table-access.ts';
import { accessTokens } from '../../shared/adapters/identity/access-tokens.ts';
import type { AuthorizeDeps } from './authorize.ts';
import type { Environment } from './environment.ts';

/** The real dependencies. The function holds no secret: a session is found by the hash of its cookie. */
export function composed({ RECORDS_TABLE, TOKEN_ISSUER, TOKEN_AUDIENCE, TOKEN_SCOPES }: Environment): AuthorizeDeps {
  const records = new TableAccess(documentClient(), RECORDS_TABLE);
  return {
    sessions: sessionsInTable(records),
    staff: staffInTable(records, sha256),
    hash: sha256,
    tokens: accessTokens({ issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, scopes: TOKEN_SCOPES }),
  };
}
