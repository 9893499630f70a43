import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';

/** Says who a request comes from, as the header `x-who` says: `nobody` is refused, `throw` fails, `nonsense` is no answer. */
export const handler = async (event: APIGatewayRequestAuthorizerEventV2 & { body?: unknown }): Promise<unknown> => {
  const who = event.headers?.['x-who'] ?? '';
  if (who === 'throw') throw new TypeError('as asked');
  if (who === 'nonsense') return { authorized: 'perhaps' };
  const { type, identitySource, cookies } = event;
  return {
    isAuthorized: who !== 'nobody',
    context: { who, type, source: identitySource?.join() ?? '', cookies: String(cookies), body: 'body' in event },
  };
};
