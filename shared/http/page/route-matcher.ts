/** Finds the page of a path: fixed steps before named ones, so that `/people/find` is not a person called "find". */
import type { PageRoute } from './page-route.ts';
import type { CaseworkWorld, SiteWorld } from './visit.ts';

export type Matched<W extends SiteWorld = CaseworkWorld> =
  | { readonly route: PageRoute<W>; readonly params: Readonly<Record<string, string>> }
  | 'wrong-method'
  | undefined;

export function routeMatcher<W extends SiteWorld>(
  routes: readonly PageRoute<W>[],
): (method: string, path: string) => Matched<W> {
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
