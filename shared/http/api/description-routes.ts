import * as z from 'zod';
import manifest from '../../../package.json' with { type: 'json' };
import { docsPage } from './docs-page.ts';
import { type DescribedApi, openApiDocument } from './open-api.ts';
import { type Route, type RouteDefinition, routeOf } from './route.ts';

const tag = 'Service';

/**
 * The routes that describe the others of an API, and themselves: as OpenAPI, and as a page, for anybody. Made when first asked for.
 */
export function descriptionRoutes<D, A>(others: readonly Route<D, A>[], api: DescribedApi): readonly Route<D, A>[] {
  const table: Route<D, A>[] = [...others];
  let document: ReturnType<typeof openApiDocument> | undefined;
  const described = () => {
    document ??= openApiDocument(table, api, manifest.version);
    return document;
  };
  const define = <R>(route: RouteDefinition<Record<string, never>, Record<string, never>, undefined, R, D, A>) =>
    routeOf(route);
  const own = [
    define({
      method: 'GET',
      path: `${api.base}/openapi.json`,
      id: 'readOpenApi',
      tag,
      summary: 'This description as OpenAPI 3.1',
      audience: 'anybody',
      action: 'me.read',
      response: z.record(z.string(), z.unknown()),
      async handle() {
        return { body: described() };
      },
    }),
    define({
      method: 'GET',
      path: `${api.base}/docs`,
      id: 'readDocs',
      tag,
      summary: 'This description as a page',
      audience: 'anybody',
      action: 'me.read',
      mediaType: 'text/html; charset=utf-8',
      response: z.string(),
      async handle() {
        const { page, contentSecurityPolicy } = docsPage(described(), api);
        return { body: page, headers: { 'content-security-policy': contentSecurityPolicy } };
      },
    }),
  ];
  table.push(...own);
  return own;
}
