import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';
import type { Deps } from '../../application/deps.ts';
import { instantOf } from '../../domain/calendar/instant.ts';
import { forbidden, type Issue, invalid, issuesOf } from '../../domain/error.ts';
import type { Actor } from '../../domain/permission/actor.ts';
import { anythingOf, can } from '../../domain/permission/can.ts';
import { actAs } from '../../domain/staff/act-as.ts';
import type { Staff } from '../../domain/staff/staff.ts';
import { identityOf, staffOf } from '../middleware/caller.ts';
import { headerOf } from '../middleware/headers.ts';
import { HttpProblem } from '../middleware/http-problem.ts';
import { jsonBody } from '../middleware/json-body.ts';
import { etagOf, idempotencyKey, ifMatch } from '../middleware/preconditions.ts';
import { plainIssue } from './plain-issue.ts';
import type { Asked, Route, StaffAsker } from './route.ts';

/** How an API learns which member of staff asks. @throws HttpProblem 401; `forbidden` `not-registered`. */
export type StaffWhoAsks<D> = (event: APIGatewayProxyEventV2, deps: D) => Promise<Staff>;

/** By the claims of the token that the gateway verified, from the directory itself. */
export const byToken: StaffWhoAsks<Pick<Deps, 'staff'>> = (event, deps) => staffOf(deps.staff, identityOf(event));

/** Tells who asks, and refuses whoever may not ask this of anything at all. */
export type WhoAsks<D, A> = (route: AskedRoute, event: APIGatewayProxyEventV2, deps: D) => Promise<A>;

/** A member of staff, in the role they act in; what they may ask of one thing, the use case decides. */
export function staffAsks<D>(staffWhoAsks: StaffWhoAsks<D>): WhoAsks<D, StaffAsker> {
  return async (route, event, deps) => {
    const { actor, staff } = await actorOf(route, event, () => staffWhoAsks(event, deps));
    const { timeEpoch, requestId } = event.requestContext;
    return { staff, call: { actor, now: instantOf(timeEpoch), requestId } };
  };
}

/** Answers a request by a route of the table: who, may they, what do they say, do it, and check what goes out. */
export async function answerRoute<D, A>(
  route: Route<D, A>,
  event: APIGatewayProxyEventV2,
  deps: D,
  whoAsks: WhoAsks<D, A>,
): Promise<APIGatewayProxyStructuredResultV2> {
  // A route for anybody is not told who asks.
  const who = route.audience === 'anybody' ? undefined : await whoAsks(route, event, deps);
  const asked: Asked<unknown, unknown, unknown, A> = {
    params: parsedParams(route, event),
    query: parsedInput(route.query, event.queryStringParameters ?? {}, 'Check the parameters of the address'),
    ...preconditions(route, event),
    body: parsedBody(route, event),
    ...(who as A),
  };
  const answer = await route.handle(asked, deps);
  const body = route.response.parse(answer.body);
  return {
    statusCode: route.status,
    headers: {
      'content-type': route.mediaType === 'application/json' ? 'application/json; charset=utf-8' : route.mediaType,
      ...(answer.version === undefined ? {} : { etag: etagOf(answer.version) }),
      ...(answer.location === undefined ? {} : { location: answer.location }),
      ...answer.headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
}

/** A route as far as is needed before its deps are. */
/** A route as far as it says what is asked. */
export type AskedRoute = Omit<Route, 'handle'>;

/** Who asks, if they may ask this of anything at all; what they may ask of one thing, the use case decides. */
async function actorOf(
  route: AskedRoute,
  event: APIGatewayProxyEventV2,
  staffWhoAsks: () => Promise<Staff>,
): Promise<{ actor: Actor; staff: Staff }> {
  const staff = await staffWhoAsks();
  if (route.audience === 'staff') {
    const actors = staff.active ? staff.memberships.map((one) => ({ id: staff.id, ...one })) : [];
    const actor = actors.find((one) => can(one, route.action, anythingOf(one)) === 'allowed');
    if (actor === undefined) throw notAllowed();
    return { actor, staff };
  }
  const actor = actAs(staff, headerOf(event, 'acting-as'));
  if (can(actor, route.action, anythingOf(actor)) !== 'allowed') throw notAllowed();
  return { actor, staff };
}

function notAllowed() {
  return forbidden('not-allowed', 'You may not do this in the role you act in');
}

function preconditions({ precondition }: AskedRoute, event: APIGatewayProxyEventV2): { key: string; seen: number } {
  const keyed = precondition === 'idempotency-key' || precondition === 'idempotency-key-and-if-match';
  const matched = precondition === 'if-match' || precondition === 'idempotency-key-and-if-match';
  return { key: keyed ? idempotencyKey(event) : '', seen: matched ? ifMatch(event) : 0 };
}

/** An address whose ids cannot be ids leads nowhere, like one whose ids nobody has. */
function parsedParams(route: AskedRoute, event: APIGatewayProxyEventV2): unknown {
  // The gateway adds what its own template matched; only the names of this route's template are its parameters.
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const given = event.pathParameters ?? {};
  const parsed = route.params.safeParse(Object.fromEntries(names.map((name) => [name, given[name]])));
  if (!parsed.success) throw new HttpProblem('route-not-found');
  return parsed.data;
}

function parsedBody(route: AskedRoute, event: APIGatewayProxyEventV2): unknown {
  if (route.body === undefined) return undefined;
  return parsedInput(route.body, jsonBody(event), 'Check what you sent');
}

function parsedInput(schema: z.ZodType, input: unknown, title: string): unknown {
  const parsed = schema.safeParse(input, { error: plainIssue });
  if (parsed.success) return parsed.data;
  throw invalid('input', title, inputIssues(parsed.error));
}

/** Most issues told of one request. */
const MOST_ISSUES = 50;

/** A body may be one of several things: then the issues are those of the one that it comes nearest to. */
function inputIssues(error: z.ZodError): Issue[] {
  return issuesOf(nearest(error)).slice(0, MOST_ISSUES);
}

function nearest(error: z.ZodError): z.ZodError {
  const issues = error.issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const best = issue.errors.reduce((a, b) => (b.length < a.length ? b : a));
    return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
  return new z.ZodError(issues);
}
