import { setTimeout as sleep } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

let invocations = 0;

/** Does what the query asks for; without a wish, answers what it was given. */
export const handler = async (event: APIGatewayProxyEventV2, context: Context): Promise<unknown> => {
  invocations += 1;
  const { wish } = event.queryStringParameters ?? {};
  switch (wish) {
    case 'throw':
      throw new TypeError('as asked');
    case 'exit':
      process.exit(3);
      break;
    case 'hang':
      await sleep(3_600_000);
      break;
    case 'slow':
      await sleep(300);
      break;
    case 'plain':
      return { said: 'no status code' };
    case 'malformed':
      return { statusCode: 'many' };
    case 'cookies':
      return { statusCode: 201, cookies: ['a=1; HttpOnly', 'b=2'], headers: { 'X-Answer': 'yes' }, body: 'done' };
    case 'binary':
      return {
        statusCode: 200,
        headers: { 'content-type': 'image/png' },
        isBase64Encoded: true,
        body: Buffer.from([0, 1, 254, 255]).toString('base64'),
      };
    case 'environment':
      return { statusCode: 200, body: JSON.stringify(process.env) };
    default:
      console.log(`answered ${event.rawPath}`);
  }
  const body = JSON.stringify({ event, invocations, requestId: context.awsRequestId });
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body };
};
