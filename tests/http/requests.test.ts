import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../shared/http/middleware/problem-details.ts';
import { ApiService, type Asker, type Sent } from './api-service.ts';
import { person, referred } from './invented.ts';

let api: ApiService;
let admin: Asker;
beforeAll(async () => {
  api = await ApiService.open();
  admin = await api.staff('administrator');
});
afterAll(() => api.close());

const key = { 'idempotency-key': 'a-key-of-a-test' };
const nobody = 'AAAAAAAAAAAAAAAA';

describe('a request that cannot be taken', () => {
  it('is told part by part what would be right, in words and not in those of a library', async () => {
    const manager = await api.staff('data-manager', { services: [] });
    const told = async (body: unknown) => {
      const answer = await api.ask(manager, 'POST', '/v1/webhooks', { body, headers: key });
      const { errors = [] } = problemSchema.parse(answer.body);
      return Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail]));
    };
    expect(await told({ name: '', channel: 'pigeon', team: 7 })).toEqual({
      '/name': 'This must not be empty',
      '/channel': 'Choose from: webhook, workflow',
      '/team': 'This must be text',
      '/url': 'This is needed',
    });
    expect(
      (await told({ name: 'x'.repeat(61), channel: 'webhook', team: null, url: 'https://a.example' }))['/name'],
    ).toBe('Use 60 characters or fewer');
    const none = await api.ask(manager, 'POST', '/v1/alerts/acknowledge', { body: { alerts: [] }, headers: key });
    expect(problemSchema.parse(none.body).errors).toMatchObject([{ pointer: '/alerts', detail: 'Send at least 1' }]);
    const page = await api.ask(manager, 'GET', '/v1/alerts', { query: { limit: '0' } });
    expect(problemSchema.parse(page.body).errors).toMatchObject([{ detail: 'This must be 1 or more' }]);
  });

  it.each<[string, string, string, Sent, number, string]>([
    ['no JSON', 'POST', '/v1/people', { text: '{"familyName":', headers: key }, 400, 'malformed-json'],
    ['no body', 'POST', '/v1/people', { headers: key }, 422, 'input'],
    ['a list for an object', 'POST', '/v1/people', { body: [], headers: key }, 422, 'input'],
    [
      'a control character',
      'POST',
      '/v1/people',
      { body: person({ familyName: 'a\u0000b' }), headers: key },
      400,
      'text-not-allowed',
    ],
    [
      'half a character',
      'POST',
      '/v1/people',
      { body: person({ familyName: 'a\ud800' }), headers: key },
      400,
      'text-not-allowed',
    ],
    [
      'deep nesting',
      'POST',
      '/v1/people',
      { text: `${'['.repeat(500_000)}${']'.repeat(500_000)}`, headers: key },
      400,
      'too-deep',
    ],
    [
      'a large body',
      'POST',
      '/v1/people',
      { text: JSON.stringify('x'.repeat(1_048_577)), headers: key },
      413,
      'body-too-large',
    ],
    [
      'a form',
      'POST',
      '/v1/people',
      { text: 'familyName=x', headers: { ...key, 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'content-type-not-json',
    ],
    ['no Idempotency-Key', 'POST', '/v1/people', { body: person() }, 400, 'idempotency-key-needed'],
    [
      'a short Idempotency-Key',
      'POST',
      '/v1/people',
      { body: person(), headers: { 'idempotency-key': '1' } },
      400,
      'idempotency-key-format',
    ],
    ['no If-Match', 'PATCH', `/v1/people/${nobody}`, { body: { givenName: 'x' } }, 428, 'if-match-needed'],
    [
      'a weak If-Match',
      'PATCH',
      `/v1/people/${nobody}`,
      { body: { givenName: 'x' }, headers: { 'if-match': 'W/"1"' } },
      400,
      'if-match-format',
    ],
    ['an address of nothing', 'GET', '/v1/nothing', {}, 404, 'route-not-found'],
    ['an id that is none', 'GET', '/v1/people/1', {}, 404, 'route-not-found'],
    ['a method it does not take', 'PUT', '/v1/people', { body: {} }, 405, 'method-not-allowed'],
  ])('with %s is told so', async (_case, method, path, sent, status, code) => {
    const refused = await api.ask(admin, method, path, sent);
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(refused.headers['content-type']).toBe('application/problem+json');
    expect(problemSchema.strict().parse(refused.body).type).toBe(`/v1/docs#problem-${code}`);
  });

  it('learns which methods an address takes', async () => {
    expect((await api.ask(admin, 'PUT', '/v1/people/search')).headers['allow']).toBe('POST');
    const one = await api.ask(admin, 'PUT', `/v1/people/${nobody}`);
    expect(one.headers['allow']).toBe('GET, PATCH');
  });

  it('comes from nobody, or from somebody the service does not know', async () => {
    const anonymous = await api.ask(null, 'GET', '/v1/me');
    expect([anonymous.status, anonymous.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    const stranger = await api.ask({ subject: 'stranger', id: 'x' }, 'GET', '/v1/me');
    expect([stranger.status, stranger.body.code]).toEqual([403, 'not-registered']);
  });
});

describe('every answer', () => {
  it('may not be kept, framed or guessed at, and mirrors the ids of the request', async () => {
    const answers = [
      await api.ask(admin, 'GET', '/v1/me', { headers: { 'x-request-id': 'abc-1', 'x-correlation-id': 'def.2' } }),
      await api.ask(admin, 'GET', '/v1/nothing', { headers: { 'x-request-id': 'abc-1', 'x-correlation-id': 'def.2' } }),
    ];
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-request-id': 'abc-1',
        'x-correlation-id': 'def.2',
      });
    }
    const odd = await api.ask(admin, 'GET', '/v1/me', { headers: { 'x-request-id': 'a\r\nset-cookie: x' } });
    expect(odd.headers['x-request-id']).toMatch(/^request-\d+$/);
  });
});

describe('the description', () => {
  it('is open to anybody, as OpenAPI and as a page without anything from elsewhere', async () => {
    const document = await api.ask(null, 'GET', '/v1/openapi.json');
    expect(document.body.openapi).toBe('3.1.0');
    const described = Object.entries<Record<string, unknown>>(document.body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(api.routes.map(({ method, path }) => `${method} ${path}`).sort());
    const page = await api.ask(null, 'GET', '/v1/docs');
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(page.text).not.toMatch(/<script|https?:\/\/(?!www\.w3)/);
    for (const { id } of api.routes) expect(page.text).toContain(`id="${id}"`);
  });
});

describe('roles', () => {
  it('are named by those who have several', async () => {
    const both = await api.staff([
      { place: 'liverpool', role: 'clinician', services: ['salt'] },
      { place: 'cheshire-east', role: 'clinician', services: ['ot'] },
    ]);
    const unnamed = await api.get(both, '/v1/queues');
    expect([unnamed.status, unnamed.body.code]).toEqual([422, 'acting-as-needed']);
    const named = await api.ask(both, 'GET', '/v1/policy', { headers: { 'acting-as': 'cheshire-east/clinician' } });
    expect(named.body.place.id).toBe('cheshire-east');
    const foreign = await api.ask(both, 'GET', '/v1/policy', { headers: { 'acting-as': 'liverpool/operator' } });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'not-a-member']);
    expect((await api.get(both, '/v1/me')).body.memberships).toHaveLength(2);
  });
});

describe('when the store is away', () => {
  it('says so, and never shows an empty queue', async () => {
    const { path } = await referred(api, admin);
    api.engine.store?.setFaults({ seed: 'away', perMille: { 'internal-error': 1000 } });
    const list = await api.get(admin, '/v1/queues/SALT/referrals');
    expect([list.status, list.body.code]).toEqual([503, 'store-unavailable']);
    expect(list.headers['retry-after']).toBe('5');
    api.engine.store?.setFaults(undefined);
    expect((await api.get(admin, path)).status).toBe(200);
  });
});
