import type { LocalRoute } from '../template/http-apis.ts';

/** A route that a request found, with the values of the variables in its path. */
export interface RouteMatch {
  readonly route: LocalRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Candidate {
  readonly route: LocalRoute;
  readonly method: string;
  readonly segments: readonly string[];
  /** Sorts the most specific candidate first. */
  readonly rank: string;
}

/** Finds routes as API Gateway does: the most specific path first, then the most specific method, then `$default`. */
export class RouteTable {
  readonly #candidates: readonly Candidate[];
  readonly #default: LocalRoute | undefined;

  constructor(routes: readonly LocalRoute[]) {
    this.#default = routes.find(({ key }) => key === '$default');
    this.#candidates = routes
      .filter(({ key }) => key !== '$default')
      .map(candidate)
      .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));
  }

  /** The route for a method and a decoded path; undefined when there is none. */
  find(method: string, path: string): RouteMatch | undefined {
    const segments = path.split('/').slice(1);
    for (const { route, method: wanted, segments: pattern } of this.#candidates) {
      if (wanted !== 'ANY' && wanted !== method) continue;
      const pathParameters = matched(pattern, segments);
      if (pathParameters) return { route, pathParameters };
    }
    return this.#default ? { route: this.#default, pathParameters: {} } : undefined;
  }
}

function candidate(route: LocalRoute): Candidate {
  const [method = '', path = ''] = route.key.split(' ');
  if (!path.startsWith('/')) throw new Error(`'${route.key}' is not the key of a route`);
  const segments = path.split('/').slice(1);
  // A literal segment goes before a variable, a variable before the end of the path, that before a greedy variable.
  const specificity = segments.map((segment) => (isGreedy(segment) ? '9' : isVariable(segment) ? '1' : '0')).join('');
  return { route, method, segments, rank: `${specificity}5${method === 'ANY' ? '1' : '0'}` };
}

function matched(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at];
    if (segment === undefined || (isVariable(part) && segment === '')) return undefined;
    if (isGreedy(part)) return { ...values, [part.slice(1, -2)]: segments.slice(at).join('/') };
    if (isVariable(part)) values[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return segments.length === pattern.length ? values : undefined;
}

function isVariable(segment: string): boolean {
  return segment.startsWith('{');
}

function isGreedy(segment: string): boolean {
  return segment.endsWith('+}');
}
