/** Finds the page of a path: fixed steps before named ones, so that `/people/find` is not a person called "find". */

/** What a page is found by. */
interface Addressed {
  readonly method: string;
  readonly path: string;
}

export type Matched<R extends Addressed> =
  | { readonly route: R; readonly params: Readonly<Record<string, string>> }
  | 'wrong-method'
  | undefined;

export function routeMatcher<R extends Addressed>(routes: readonly R[]): (method: string, path: string) => Matched<R> {
  // Fewer named steps first: they are the more exact.
  const ordered = routes
    .map((route) => ({ route, steps: route.path.split('/') }))
    .toSorted((a, b) => named(a.steps) - named(b.steps));
  return (method, path) => {
    const steps = path.split('/');
    const wanted = method === 'HEAD' ? 'GET' : method;
    let elsewhere = false;
    for (const candidate of ordered) {
      const params = paramsOf(candidate.steps, steps);
      if (params === undefined) continue;
      if (candidate.route.method === wanted) return { route: candidate.route, params };
      elsewhere = true;
    }
    return elsewhere ? 'wrong-method' : undefined;
  };
}

function named(steps: readonly string[]): number {
  return steps.filter((step) => step.startsWith('{')).length;
}

function paramsOf(pattern: readonly string[], steps: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== steps.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, wanted] of pattern.entries()) {
    const step = steps[at] ?? '';
    if (wanted.startsWith('{')) {
      if (step === '' || !/^[\w.~-]+$/.test(step)) return undefined;
      params[wanted.slice(1, -1)] = step;
    } else if (wanted !== step) return undefined;
  }
  return params;
}
