import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import manifest from '../../package.json' with { type: 'json' };
import { environmentSchema } from './environment.ts';

const environment = environmentSchema.parse(process.env);

/** Answers `GET /health` with the deployment and version; every other route is unknown so far. */
export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  if (event.routeKey === 'GET /health') {
    return {
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: JSON.stringify({ status: 'ok', stage: environment.STAGE, version: manifest.version }),
    };
  }
  return {
    statusCode: 404,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    body: JSON.stringify({ type: 'about:blank', title: 'Not found', status: 404 }),
  };
};
