import middy from '@middy/core';
import type { APIGatewayRequestAuthorizerEventV2, Context } from 'aws-lambda';
import type { Log } from './log.ts';

/** The handler of a function that the gateway asks who a request comes from. */
export type AuthorizerHandler<T> = (event: APIGatewayRequestAuthorizerEventV2, context: Context) => Promise<T>;

/** A failure is logged once and thrown: the gateway then lets nobody through. */
export function authorizerBundle<T>(
  work: (event: APIGatewayRequestAuthorizerEventV2) => Promise<T>,
  log: Log,
): AuthorizerHandler<T> {
  const failures: middy.MiddlewareObj<APIGatewayRequestAuthorizerEventV2, T> = {
    onError: ({ event, error }) => {
      log.error('not authorized', { requestId: event.requestContext.requestId }, error);
    },
  };
  const handler = middy<APIGatewayRequestAuthorizerEventV2, T>().use(failures).handler(work);
  return handler as unknown as AuthorizerHandler<T>;
}
