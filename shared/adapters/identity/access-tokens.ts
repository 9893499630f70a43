/** Access tokens verified against the keys that their issuer publishes: what API Gateway's own authorizer does for other routes. */
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import type { AccessTokens } from '../../application/ports/access-tokens.ts';
import { unavailable } from '../../domain/error.ts';

export interface AccessTokenSettings {
  readonly issuer: string;
  /** Client ids whose tokens are taken. */
  readonly audience: readonly string[];
  /** A token holds one of these. */
  readonly scopes: readonly string[];
}

const discoverySchema = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });

/** The signatures that are taken; none of them can be made with what is public. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/** @param keysOf gives the issuer's keys; asked once, and again after it failed. */
export function accessTokens(
  settings: AccessTokenSettings,
  keysOf: (issuer: string) => Promise<JWTVerifyGetKey> = publishedKeys,
): AccessTokens {
  let keys: Promise<JWTVerifyGetKey> | undefined;
  return {
    async holder(token) {
      keys ??= keysOf(settings.issuer);
      try {
        const { payload } = await jwtVerify(token, await keys, {
          issuer: settings.issuer,
          algorithms: ALGORITHMS,
          requiredClaims: ['exp', 'iss'],
        });
        return isForApi(payload, settings) ? identityIn(payload, settings.issuer) : undefined;
      } catch (problem) {
        if (isRefusal(problem)) return undefined;
        keys = undefined;
        throw unavailable('identity-provider', 'Who you are cannot be checked at the moment', {}, problem);
      }
    },
  };
}

async function publishedKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  return createRemoteJWKSet(new URL(discoverySchema.parse(await response.json()).jwks_uri));
}

/** Something wrong with the token, and not with asking after it. */
function isRefusal(problem: unknown): boolean {
  return problem instanceof errors.JOSEError && !(problem instanceof errors.JWKSTimeout);
}

function isForApi(payload: JWTPayload, { audience, scopes }: AccessTokenSettings): boolean {
  const named = payload.aud === undefined ? [payload['client_id']] : [payload.aud].flat();
  const held = typeof payload['scope'] === 'string' ? payload['scope'].split(' ') : [];
  return (
    (payload['token_use'] ?? 'access') === 'access' &&
    named.some((each) => typeof each === 'string' && audience.includes(each)) &&
    held.some((scope) => scopes.includes(scope))
  );
}

/** A person's `sub`; a machine's is its client id, there or in `client_id` alone. */
function identityIn(payload: JWTPayload, issuer: string) {
  const subject = payload.sub ?? payload['client_id'];
  return typeof subject === 'string' && subject !== '' ? { issuer, subject } : undefined;
}
