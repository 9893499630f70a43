/** Requests made up from the OpenAPI document, good and bad: never a 5xx, always what the document says, errors as problem details. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenApiDocument, Operation } from '../../shared/http/api/open-api.ts';
import { problemSchema } from '../../shared/http/middleware/problem-details.ts';
import { ApiService, type Asker } from './api-service.ts';
import { referred } from './invented.ts';
import { anAdvice } from './permission-targets.ts';

const RUNS = 2_000;

type Schema = Readonly<Record<string, unknown>>;

let api: ApiService;
let document: OpenApiDocument;
let askers: readonly Asker[];
let known: { readonly personId: string; readonly referralId: string; readonly caseId: string };
beforeAll(async () => {
  api = await ApiService.open();
  askers = [await api.staff('data-manager'), await api.staff('clinician'), await api.staff('operator')];
  document = (await api.ask(null, 'GET', '/v1/openapi.json')).body;
  const asker = askers[0] as Asker;
  const { personId, referralId } = await referred(api, asker);
  known = { personId, referralId, caseId: await anAdvice(api, 'liverpool', personId, 'salt') };
});
afterAll(() => api.close());

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '2026-02-30',
    '2026-08-03',
    '__proto__',
    "'; --",
    '🧒🏽',
    'x'.repeat(3000),
  ),
);

/** A value of a schema. */
function valueLike(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema['const']);
  const options = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (options !== undefined) return fc.oneof(...options.map((option) => valueLike(option, depth)));
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, depth);
    case 'array':
      return fc.array(valueLike((schema['items'] ?? {}) as Schema, depth + 1), { maxLength: 3 });
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: -5, max: 4000 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function objectOf(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const required = (schema['required'] ?? []) as string[];
  const others = (schema['additionalProperties'] || {}) as Schema;
  const named = new Map([...required.map((name) => [name, others] as const), ...properties]);
  const model = Object.fromEntries([...named].map(([name, property]) => [name, valueLike(property, depth + 1)]));
  return fc.record(model, { requiredKeys: required });
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  const examples = (schema['examples'] ?? []) as string[];
  const dates = fc.constantFrom('2026-08-03', '2026-10-31', '2018-02-28', '2099-01-01', '2026-02-30');
  if (schema['format'] === 'date') return dates;
  if (schema['format'] === 'date-time') return fc.constantFrom('2026-08-03T09:00:00.000Z', '2026-08-03');
  if (typeof schema['pattern'] === 'string') {
    return fc.oneof(
      fc.stringMatching(new RegExp(schema['pattern'])),
      ...examples.map(fc.constant),
      fc.constant('SALT'),
    );
  }
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('Okafor', 'Wei', 'x', ...examples) },
    { weight: 1, arbitrary: oddText },
  );
}

/** Damage to a body: something put, taken or swapped somewhere. */
const damage = fc.oneof(
  { weight: 3, arbitrary: fc.constant((body: unknown) => body) },
  {
    weight: 1,
    arbitrary: fc.tuple(oddText, fc.jsonValue()).map(([name, value]) => (body: unknown) => {
      return typeof body === 'object' && body !== null ? { ...body, [name]: value } : value;
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(20), fc.jsonValue()).map(([at, value]) => (body: unknown) => {
      const names = Object.keys((body ?? {}) as object);
      const name = names[at % Math.max(1, names.length)];
      return name === undefined ? value : { ...(body as object), [name]: value };
    }),
  },
);

interface Made {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly asker: number;
  readonly body: unknown;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Without what was left out. */
function given(all: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function requests(): fc.Arbitrary<Made> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => requestOf(method.toUpperCase(), path, operation)),
  );
  return fc.oneof(...operations);
}

function requestOf(method: string, template: string, operation: Operation): fc.Arbitrary<Made> {
  const body = operation.requestBody?.content['application/json']?.schema;
  const queryParameters = operation.parameters.filter((parameter) => parameter.in === 'query');
  const id = fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z0-9_-]{16}$/) },
    { weight: 1, arbitrary: fc.constantFrom('1', 'search', '%2e%2e', 'x'.repeat(300)) },
  );
  const query = fc.record(
    Object.fromEntries(queryParameters.map(({ name, schema }) => [name, valueLike(schema).map(String)])),
    { requiredKeys: [] },
  );
  const headers = fc.record(
    {
      'idempotency-key': fc.oneof(fc.constant('a-key-for-fuzz'), fc.stringMatching(/^[A-Za-z0-9]{8,20}$/), oddText),
      'if-match': fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom('"1"', '"2"', '"3"') },
        { weight: 1, arbitrary: oddText },
      ),
    },
    { requiredKeys: ['idempotency-key'] },
  );
  return fc
    .record({
      id,
      query,
      headers,
      asker: fc.nat(2),
      sent: body === undefined ? fc.constant(undefined) : valueLike(body),
      damage,
    })
    .map(({ id: other, query: asked, headers: said, asker, sent, damage: damaged }) => ({
      method,
      path: template
        .replace('{personId}', other ?? known.personId)
        .replace('{referralId}', other ?? known.referralId)
        .replace('{queue}', other ?? 'SALT')
        .replace('{kind}', other ?? 'ehc-advice')
        .replace('{caseId}', other ?? known.caseId),
      operation,
      asker,
      query: given(asked),
      headers: given(said),
      body: body === undefined ? undefined : damaged(sent),
    }));
}

describe('requests made up from the description', () => {
  it('are never answered with a 5xx, and always as described', async () => {
    const statuses = new Map<number, number>();
    const property = fc.asyncProperty(requests(), async ({ method, path, operation, asker, body, query, headers }) => {
      const answer = await api.ask(askers[asker] as Asker, method, path, { body, query, headers });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      expect(answer.status, answer.text).toBeLessThan(500);
      if (answer.status < 300) {
        expect(Object.keys(operation.responses)).toContain(String(answer.status));
        return;
      }
      expect(answer.headers['content-type']).toBe('application/problem+json');
      const problem = problemSchema.strict().parse(answer.body);
      expect(problem.status).toBe(answer.status);
      // A wrong address is not of this operation.
      if (problem.code !== 'route-not-found') expect(Object.keys(operation.responses)).toContain(String(answer.status));
    });
    await fc.assert(property, { numRuns: RUNS, seed: 20_261_101 });
    // The made-up requests reach every kind of answer: otherwise they would prove little.
    for (const status of [200, 201, 400, 403, 404, 412, 422]) {
      expect(statuses.get(status) ?? 0, `answers of ${status}`).toBeGreaterThan(0);
    }
  }, 240_000);
});
