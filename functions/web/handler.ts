import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Says that the site is starting: the pages are not there yet. */
export const handler = async (): Promise<APIGatewayProxyStructuredResultV2> => ({
  statusCode: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: 'starting',
});
