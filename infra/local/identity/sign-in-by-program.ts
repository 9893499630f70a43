import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { LocalClient } from '../template/user-pool.ts';
import { ACCOUNT_FIELD } from './sign-in-page.ts';

const tokenSchema = z.object({ access_token: z.string(), id_token: z.string().optional(), expires_in: z.number() });

/** What the token endpoint answers. */
export type Tokens = z.output<typeof tokenSchema>;

/** The identity provider and a client of it. */
export interface Registered {
  readonly issuer: string;
  readonly client: LocalClient;
  readonly clientSecret: string;
}

/** Fetches a token for a machine client, with all its scopes or with some. */
export function machineToken(registered: Registered, scopes = registered.client.scopes): Promise<Tokens> {
  return askForTokens(registered, { grant_type: 'client_credentials', scope: scopes.join(' ') });
}

/**
 * Signs a demo account in as its browser would: authorization request, choice on the sign-in page, code, token. Every step
 * is the real one; nothing is minted.
 * @throws Error when a step does not lead to the next
 */
export async function personToken(
  registered: Registered,
  accountId: string,
  scopes = registered.client.scopes,
): Promise<Tokens> {
  const { issuer, client } = registered;
  const redirectUri = client.callbackUrls[0];
  if (redirectUri === undefined) throw new Error(`The client ${client.id} has nowhere to come back to`);
  const verifier = randomBytes(32).toString('base64url');
  const start = new URL(`${issuer}/auth`);
  start.search = new URLSearchParams({
    client_id: client.id,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state: randomBytes(16).toString('base64url'),
    nonce: randomBytes(16).toString('base64url'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();

  const cookies = new Map<string, string>();
  let next = await follow(cookies, start);
  next = await follow(cookies, next, new URLSearchParams({ [ACCOUNT_FIELD]: accountId }));
  const end = await follow(cookies, next);
  const code = end.searchParams.get('code');
  if (code === null) throw new Error(`Signing in as ${accountId} ended at ${end.origin}${end.pathname} without a code`);
  return askForTokens(registered, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
}

/** One step of a browser: sends its cookies, keeps new ones, and says where it is sent on to. */
async function follow(cookies: Map<string, string>, url: URL, form?: URLSearchParams): Promise<URL> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form ? { method: 'POST', body: form } : {}),
  });
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';');
    cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }
  const location = response.headers.get('location');
  const text = await response.text();
  if (location === null)
    throw new Error(`${url.origin}${url.pathname} answered ${response.status}: ${text.slice(0, 2_000)}`);
  return new URL(location, url);
}

async function askForTokens(
  { issuer, client, clientSecret }: Registered,
  form: Record<string, string>,
): Promise<Tokens> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams(form),
  });
  if (!response.ok) throw new Error(`The token endpoint answered ${response.status}: ${await response.text()}`);
  return tokenSchema.parse(await response.json());
}
