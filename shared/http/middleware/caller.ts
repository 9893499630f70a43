import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Identity, StaffDirectory } from '../../application/ports/staff-directory.ts';
import { forbidden } from '../../domain/error.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import { HttpProblem } from './http-problem.ts';

/** A request as the gateway hands it on behind the authorizer. */
interface WithClaims {
  readonly authorizer?: { readonly jwt?: { readonly claims?: Readonly<Record<string, unknown>> } };
}

/**
 * Who the authorizer says the caller is. An access token's `sub` names a person; a machine's has its client id there too,
 * or in `client_id` alone.
 * @throws HttpProblem 401 when there are no claims, or the token is not an access token.
 */
export function identityOf(event: APIGatewayProxyEventV2): Identity {
  const claims = (event.requestContext as WithClaims).authorizer?.jwt?.claims ?? {};
  const issuer = claims['iss'];
  const subject = claims['sub'] ?? claims['client_id'];
  const use = claims['token_use'] ?? 'access';
  if (
    typeof issuer !== 'string' ||
    typeof subject !== 'string' ||
    issuer === '' ||
    subject === '' ||
    use !== 'access'
  ) {
    throw new HttpProblem('not-signed-in', { 'www-authenticate': 'Bearer' });
  }
  return { issuer, subject };
}

/** The member of staff behind an identity. @throws `forbidden` `not-registered` when the service knows nobody of that name. */
export async function staffOf(directory: StaffDirectory, identity: Identity): Promise<Staff> {
  const staff = await directory.find(identity);
  if (staff === undefined) throw forbidden('not-registered', 'You are signed in, but not registered with this service');
  return staff;
}
