/**
 * An identity provider over OpenID Connect: the staff's, or the families' (Cognito, and through it NHS login and CIS2): code flow with PKCE, state
 * and nonce; back-channel logout tokens checked against the provider's published keys.
 */
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import * as z from 'zod';
import type { IdentityProvider } from '../../application/ports/identity-provider.ts';
import { invalid, unavailable } from '../../domain/error.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Origin of the pages, without a trailing slash. */
  readonly publicUrl: string;
  /** Where the pages begin under it: sign-in comes back to paths below. The whole site where absent. */
  readonly basePath?: string;
}

/** The claim by which a token says that it ends a session (OpenID Connect Back-Channel Logout 1.0, 2.4). */
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

const logoutClaims = z.object({
  iss: z.string(),
  sid: z.string().min(1),
  events: z.object({ [LOGOUT_EVENT]: z.object({}) }),
  nonce: z.undefined().optional(),
});

export function oidcProvider(settings: ProviderSettings): IdentityProvider {
  let discovered: Promise<oidc.Configuration> | undefined;
  const base = `${settings.publicUrl}${settings.basePath ?? ''}`;
  const redirectUri = `${base}/sign-in/callback`;

  async function configuration(): Promise<oidc.Configuration> {
    discovered ??= discover(settings);
    try {
      return await discovered;
    } catch (cause) {
      discovered = undefined; // ask again next time
      throw unavailable('sign-in-unavailable', 'The sign-in service cannot be reached just now', {}, cause);
    }
  }

  return {
    async begin(returnTo) {
      const config = await configuration();
      const attempt = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
        returnTo,
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.codeVerifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, attempt };
    },

    async complete(callbackQuery, attempt) {
      const config = await configuration();
      const callback = new URL(redirectUri);
      callback.search = callbackQuery.toString();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, callback, {
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.codeVerifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims || tokens.id_token === undefined) throw new Error('The provider sent no id token');
        const sid = claims['sid'];
        return {
          identity: { issuer: claims.iss, subject: claims.sub },
          session: typeof sid === 'string' ? sid : null,
          idToken: tokens.id_token,
        };
      } catch {
        // What the library found wrong may quote the token: it goes no further.
        throw invalid('sign-in-failed', 'Signing in did not work');
      }
    },

    async endUrl(idToken) {
      const config = await configuration();
      if (config.serverMetadata().end_session_endpoint === undefined) return `${base}/signed-out`;
      return oidc.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${base}/signed-out`,
      }).href;
    },

    async loggedOut(logoutToken) {
      const { issuer, jwks_uri: keysUrl } = (await configuration()).serverMetadata();
      if (keysUrl === undefined) throw invalid('logout-token', 'This provider publishes no keys');
      const verified = await jwtVerify(logoutToken, createRemoteJWKSet(new URL(keysUrl)), {
        issuer,
        audience: settings.clientId,
      }).catch(() => {
        throw invalid('logout-token', 'This logout token is not one of the identity provider');
      });
      const claims = logoutClaims.safeParse(verified.payload);
      if (!claims.success) throw invalid('logout-token', 'This logout token names no session');
      return { issuer: claims.data.iss, session: claims.data.sid };
    },
  };
}

function discover(settings: ProviderSettings): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  // Plain HTTP is for a provider on this very machine, and nowhere else.
  const local = issuer.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname);
  return oidc.discovery(
    issuer,
    settings.clientId,
    undefined,
    oidc.ClientSecretBasic(settings.clientSecret),
    // oxlint-disable-next-line typescript/no-deprecated -- marked so that it stands out; it is for this machine alone
    local ? { execute: [oidc.allowInsecureRequests] } : {},
  );
}
