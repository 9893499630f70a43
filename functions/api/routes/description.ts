import * as z from 'zod';
import manifest from '../../../package.json' with { type: 'json' };
import { docsPage } from '../../../shared/http/api/docs-page.ts';
import { openApiDocument } from '../../../shared/http/api/open-api.ts';
import { defineRoute, type Route } from '../../../shared/http/api/route.ts';

const tag = 'Service';

/** The routes that describe the others, and themselves: as OpenAPI, and as a page. Made when first asked for. */
export function descriptionRoutes(others: readonly Route[]): readonly Route[] {
  const table: Route[] = [...others];
  let document: ReturnType<typeof openApiDocument> | undefined;
  const described = () => {
    document ??= openApiDocument(table, manifest.version);
    return document;
  };
  const own = [
    defineRoute({
      method: 'GET',
      path: '/v1/openapi.json',
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
    defineRoute({
      method: 'GET',
      path: '/v1/docs',
      id: 'readDocs',
      tag,
      summary: 'This description as a page',
      audience: 'anybody',
      action: 'me.read',
      mediaType: 'text/html; charset=utf-8',
      response: z.string(),
      async handle() {
        const { page, contentSecurityPolicy } = docsPage(described());
        return { body: page, headers: { 'content-security-policy': contentSecurityPolicy } };
      },
    }),
  ];
  table.push(...own);
  return own;
}
