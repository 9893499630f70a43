/** The OpenAPI 3.1 document of a table of routes: made from the very schemas that parse what comes in and goes out. */
import * as z from 'zod';
import { type HttpProblemCode, httpProblems } from '../middleware/http-problem.ts';
import { PROBLEM_TYPE, problemSchema } from '../middleware/problem-details.ts';
import type { Route as AnyRoute, Precondition } from './route.ts';

/** A route as far as describing it goes: what its function reaches the world through does not matter. */
type Described = Omit<Route, 'handle'>;

type Json = Record<string, unknown>;
/** A route as far as it is described: whoever it is for. */
type Route = Omit<AnyRoute, 'handle'>;

/** The document. */
export interface OpenApiDocument extends Json {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Json; readonly securitySchemes: Json };
}

export interface Operation extends Json {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required: true;
    readonly content: Readonly<Record<string, { readonly schema: Json }>>;
  };
  readonly responses: Readonly<Record<string, Json>>;
}

export interface Parameter extends Json {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Json;
}

/** An API as a whole. */
export interface DescribedApi {
  /** Where its addresses begin. */
  readonly base: `/${string}`;
  readonly title: string;
  readonly description: string;
}

export function openApiDocument(
  routes: readonly Described[],
  { title, description }: DescribedApi,
  version: string,
): OpenApiDocument {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const route of routes) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] ?? {}, { [route.method.toLowerCase()]: operationOf(route) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version,
      description,
    },
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema) },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
    security: [{ bearer: [] }],
  };
}

function operationOf(route: Described): Operation {
  const { id, summary, description, tag, body, audience } = route;
  return {
    operationId: id,
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    ...(audience === 'anybody' ? { security: [] } : {}),
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(audience === 'actor' ? [actingAs] : []),
      ...headersOf(route.precondition),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true as const, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: { [String(route.status)]: goodAnswer(route), ...problemsOf(route) },
  };
}

const actingAs: Parameter = {
  name: 'Acting-As',
  in: 'header',
  required: false,
  description: 'The role you act in, `place/role`; needed when you have several',
  schema: { type: 'string', examples: ['liverpool/clinician'] },
};
const idempotencyKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A new one with each new request; the same again answers as before and does nothing twice',
  schema: { type: 'string', minLength: 8, maxLength: 128, pattern: '^[A-Za-z0-9._~-]+$' },
};
const ifMatch: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of what you read',
  schema: { type: 'string', pattern: '^"[1-9][0-9]{0,8}"$', examples: ['"3"'] },
};

const headers: Readonly<Record<Precondition, readonly Parameter[]>> = {
  none: [],
  'idempotency-key': [idempotencyKey],
  'if-match': [ifMatch],
  'idempotency-key-and-if-match': [idempotencyKey, ifMatch],
  repeatable: [{ ...idempotencyKey, required: false }],
};

function headersOf(precondition: Precondition): readonly Parameter[] {
  return headers[precondition];
}

function parametersOf(schema: z.ZodType, where: 'path' | 'query'): readonly Parameter[] {
  const { properties = {}, required = [] } = schemaOf(schema) as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = property;
    return {
      name,
      in: where,
      required: where === 'path' || required.includes(name),
      ...(typeof description === 'string' ? { description } : {}),
      schema: rest,
    };
  });
}

function goodAnswer(route: Described): Json {
  const mediaType = route.mediaType.split(';')[0] ?? route.mediaType;
  return {
    description: route.summary,
    headers: { ETag: { description: 'The version, where the answer is about one thing', schema: { type: 'string' } } },
    content: { [mediaType]: { schema: schemaOf(route.response) } },
  };
}

const meanings: Readonly<Record<string, string>> = {
  '400': 'The request cannot be read, or a header is missing',
  '401': 'Not signed in',
  '403': 'Not in this role',
  '404': 'Not there, or not for you to know of',
  '409': 'The state of things does not allow it',
  '412': 'Changed since you read it; `facts.changes` says what happened since',
  '413': httpProblems['body-too-large' satisfies HttpProblemCode][1],
  '415': httpProblems['content-type-not-json' satisfies HttpProblemCode][1],
  '422': 'What you sent cannot be accepted; `errors` says where and why',
  '428': httpProblems['if-match-needed' satisfies HttpProblemCode][1],
  '500': 'Something unforeseen went wrong here',
  '503': 'Something that is needed is away; try again',
};

function problemsOf(route: Described): Readonly<Record<string, Json>> {
  const statuses = new Set(['500']);
  if (route.audience !== 'anybody') for (const status of ['401', '403', '422', '503']) statuses.add(status);
  if (route.audience === 'actor' || route.audience === 'family') statuses.add('404');
  if (route.body !== undefined) for (const status of ['400', '413', '415', '409']) statuses.add(status);
  if (route.precondition.includes('if-match')) for (const status of ['400', '412', '428']) statuses.add(status);
  return Object.fromEntries(
    [...statuses].sort().map((status) => [
      status,
      {
        description: meanings[status],
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** As it is sent: what a schema makes of it afterwards (a trimmed name, a split list) is ours, not the client's. */
function schemaOf(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest as Json;
}
