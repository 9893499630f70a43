import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** On every answer that is not a page: nothing may be kept, framed, guessed at or taken elsewhere. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

const ownIdShape = /^[A-Za-z0-9._=-]{1,64}$/;

/** A header of a request, by its lower-case name. */
export function headerOf(event: APIGatewayProxyEventV2, name: string): string | undefined {
  const value = event.headers[name];
  if (value !== undefined) return value;
  const found = Object.entries(event.headers).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}

/**
 * The ids of a request, mirrored: a client's own `X-Request-Id` and `X-Correlation-Id` come back when they look like ids,
 * otherwise the gateway's id does. They are never logged: a client may put anything into them.
 */
export function correlationHeaders(event: APIGatewayProxyEventV2): Readonly<Record<string, string>> {
  const own = event.requestContext.requestId;
  const mirrored = (name: string) => {
    const sent = headerOf(event, name);
    return sent !== undefined && ownIdShape.test(sent) ? sent : own;
  };
  return { 'x-request-id': mirrored('x-request-id'), 'x-correlation-id': mirrored('x-correlation-id') };
}
