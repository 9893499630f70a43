import { createServer } from 'node:http';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, stopListening } from '../../../infra/local/listen.ts';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { ALEX, startSmallApp } from './small-app/running.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startSmallApp();
});
afterAll(() => cloud.close());

/** A browser without JavaScript: keeps cookies and follows one redirect at a time. */
function browser() {
  const cookies = new Map<string, string>();
  return async (url: string, form?: Record<string, string>) => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    return { response, html: await response.text(), next: location === null ? '' : new URL(location, url).href };
  };
}

async function asSite() {
  const registered = cloud.clients.find(({ client }) => client.flows.includes('code'));
  if (!registered) throw new Error('no site');
  const config = await oidc.discovery(
    new URL(cloud.issuer),
    registered.client.id,
    undefined,
    oidc.ClientSecretBasic(registered.secret),
    // oxlint-disable-next-line typescript/no-deprecated -- marked so that it stands out; this provider is on this machine
    { execute: [oidc.allowInsecureRequests] },
  );
  return { config, callback: `${cloud.url}/callback` };
}

async function begin(visit: ReturnType<typeof browser>, scope = 'openid profile') {
  const { config, callback } = await asSite();
  const verifier = oidc.randomPKCECodeVerifier();
  const state = oidc.randomState();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope,
    state,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const start = await visit(url.href);
  return { config, verifier, state, start };
}

describe('signing in', () => {
  it('is a choice among the demo accounts on a page that needs no JavaScript, and ends with the claims of the account', async () => {
    const visit = browser();
    const { config, verifier, state, start } = await begin(visit);
    const page = await visit(start.next);
    expect(page.response.headers.get('content-type')).toContain('text/html');
    expect(page.html).toContain('<html lang="en-GB">');
    expect(page.html).toContain('Choose who to sign in as');
    expect(page.html).toContain('Alex &#60;Example&#62;');
    expect(page.html).not.toContain('<script');
    expect(page.response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);

    const chosen = await visit(start.next, { account: ALEX.id });
    const end = await visit(chosen.next);
    expect(end.next).toMatch(new RegExp(`^${cloud.url}/callback\\?`));
    const tokens = await oidc.authorizationCodeGrant(config, new URL(end.next), {
      expectedState: state,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    expect(tokens.claims()).toMatchObject({
      iss: cloud.issuer,
      sub: ALEX.sub,
      name: ALEX.name,
      sid: expect.any(String),
    });
  });

  it('refuses an account that does not exist', async () => {
    const visit = browser();
    const { start } = await begin(visit);
    const chosen = await visit(start.next, { account: 'nobody' });
    expect(chosen.response.status).toBe(422);
    expect(chosen.html).toContain('There is no such account');
  });

  it('refuses a request without PKCE, and a page that is asked for out of turn', async () => {
    const { config, callback } = await asSite();
    const url = oidc.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid', state: 'x' });
    const refused = await browser()(url.href);
    expect(new URL(refused.next).searchParams.get('error')).toBe('invalid_request');
    const stray = await browser()(`${cloud.issuer}/sign-in/stray`);
    expect(stray.response.status).toBe(400);
    expect(stray.html).toContain('Sorry, you cannot sign in');
  });
});

describe('access tokens', () => {
  const keys = () => createRemoteJWKSet(new URL(`${cloud.issuer}/jwks`));

  it('of a machine are JWTs signed by the issuer, with the scopes and lifetime of its client', async () => {
    const { payload } = await jwtVerify(await cloud.token('machine'), keys(), { issuer: cloud.issuer });
    expect(payload).toMatchObject({
      client_id: 'pool-machine',
      aud: 'pool-machine',
      scope: 'small/use',
      token_use: 'access',
    });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(600);
  });

  it('of a person name them by their subject', async () => {
    const { payload } = await jwtVerify(await cloud.token(ALEX.id), keys(), { issuer: cloud.issuer });
    expect(payload).toMatchObject({ sub: ALEX.sub, client_id: 'pool-web', scope: 'openid profile small/use' });
  });

  it('are not given for a wrong secret, and never hold a scope that the client may not have', async () => {
    const ask = (secret: string, scope: string) =>
      fetch(`${cloud.issuer}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`pool-machine:${secret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
      });
    const secret = cloud.clients.find(({ client }) => client.id === 'pool-machine')?.secret ?? '';
    expect((await ask('guessed', 'small/use')).status).toBe(401);
    const answer = (await (await ask(secret, 'small/use small/everything')).json()) as { access_token: string };
    expect(decodeJwt(answer.access_token)['scope']).toBe('small/use');
  });
});

describe('signing out', () => {
  it('asks, ends the session, tells the site by the back channel, and goes back to it', async () => {
    const told: string[] = [];
    const site = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        told.push(`${request.method} ${request.url} ${body}`);
        response.end();
      });
    });
    const port = await listen(site, 0);
    const own = await startSmallApp({
      backChannelLogoutUrl: `http://127.0.0.1:${port}/ended`,
    });
    const shared = cloud;
    cloud = own;
    try {
      const visit = browser();
      const { config, verifier, state, start } = await begin(visit);
      const chosen = await visit(start.next, { account: ALEX.id });
      const end = await visit(chosen.next);
      const tokens = await oidc.authorizationCodeGrant(config, new URL(end.next), {
        expectedState: state,
        pkceCodeVerifier: verifier,
      });
      const sid = tokens.claims()?.['sid'];
      const out = oidc.buildEndSessionUrl(config, {
        id_token_hint: tokens.id_token ?? '',
        post_logout_redirect_uri: `${own.url}/signed-out`,
      });
      const asked = await visit(out.href);
      expect(asked.html).toContain('Do you want to sign out?');
      expect(asked.html).not.toContain('<script');
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
      const action = /action="([^"]+)"/.exec(asked.html)?.[1] ?? '';
      const left = await visit(action, { xsrf, logout: 'yes' });
      expect(left.next).toMatch(new RegExp(`^${own.url}/signed-out`));
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/^POST \/ended logout_token=/);
      const logout = decodeJwt(told[0]?.split('logout_token=')[1] ?? '');
      expect(logout).toMatchObject({
        iss: own.issuer,
        sid,
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
      });
    } finally {
      cloud = shared;
      await own.close();
      await stopListening(site);
    }
  });
});
