import type { ClientMetadata, Configuration, JWKS, KoaContextWithOIDC } from 'oidc-provider';
import { Markup } from '../html-page.ts';
import type { LocalClient } from '../template/user-pool.ts';
import type { DemoAccount } from './demo-account.ts';
import { isForFamilies } from './for-families.ts';
import { MemoryAdapter } from './memory-adapter.ts';
import { signedOutPage, signInErrorPage, signOutPage } from './sign-in-page.ts';

/** Stands for the API where a client does not say what its token is for. */
const RESOURCE = 'urn:local:api';

/** Seconds that somebody stays signed in at the identity provider: a working day. */
const SESSION_SECONDS = 12 * 60 * 60;

/** Seconds to choose an account in. */
const INTERACTION_SECONDS = 60 * 60;

/** What the identity provider is made from. */
export interface ProviderParts {
  readonly clients: readonly LocalClient[];
  readonly clientSecret: (clientId: string) => string;
  readonly accounts: readonly DemoAccount[];
  readonly keys: JWKS;
  readonly cookieKey: string;
  /** Where a site is told that somebody signed out elsewhere. */
  readonly backChannelLogoutUrl: string;
}

/**
 * Settings under which oidc-provider does what the user pool of the template does: its clients with their flows, scopes
 * and lifetimes; access tokens as JWTs for the API, marked as Cognito marks them.
 */
export function providerSettings(parts: ProviderParts): Configuration {
  const { clients, accounts } = parts;
  const clientOf = (id: string): LocalClient | undefined => clients.find((client) => client.id === id);
  const lifetime = (id: string): number => clientOf(id)?.accessTokenSeconds ?? 3_600;
  return {
    clients: clients.map((client) => registration(client, parts)),
    jwks: parts.keys,
    cookies: {
      keys: [parts.cookieKey],
      names: { session: 'idp_session', interaction: 'idp_step', resume: 'idp_resume' },
    },
    adapter: MemoryAdapter,
    scopes: [...new Set(['openid', 'profile', 'email', ...clients.flatMap((client) => client.scopes)])],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    // Cognito puts all claims of the scopes into the identity token.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, sub) => {
      const account = accounts.find((each) => each.sub === sub);
      return account ? { accountId: sub, claims: () => claimsOf(account) } : undefined;
    },
    // The clients of the pool are the service's own: nobody is asked whether they may know who signed in.
    loadExistingGrant: grantEverything(clientOf),
    interactions: { url: (_, interaction) => `/sign-in/${interaction.uid}` },
    ttl: {
      AccessToken: (_, __, client) => lifetime(client.clientId),
      ClientCredentials: (_, __, client) => lifetime(client.clientId),
      IdToken: (_, __, client) => lifetime(client.clientId),
      AuthorizationCode: 60,
      RefreshToken: SESSION_SECONDS,
      Grant: SESSION_SECONDS,
      Session: SESSION_SECONDS,
      Interaction: INTERACTION_SECONDS,
    },
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    formats: {
      customizers: {
        jwt: (_, token, { payload }) => {
          payload['token_use'] = 'access';
          payload['username'] = 'accountId' in token ? token.accountId : undefined;
        },
      },
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true, allowedPolicy: () => true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = signOutPage(new Markup(form));
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage();
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, __, client) => ({
          scope: clientOf(client.clientId)?.scopes.join(' ') ?? '',
          // The API's authorizer knows tokens by the client they were issued to, as it does Cognito's.
          audience: client.clientId,
          accessTokenFormat: 'jwt',
          accessTokenTTL: lifetime(client.clientId),
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    // Its own rule forbids calls to this very machine, which is all there is here.
    fetch: (url, options = {}) => fetch(url, withoutRule(options)),
    clientBasedCORS: () => false,
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html';
      ctx.body = signInErrorPage(error, description);
    },
  };
}

function registration(client: LocalClient, { clientSecret, backChannelLogoutUrl }: ProviderParts): ClientMetadata {
  const forPeople = client.flows.includes('code');
  const { origin, pathname } = new URL(backChannelLogoutUrl);
  const logoutUrl = isForFamilies(client.callbackUrls) ? `${origin}/family${pathname}` : backChannelLogoutUrl;
  return {
    client_id: client.id,
    ...(client.secretReference === undefined
      ? { token_endpoint_auth_method: 'none' }
      : { client_secret: clientSecret(client.id) }),
    grant_types: [...(forPeople ? ['authorization_code', 'refresh_token'] : []), ...machineGrants(client)],
    response_types: forPeople ? ['code'] : [],
    redirect_uris: [...client.callbackUrls],
    post_logout_redirect_uris: [...client.logoutUrls],
    scope: client.scopes.join(' '),
    ...(forPeople ? { backchannel_logout_uri: logoutUrl, backchannel_logout_session_required: true } : {}),
  };
}

function machineGrants({ flows }: LocalClient): string[] {
  return flows.includes('client_credentials') ? ['client_credentials'] : [];
}

function withoutRule(options: RequestInit): RequestInit {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'dispatcher'));
}

function grantEverything(clientOf: (id: string) => LocalClient | undefined) {
  return async (ctx: KoaContextWithOIDC) => {
    const { client, session, provider } = ctx.oidc;
    if (!client || !session?.accountId) return undefined;
    const known = session.grantIdFor(client.clientId);
    const found = known === undefined ? undefined : await provider.Grant.find(known);
    if (found) return found;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    const scope = clientOf(client.clientId)?.scopes.join(' ') ?? '';
    grant.addOIDCScope(scope);
    grant.addResourceScope(RESOURCE, scope);
    await grant.save();
    return grant;
  };
}

function claimsOf({ sub, name, email }: DemoAccount): { sub: string; [claim: string]: unknown } {
  return { sub, name, ...(email === undefined ? {} : { email, email_verified: true }) };
}
