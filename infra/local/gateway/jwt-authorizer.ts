import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import type { LocalAuthorizer, LocalRoute } from '../template/http-apis.ts';

/** What an authorizer says of a request. */
export type Verdict =
  | { readonly allowed: true; readonly claims: Record<string, string>; readonly scopes: string[] | null }
  | { readonly allowed: false; readonly status: 401 | 403; readonly challenge: string };

const discoverySchema = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });

/** Milliseconds that fetched keys are used for; API Gateway keeps them for two hours. */
const KEYS_KEPT = 2 * 60 * 60 * 1_000;

/**
 * Verifies bearer tokens as API Gateway's JWT authorizers do: signed with RSA by a key that the issuer publishes, `iss`,
 * `aud` (or `client_id` where there is no `aud`), `exp`, `nbf`, and for the route one of its scopes. Tokens hold by the
 * machine's clock, which is also the issuer's, whatever day the local cloud is set to.
 */
export class JwtAuthorizers {
  readonly #keys = new Map<string, Promise<ReturnType<typeof createRemoteJWKSet>>>();

  async judge(route: LocalRoute, authorizer: LocalAuthorizer, token: string | undefined): Promise<Verdict> {
    if (token === undefined) return { allowed: false, status: 401, challenge: 'Bearer' };
    let payload: JWTPayload;
    try {
      payload = await this.#verify(authorizer, token.replace(/^Bearer /i, ''));
    } catch (error) {
      const reason = error instanceof errors.JOSEError ? error.message : 'the token cannot be checked';
      return {
        allowed: false,
        status: 401,
        challenge: `Bearer error="invalid_token" error_description="${quoted(reason)}"`,
      };
    }
    const scopes = scopesOf(payload);
    if (route.scopes.length > 0 && !route.scopes.some((scope) => scopes.includes(scope))) {
      const wanted = route.scopes.join(' ');
      return { allowed: false, status: 403, challenge: `Bearer scope="${quoted(wanted)}" error="insufficient_scope"` };
    }
    return { allowed: true, claims: claimTexts(payload), scopes: route.scopes.length > 0 ? scopes : null };
  }

  async #verify({ issuer, audience }: LocalAuthorizer, token: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, await this.#keysOf(issuer), {
      issuer,
      algorithms: ['RS256', 'RS384', 'RS512'],
      requiredClaims: ['exp'],
    });
    const named = payload.aud === undefined ? [payload['client_id']] : [payload.aud].flat();
    if (!named.some((each) => typeof each === 'string' && audience.includes(each))) {
      throw new errors.JWTClaimValidationFailed('unexpected "aud" claim value', payload, 'aud', 'check_failed');
    }
    return payload;
  }

  #keysOf(issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> {
    const known = this.#keys.get(issuer);
    if (known) return known;
    const keys = discover(issuer);
    this.#keys.set(issuer, keys);
    // An issuer that could not be reached is asked again by the next request.
    keys.catch(() => this.#keys.delete(issuer));
    return keys;
  }
}

async function discover(issuer: string): Promise<ReturnType<typeof createRemoteJWKSet>> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { jwks_uri } = discoverySchema.parse(await response.json());
  return createRemoteJWKSet(new URL(jwks_uri), { cacheMaxAge: KEYS_KEPT });
}

function scopesOf(payload: JWTPayload): string[] {
  const scope = payload['scope'] ?? payload['scp'];
  if (Array.isArray(scope)) return scope.map(String);
  return typeof scope === 'string' ? scope.split(' ') : [];
}

/** Functions get every claim as text; lists as API Gateway writes them: `[a b]`. */
function claimTexts(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : textOf(value),
    ]),
  );
}

function textOf(value: unknown): string {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, '');
}
