import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Deps } from '../../application/deps.ts';
import { apiHeaders, correlationHeaders } from '../middleware/headers.ts';
import { HttpProblem } from '../middleware/http-problem.ts';
import type { Log } from '../middleware/log.ts';
import { PROBLEM_TYPE, problemOf } from '../middleware/problem-details.ts';
import { answerRoute, byToken, type StaffWhoAsks, staffAsks, type WhoAsks } from './answer-route.ts';
import type { Method, Route } from './route.ts';

type Answered = APIGatewayProxyStructuredResultV2;
export type ApiHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Answered>;

/**
 * The handler of an API function: a table of routes behind one chain of middleware. Errors become problem details in one
 * place; there is no other `catch` on the way.
 * @param deps called with each request; it composes the real ones once.
 */
export function apiBundle(routes: readonly Route[], deps: () => Promise<Deps>, log: Log): ApiHandler {
  return apiBundleOf(routes, deps, log, byToken);
}

/** As {@link apiBundle}, for a function that reaches the world, or learns who asks, in another way. */
export function apiBundleOf<D>(
  routes: readonly Route<D>[],
  deps: () => Promise<D>,
  log: Log,
  staffWhoAsks: StaffWhoAsks<D>,
): ApiHandler {
  return bundleOf(routes, deps, log, staffAsks(staffWhoAsks));
}

/** The same for whoever asks. */
export function bundleOf<D, A>(
  routes: readonly Route<D, A>[],
  deps: () => Promise<D>,
  log: Log,
  whoAsks: WhoAsks<D, A>,
): ApiHandler {
  const router = httpRouter<APIGatewayProxyEventV2, Answered>({
    routes: routes.map((route) => ({
      method: route.method,
      path: route.path,
      handler: async (event: APIGatewayProxyEventV2) => {
        routeOf.set(event, `${route.method} ${route.path}`);
        return answerRoute(route, event, await deps(), whoAsks);
      },
    })),
    notFoundResponse: ({ path }) => {
      throw noRoute(routes, path);
    },
  });
  const handler = middy<APIGatewayProxyEventV2, Answered>()
    // middy runs what comes after the handler last to first: the answer is made by the second and dressed by the first.
    .use(standardHeaders())
    .use(problems(log))
    .handler((event, context, options) => router(event, context, options as never) as Promise<Answered>);
  return handler as unknown as ApiHandler;
}

/** The route that a request took, for its line in the log. */
const routeOf = new WeakMap<APIGatewayProxyEventV2, string>();

/** Every answer carries the same headers, and every request leaves one line. */
function standardHeaders(): middy.MiddlewareObj<APIGatewayProxyEventV2, Answered> {
  const add = (request: middy.Request<APIGatewayProxyEventV2, Answered>) => {
    const { event, response } = request;
    if (!response) return;
    response.headers = { ...apiHeaders, ...correlationHeaders(event), ...response.headers };
  };
  return { after: add, onError: add };
}

/** Turns whatever was thrown into problem details; what was not foreseen is logged, once, here. */
function problems(log: Log): middy.MiddlewareObj<APIGatewayProxyEventV2, Answered> {
  return {
    after: ({ event, response }) => {
      const status = response?.statusCode ?? 200;
      log.info('answered', { requestId: event.requestContext.requestId, route: routeOf.get(event) ?? 'none', status });
    },
    onError: (request) => {
      const { event, error } = request;
      const { requestId } = event.requestContext;
      const { problem, headers, unforeseen } = problemOf(error, requestId);
      const facts = { requestId, route: routeOf.get(event) ?? 'none', status: problem.status, code: problem.code };
      if (unforeseen || problem.status >= 500) log.error('not answered', facts, error);
      else log.info('refused', facts);
      request.response = {
        statusCode: problem.status,
        headers: { 'content-type': PROBLEM_TYPE, ...headers },
        body: JSON.stringify(problem),
      };
    },
  };
}

/** 405 with what the address takes, when another method has it; else 404. */
function noRoute(routes: readonly Pick<Route, 'method' | 'path'>[], path: string): HttpProblem {
  const exact = routes.filter((route) => route.path === path);
  const fitting = exact.length > 0 ? exact : routes.filter((route) => matches(route.path, path));
  const methods = fitting.map(({ method }): Method => method);
  if (methods.length === 0) return new HttpProblem('route-not-found');
  return new HttpProblem('method-not-allowed', { allow: [...new Set(methods)].join(', ') });
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.replace(/\/$/, '').split('/');
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith('{') || part === given[at]);
}
