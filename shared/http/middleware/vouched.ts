import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** A request as the gateway hands it on behind an authorizer that is a function. */
interface WithContext {
  readonly authorizer?: { readonly lambda?: Readonly<Record<string, unknown>> | null };
}

/** What a route's authorizing function said of whoever asks; empty where the route has none. */
export function vouchedIn(event: APIGatewayProxyEventV2): Readonly<Record<string, unknown>> {
  return (event.requestContext as WithContext).authorizer?.lambda ?? {};
}
