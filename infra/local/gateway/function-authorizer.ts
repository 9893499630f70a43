import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import type { LocalAuthorizerFunction, LocalRoute } from '../template/http-apis.ts';

/** What an authorizing function said of a request. */
export type FunctionVerdict =
  | { readonly allowed: true; readonly context: Readonly<Record<string, unknown>> }
  | { readonly allowed: false; readonly status: 401 | 403 | 500 };

const answerSchema = z.object({
  isAuthorized: z.boolean(),
  context: z.record(z.string(), z.unknown()).nullish(),
});

/** What asking takes. */
export interface AskedOf {
  /** ARN of the route, as the authorizer is told it. */
  readonly routeArn: string;
  /** Whether the function's own policy lets this API's authorizer call it. */
  readonly mayInvoke: boolean;
  readonly invoke: (event: unknown) => Promise<unknown>;
}

/** Where an authorizer finds what it identifies somebody by; undefined where a request has not all of it. */
export function identitySource(
  { sources }: LocalAuthorizerFunction,
  valueAt: (source: LocalAuthorizerFunction['sources'][number]) => string | undefined,
): readonly string[] | undefined {
  const values = sources.map(valueAt);
  return values.every((value) => value !== undefined && value !== '') ? values.map(String) : undefined;
}

/**
 * Asks a route's authorizing function, as API Gateway does with payload format 2.0 and simple answers: it is given the
 * request without its body, and what it says is handed on. One that fails is a 500, and lets nobody through.
 */
export async function askAuthorizer(
  route: LocalRoute,
  event: APIGatewayProxyEventV2,
  identity: readonly string[] | undefined,
  { routeArn, mayInvoke, invoke }: AskedOf,
): Promise<FunctionVerdict> {
  if (identity === undefined) return { allowed: false, status: 401 };
  if (!mayInvoke) return { allowed: false, status: 500 };
  const { body: _body, isBase64Encoded: _encoded, ...request } = event;
  const asked = { ...request, type: 'REQUEST', routeArn, identitySource: identity, routeKey: route.key };
  try {
    const answer = answerSchema.parse(await invoke(asked));
    return answer.isAuthorized ? { allowed: true, context: answer.context ?? {} } : { allowed: false, status: 403 };
  } catch {
    return { allowed: false, status: 500 };
  }
}
