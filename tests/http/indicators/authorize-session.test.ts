import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuthorizeDeps, authorize } from '../../../functions/authorize-session/authorize.ts';
import { accessTokens } from '../../../shared/adapters/identity/access-tokens.ts';
import { parseInstant } from '../../../shared/domain/calendar/instant.ts';
import { staffIn, visitorIn } from '../../../shared/http/middleware/visitor-context.ts';
import { SESSION_COOKIE } from '../../../shared/http/page/cookie.ts';
import { ApiService, ISSUER } from '../api-service.ts';

const AUDIENCE = ['web-client', 'machine-client'];
const SCOPES = ['waiting-lists/records.read'];
const SIGNED_IN_AT = '2026-11-02T09:00:00Z';

let api: ApiService;
let deps: AuthorizeDeps;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let subject: string;

beforeAll(async () => {
  api = await ApiService.open();
  keys = await generateKeyPair('RS256');
  const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(keys.publicKey)), alg: 'RS256', kid: 'one' }] });
  const tokens = accessTokens({ issuer: ISSUER, audience: AUDIENCE, scopes: SCOPES }, async () => jwks);
  deps = { ...api.deps, tokens };
  ({ subject } = await api.staff('commissioner'));
});
afterAll(() => api.close());

type Asked = Pick<APIGatewayRequestAuthorizerEventV2, 'headers' | 'cookies' | 'requestContext'>;

function asked(parts: { cookie?: string; authorization?: string; at?: string }): Asked {
  const timeEpoch = Date.parse(parts.at ?? SIGNED_IN_AT);
  return {
    headers: parts.authorization === undefined ? {} : { authorization: parts.authorization },
    cookies: parts.cookie === undefined ? [] : [`${SESSION_COOKIE}=${parts.cookie}`],
    requestContext: { timeEpoch } as Asked['requestContext'],
  };
}

async function session(acting: { place: string; role: string } | null, who = subject): Promise<string> {
  const secret = `secret-${api.deps.ids.fresh()}${api.deps.ids.fresh()}`;
  const at = parseInstant(SIGNED_IN_AT);
  await api.deps.sessions.keep({
    idHash: api.deps.hash(secret),
    staffId: 'AAAAAAAAAAAAAAAA',
    provider: { issuer: ISSUER, subject: who, session: null, idToken: 'token' },
    acting,
    formToken: 'a-form-token-that-is-long-enough',
    signedInAt: at,
    seenAt: at,
  });
  return secret;
}

const said = async (parts: Parameters<typeof asked>[0]) => (await authorize(asked(parts), deps)).context;

describe('a visitor with a cookie', () => {
  it('is who their session says, in the role they chose', async () => {
    const context = await said({ cookie: await session({ place: 'liverpool', role: 'commissioner' }) });
    expect(context).toMatchObject({
      state: 'signed-in',
      acting: 'liverpool/commissioner',
      formToken: 'a-form-token-that-is-long-enough',
    });
    const visitor = visitorIn(context);
    if (visitor.state !== 'signed-in') throw new Error('not signed in');
    expect(staffIn(visitor).memberships).toEqual([
      { place: 'liverpool', role: 'commissioner', services: ['salt', 'ot', 'asd', 'adhd'] },
    ]);
  });

  it('acts in no role that they do not hold', async () => {
    for (const acting of [null, { place: 'liverpool', role: 'data-manager' }]) {
      expect(await said({ cookie: await session(acting) })).toMatchObject({ state: 'signed-in', acting: '' });
    }
  });

  it('is a stranger without a session that there is, and once it has ended', async () => {
    expect(await said({})).toEqual({ state: 'unknown' });
    expect(await said({ cookie: 'made-up' })).toEqual({ state: 'unknown' });
    const cookie = await session({ place: 'liverpool', role: 'commissioner' });
    expect(await said({ cookie, at: '2026-11-02T09:20:01Z' })).toEqual({ state: 'idle' });
    expect(await said({ cookie })).toEqual({ state: 'unknown' });
  });

  it('keeps the session alive by asking', async () => {
    const cookie = await session({ place: 'liverpool', role: 'commissioner' });
    expect(await said({ cookie, at: '2026-11-02T09:15:00Z' })).toMatchObject({ state: 'signed-in' });
    expect(await said({ cookie, at: '2026-11-02T09:30:00Z' })).toMatchObject({ state: 'signed-in' });
  });

  it('is a stranger from the moment their access is taken away', async () => {
    const { subject: leaver, id } = await api.staff('commissioner');
    const cookie = await session({ place: 'liverpool', role: 'commissioner' }, leaver);
    expect(await said({ cookie })).toMatchObject({ state: 'signed-in' });
    const gone = { id, version: 2, name: 'Somebody', active: false, memberships: [] };
    await api.deps.staff.save({ issuer: ISSUER, subject: leaver }, gone);
    expect(await said({ cookie })).toEqual({ state: 'unknown' });
  });
});

describe('a caller with a token', () => {
  const token = (claims: Record<string, unknown> = {}, header: Record<string, string> = {}) =>
    new SignJWT({
      iss: ISSUER,
      sub: subject,
      client_id: 'web-client',
      scope: 'openid waiting-lists/records.read',
      token_use: 'access',
      exp: Math.floor(Date.now() / 1000) + 300,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
      .sign(keys.privateKey);
  const bearer = async (claims?: Record<string, unknown>) => said({ authorization: `Bearer ${await token(claims)}` });

  it('is who it was given to, in no role yet', async () => {
    expect(await bearer()).toMatchObject({ state: 'signed-in', acting: '', formToken: '', endsAt: 0 });
    expect(await bearer({ sub: undefined, client_id: 'machine-client' })).toEqual({ state: 'not-registered' });
    expect(await bearer({ sub: 'nobody' })).toEqual({ state: 'not-registered' });
  });

  it.each([
    ['has run out', { exp: 1 }],
    ['is of another issuer', { iss: 'https://elsewhere.example' }],
    ['is for another client', { client_id: 'other-client' }],
    ['is for another audience', { aud: 'other-client' }],
    ['holds no scope of the API', { scope: 'openid' }],
    ['is an id token', { token_use: 'id' }],
    ['is not valid yet', { nbf: Math.floor(Date.now() / 1000) + 300 }],
  ])('is a stranger when the token %s', async (_, claims) => {
    expect(await bearer(claims)).toEqual({ state: 'unknown' });
  });

  it('is a stranger with a token signed by somebody else, by nobody, or not a token', async () => {
    const other = await generateKeyPair('RS256');
    const forged = await new SignJWT({ iss: ISSUER, sub: subject, client_id: 'web-client', scope: SCOPES[0] ?? '' })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setExpirationTime('5m')
      .sign(other.privateKey);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none' })}.${part({ iss: ISSUER, sub: subject, client_id: 'web-client' })}.`;
    for (const wrong of [forged, unsigned, 'nonsense']) {
      expect(await said({ authorization: `Bearer ${wrong}` })).toEqual({ state: 'unknown' });
    }
  });

  it('cannot be told when the issuer cannot be asked, and is asked again next time', async () => {
    let asks = 0;
    const tokens = accessTokens({ issuer: ISSUER, audience: AUDIENCE, scopes: SCOPES }, async () => {
      asks += 1;
      throw new TypeError('fetch failed');
    });
    for (const _ of [1, 2]) {
      await expect(tokens.holder(await token())).rejects.toMatchObject({ kind: 'unavailable' });
    }
    expect(asks).toBe(2);
  });
});
