/**
 * Routes as data. One table of these drives the router, the parsing of what comes in and goes out, permission, and the
 * OpenAPI document: a route that is not in the table does not exist, and one that is in it is described and guarded.
 */
import * as z from 'zod';
import type { Call } from '../../application/call.ts';
import type { Deps } from '../../application/deps.ts';
import type { Action } from '../../domain/permission/grants.ts';
import type { Staff } from '../../domain/staff/staff.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/** Who may ask: anybody; any member of staff, whatever role they act in; somebody in a role that has the action; a family. */
export type Audience = 'anybody' | 'staff' | 'actor' | 'family';

/**
 * What a change must carry. `repeatable` is for a POST that changes nothing, or that comes to the same however often it is
 * sent: its key is accepted and not needed.
 */
export type Precondition = 'none' | 'idempotency-key' | 'if-match' | 'idempotency-key-and-if-match' | 'repeatable';

/** Who asks of the staff's APIs. */
export interface StaffAsker {
  readonly call: Call;
  readonly staff: Staff;
}

/** What a request says, parsed. */
export interface Said<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The `Idempotency-Key`; empty where the route takes none. */
  readonly key: string;
  /** The version in `If-Match`; 0 where the route takes none. */
  readonly seen: number;
}

/** What a handler is given: everything parsed, and who asks. */
export type Asked<P, Q, B, A = StaffAsker> = Said<P, Q, B> & A;

/** What a handler answers with. */
export interface Answer<R> {
  readonly body: R;
  /** Version of the one thing that the answer is about: its ETag. */
  readonly version?: number;
  readonly location?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Description {
  readonly method: Method;
  /** With parameters in braces. */
  readonly path: `/${string}`;
  /** Unique; the OpenAPI document's `operationId`. */
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly audience?: Audience;
  readonly precondition?: Precondition;
  readonly status?: 200 | 201;
  /** `application/json` unless it says otherwise. */
  readonly mediaType?: string;
}

/** A route as its file writes it. `D` is what its function reaches the world through, `A` who asks. */
export interface RouteDefinition<P, Q, B, R, D, A = StaffAsker> extends Description {
  readonly action: Action;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  readonly response: z.ZodType<R>;
  handle(asked: Asked<P, Q, B, A>, deps: D): Promise<Answer<R>>;
}

/** A route as the table holds it: every part present, its types forgotten. */
export interface Route<D = Deps, A = StaffAsker> extends Required<Omit<Description, 'description'>> {
  readonly description: string | undefined;
  readonly action: Action;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly body: z.ZodType | undefined;
  readonly response: z.ZodType;
  handle(asked: Asked<unknown, unknown, unknown, A>, deps: D): Promise<Answer<unknown>>;
}

const nothing = z.strictObject({});

/** Puts a route into the table's form. A POST takes an `Idempotency-Key`, a PUT or PATCH an `If-Match`, unless it says otherwise. */
export function defineRoute<P = Record<string, never>, Q = Record<string, never>, B = undefined, R = unknown, D = Deps>(
  route: RouteDefinition<P, Q, B, R, D>,
): Route<D> {
  return routeOf(route);
}

/** The same for whoever asks. */
export function routeOf<P, Q, B, R, D, A>(route: RouteDefinition<P, Q, B, R, D, A>): Route<D, A> {
  return {
    ...route,
    description: route.description,
    audience: route.audience ?? 'actor',
    precondition: route.precondition ?? usualPrecondition[route.method],
    status: route.status ?? 200,
    mediaType: route.mediaType ?? 'application/json',
    params: route.params ?? nothing,
    query: route.query ?? nothing,
    body: route.body,
    response: route.response,
    // The pipeline parses by this route's own schemas before it calls: what arrives has the types that were forgotten.
    handle: (asked, deps) => route.handle(asked as Asked<P, Q, B, A>, deps),
  };
}

const usualPrecondition: Readonly<Record<Method, Precondition>> = {
  GET: 'none',
  POST: 'idempotency-key',
  PUT: 'if-match',
  PATCH: 'if-match',
};
