import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, stopListening } from '../../../infra/local/listen.ts';
import type { LocalCloud } from '../../../infra/local/local-cloud.ts';
import { ALEX, startSmallApp } from './small-app/running.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startSmallApp({ today: '2026-03-09' });
});
afterAll(() => cloud.close());

/** What the function was given for a request. */
async function given(path: string, init?: RequestInit) {
  const response = await fetch(`${cloud.url}${path}`, init);
  expect(response.status).toBe(200);
  const { event } = (await response.json()) as { event: Record<string, unknown> };
  return event as Record<string, unknown> & {
    requestContext: Record<string, unknown>;
    headers: Record<string, string>;
  };
}

describe('a request becomes an event of payload format 2.0', () => {
  it('with the path decoded, the query raw and read, and cookies apart', async () => {
    const event = await given('/some%20where/h%C3%A9?b=1&a=x%26y&b=2', {
      headers: { cookie: 'one=1; two=2', 'X-Mixed-Case': 'Kept As Is' },
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/some where/hé',
      rawQueryString: 'b=1&a=x%26y&b=2',
      queryStringParameters: { a: 'x&y', b: '1,2' },
      cookies: ['one=1', 'two=2'],
      isBase64Encoded: false,
    });
    expect(event.headers['x-mixed-case']).toBe('Kept As Is');
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event).not.toHaveProperty('body');
  });

  it('with the time of the local cloud, not of the machine', async () => {
    const { requestContext } = await given('/');
    const { timeEpoch, time, stage, requestId } = requestContext;
    expect(new Date(Number(timeEpoch)).toISOString()).toMatch(/^2026-03-09T/);
    expect(time).toMatch(/^09\/Mar\/2026:\d\d:\d\d:\d\d \+0000$/);
    expect(stage).toBe('$default');
    expect(requestId).toMatch(/\S{8,}/);
  });

  it.each([
    ['application/json', false],
    ['text/csv; charset=utf-8', false],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    ['application/problem+json', true],
  ])('with a body of %s in base64: %s', async (type, encoded) => {
    const event = await given('/', { method: 'POST', headers: { 'content-type': type }, body: 'a=é' });
    expect(event['isBase64Encoded']).toBe(encoded);
    expect(Buffer.from(String(event['body']), encoded ? 'base64' : 'utf8').toString()).toBe('a=é');
  });

  it('with the variables of the route that is the most specific', async () => {
    expect(await given('/things/t%201')).toMatchObject({ routeKey: 'GET /things/{id}', pathParameters: { id: 't 1' } });
    expect(await given('/things/t1', { method: 'DELETE' })).toMatchObject({ routeKey: '$default' });
    expect(await given('/things/t1/more')).toMatchObject({ routeKey: '$default' });
  });
});

describe('what a function answers', () => {
  it('goes back with its status, headers and one set-cookie each', async () => {
    const response = await fetch(`${cloud.url}/?wish=cookies`);
    expect(response.status).toBe(201);
    expect(response.headers.get('x-answer')).toBe('yes');
    expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(await response.text()).toBe('done');
  });

  it('is decoded when it is in base64', async () => {
    const response = await fetch(`${cloud.url}/?wish=binary`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 1, 254, 255]);
  });

  it('is JSON of a 200 when it has no status', async () => {
    const response = await fetch(`${cloud.url}/?wish=plain`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ said: 'no status code' });
  });

  it.each(['throw', 'malformed', 'hang'])('is a 500 that tells nothing when it is: %s', async (wish) => {
    const response = await fetch(`${cloud.url}/?wish=${wish}`);
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'Internal Server Error' });
  });

  it('has no body for HEAD', async () => {
    const response = await fetch(`${cloud.url}/?wish=plain`, { method: 'HEAD' });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(0);
    expect(await response.text()).toBe('');
  });
});

it('leads whoever comes by the machine’s other name to the one that sessions and sign-in know', async () => {
  const { port } = new URL(cloud.url);
  const answered = once(get(`${cloud.url}/queues/SALT?page=2`, { headers: { host: `localhost:${port}` } }), 'response');
  const [{ statusCode, headers }] = (await answered) as [IncomingMessage];
  expect([statusCode, headers.location]).toEqual([307, `${cloud.url}/queues/SALT?page=2`]);
});

describe('a request that the gateway refuses', () => {
  it('is 413 above 10 MB, and where the function could not take it', async () => {
    const send = (bytes: number) => fetch(`${cloud.url}/`, { method: 'POST', body: new Uint8Array(bytes) });
    expect((await send(10 * 1024 * 1024 + 1)).status).toBe(413);
    expect((await send(6 * 1024 * 1024)).status).toBe(413);
    expect((await send(4 * 1024 * 1024)).status).toBe(200);
  });

  it('is 431 when its headers are longer than 10,240 bytes', async () => {
    const response = await fetch(`${cloud.url}/`, { headers: { 'x-long': 'x'.repeat(11_000) } });
    expect(response.status).toBe(431);
  });
});

describe('a route with an authorizer', () => {
  const guarded = (authorization?: string) =>
    fetch(`${cloud.url}/guarded/x`, authorization === undefined ? {} : { headers: { authorization } });

  it('lets the bearer of a token with one of its scopes in, and hands the claims over as text', async () => {
    const token = await cloud.token('machine');
    const response = await guarded(`Bearer ${token}`);
    expect(response.status).toBe(200);
    const { event } = (await response.json()) as {
      event: { requestContext: { authorizer: { jwt: { claims: object } } } };
    };
    expect(event.requestContext.authorizer.jwt).toMatchObject({
      scopes: ['small/use'],
      claims: {
        iss: cloud.issuer,
        client_id: 'pool-machine',
        token_use: 'access',
        exp: expect.stringMatching(/^\d+$/),
      },
    });
  });

  it('answers 401 without a token, and 403 for a token without its scope', async () => {
    const none = await guarded();
    expect([none.status, await none.json()]).toEqual([401, { message: 'Unauthorized' }]);
    const other = await guarded(`Bearer ${await cloud.token(ALEX.id, ['openid'])}`);
    expect([other.status, await other.json()]).toEqual([403, { message: 'Forbidden' }]);
    expect(other.headers.get('www-authenticate')).toContain('insufficient_scope');
  });

  it('answers 401 for a token that somebody else signed, changed, or let run out', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const now = Math.floor(Date.now() / 1_000);
    const forged = await new SignJWT({ scope: 'small/use', client_id: 'pool-machine', aud: 'pool-machine' })
      .setProtectedHeader({ alg: 'RS256', kid: 'local' })
      .setIssuer(cloud.issuer)
      .setExpirationTime(now + 600)
      .sign(privateKey);
    const real = await cloud.token('machine');
    const [head, , signature] = real.split('.');
    const claims = JSON.parse(Buffer.from(real.split('.')[1] ?? '', 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody-else' })).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const wrong = [forged, `${head}.${changed}.${signature}`, `${none}.${changed}.`, 'nonsense'];
    const answers = await Promise.all(wrong.map((token) => guarded(`Bearer ${token}`)));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  });
});

describe('a route with an authorizing function', () => {
  const ask = (path: string, who?: string, init: RequestInit = {}) =>
    fetch(`${cloud.url}${path}`, {
      ...init,
      headers: { cookie: 'one=1', ...(who === undefined ? {} : { 'x-who': who }) },
    });

  it('asks it with each request, without the body, and hands on what it says', async () => {
    const response = await ask('/vouched/x', 'alex', { method: 'POST', body: 'much' });
    expect(response.status).toBe(200);
    const { event } = (await response.json()) as { event: { requestContext: { authorizer: unknown } } };
    expect(event.requestContext.authorizer).toEqual({
      lambda: { who: 'alex', type: 'REQUEST', source: '', cookies: 'one=1', body: false },
    });
  });

  it('asks it about a stranger too, unless it names what a request must say', async () => {
    expect((await ask('/vouched/x')).status).toBe(200);
    const unnamed = await ask('/named/x');
    expect([unnamed.status, await unnamed.json()]).toEqual([401, { message: 'Unauthorized' }]);
    const named = await ask('/named/x', 'alex');
    const { event } = (await named.json()) as { event: { requestContext: { authorizer: { lambda: object } } } };
    expect(event.requestContext.authorizer.lambda).toMatchObject({ source: 'alex' });
  });

  it.each([
    ['nobody', 403, 'Forbidden'],
    ['throw', 500, 'Internal Server Error'],
    ['nonsense', 500, 'Internal Server Error'],
  ])('lets nobody through when it says: %s', async (who, status, message) => {
    const response = await ask('/vouched/x', who);
    expect([response.status, await response.json()]).toEqual([status, { message }]);
  });
});

describe('an authorizer asks its own issuer, and judges every claim', () => {
  let issuer = '';
  let sign: (claims: Record<string, unknown>) => Promise<string>;
  let keys = createServer();
  let guardedCloud: LocalCloud;
  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
    keys = createServer((request, response) => {
      const body = request.url?.includes('openid-configuration')
        ? { issuer, jwks_uri: `${issuer}/keys` }
        : { keys: [jwk] };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    });
    issuer = `http://127.0.0.1:${await listen(keys, 0)}`;
    sign = (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(privateKey);
    guardedCloud = await startSmallApp({
      alter: (description) => ({
        ...description,
        apis: description.apis.map((api) => ({
          ...api,
          routes: api.routes.map((route) =>
            route.authorizer ? { ...route, authorizer: { ...route.authorizer, issuer } } : route,
          ),
        })),
      }),
    });
  });
  afterAll(async () => {
    await guardedCloud.close();
    await stopListening(keys);
  });

  const now = Math.floor(Date.now() / 1_000);
  const good = { aud: 'pool-machine', exp: now + 600, scope: 'small/use' };
  it.each([
    ['a good token', good, 200],
    ['a client id where there is no audience', { ...good, aud: undefined, client_id: 'pool-machine' }, 200],
    ['another audience, whatever the client id', { ...good, aud: 'other', client_id: 'pool-machine' }, 401],
    ['neither audience nor client id', { ...good, aud: undefined }, 401],
    ['another issuer', { ...good, iss: 'http://127.0.0.1:9' }, 401],
    ['an hour too late', { ...good, exp: now - 3_600 }, 401],
    ['no end', { ...good, exp: undefined }, 401],
    ['not valid yet', { ...good, nbf: now + 600 }, 401],
    ['another scope', { ...good, scope: 'small/other' }, 403],
  ])('%s', async (_, claims, status) => {
    const token = await sign({ iss: issuer, ...claims });
    const response = await fetch(`${guardedCloud.url}/guarded/x`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(status);
  });
});
