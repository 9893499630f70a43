/** Every API describes itself to anybody: each of its routes in an OpenAPI 3.1 document from the schemas that parse, and as a page. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { familyApi } from '../../functions/family-api/described.ts';
import { familyApiRoutes } from '../../functions/family-api/routes.ts';
import { figuresApiRoutes } from '../../functions/indicators-api/routes/described.ts';
import { indicatorRoutes } from '../../functions/indicators-api/routes/routes.ts';
import { bundleOf } from '../../shared/http/api/api-bundle.ts';
import { describedApis, familiesApi, figuresApi } from '../../shared/http/api/described-apis.ts';
import type { DescribedApi, OpenApiDocument } from '../../shared/http/api/open-api.ts';
import type { Route } from '../../shared/http/api/route.ts';
import { logOf } from '../../shared/http/middleware/log.ts';

/** Asks an API that can reach nothing and knows nobody. */
async function ask(routes: readonly Route<never, never>[], path: string) {
  const noDeps = async (): Promise<never> => ({}) as never;
  const nobodyAsks = async (): Promise<never> => {
    throw new Error('a description asks who is asking');
  };
  const event = {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: {},
    requestContext: { requestId: 'request', timeEpoch: 0, http: { method: 'GET', path } },
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
  const handler = bundleOf(routes, noDeps, logOf('test'), nobodyAsks);
  return handler(event, { awsRequestId: 'invocation' } as Context);
}

describe.each([
  { name: 'figures', api: figuresApi, routes: figuresApiRoutes, own: indicatorRoutes },
  { name: 'families', api: familiesApi, routes: familyApi, own: familyApiRoutes },
] as unknown as { name: string; api: DescribedApi; routes: Route<never, never>[]; own: Route<never, never>[] }[])(
  'the API of $name',
  ({ api, routes, own }) => {
    it('has every route in its document', async () => {
      const { statusCode, body } = await ask(routes, `${api.base}/openapi.json`);
      expect(statusCode).toBe(200);
      const document: OpenApiDocument = JSON.parse(body ?? '');
      expect(document).toMatchObject({ openapi: '3.1.0', info: { title: api.title } });
      for (const { path, method, id } of [...own, ...routes])
        expect(document.paths[path]?.[method.toLowerCase()]?.operationId, `${method} ${path}`).toBe(id);
      const ids = Object.values(document.paths).flatMap((methods) =>
        Object.values(methods).map(({ operationId }) => operationId),
      );
      expect(new Set(ids).size).toBe(ids.length);
      for (const path of Object.keys(document.paths)) expect(path.startsWith(api.base), path).toBe(true);
    });

    it('is a page that people read, which leads to the others', async () => {
      const { statusCode, body, headers } = await ask(routes, `${api.base}/docs`);
      expect(statusCode).toBe(200);
      expect(headers?.['content-security-policy']).toContain("default-src 'none'");
      for (const { summary } of own) expect(body).toContain(summary.replaceAll("'", '&#39;').slice(0, 20));
      for (const { base } of describedApis) expect(body).toContain(`${base}/docs`);
    });
  },
);
