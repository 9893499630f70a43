import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RouteMatch } from './route-table.ts';

/** A request as it came in, its body whole. */
export interface GatewayRequest {
  readonly message: IncomingMessage;
  /** Percent-decoded: HTTP APIs hand functions the decoded path. */
  readonly path: string;
  /** Without the question mark, as sent. */
  readonly query: string;
  readonly body: Buffer;
}

/** What the gateway knows beside the request. */
export interface RequestFacts {
  readonly apiId: string;
  readonly stage: string;
  readonly account: string;
  readonly requestId: string;
  /** The local cloud's present, in milliseconds since 1970. */
  readonly now: number;
  /** Claims and scopes of the token, where the route has an authorizer. */
  readonly jwt?: { readonly claims: Record<string, string>; readonly scopes: string[] | null } | undefined;
  /** What the route's authorizing function said, where it has one. */
  readonly lambda?: Readonly<Record<string, unknown>> | undefined;
}

/** The event that a function gets for a request, payload format 2.0. */
export function requestEvent(request: GatewayRequest, match: RouteMatch, facts: RequestFacts): APIGatewayProxyEventV2 {
  const { message, path, query } = request;
  const { cookie, headers } = readHeaders(message);
  const parameters = readQuery(query);
  const { jwt, lambda } = facts;
  const authorizer = jwt
    ? { authorizer: { jwt, principalId: '', integrationLatency: 0 } }
    : lambda
      ? { authorizer: { lambda } }
      : {};
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: path,
    rawQueryString: query,
    ...(cookie ? { cookies: cookie.split(/; */).filter((each) => each !== '') } : {}),
    headers,
    ...(parameters ? { queryStringParameters: parameters } : {}),
    ...(Object.keys(match.pathParameters).length > 0 ? { pathParameters: { ...match.pathParameters } } : {}),
    requestContext: {
      accountId: facts.account,
      apiId: facts.apiId,
      ...authorizer,
      domainName: headers['host'] ?? '',
      domainPrefix: (headers['host'] ?? '').split('.')[0] ?? '',
      http: {
        method: message.method ?? '',
        path,
        protocol: `HTTP/${message.httpVersion}`,
        sourceIp: message.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: facts.requestId,
      routeKey: match.route.key,
      stage: facts.stage,
      time: logTime(facts.now),
      timeEpoch: facts.now,
    },
    ...readBody(request, headers['content-type']),
  };
}

/** Header names in lower case, several values of one joined by commas; cookies apart. */
function readHeaders(message: IncomingMessage): { cookie: string | undefined; headers: Record<string, string> } {
  const headers: Record<string, string> = {};
  let cookie: string | undefined;
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    if (values === undefined) continue;
    if (name === 'cookie') cookie = values.join('; ');
    else headers[name] = values.join(',');
  }
  headers['x-forwarded-for'] = message.socket.remoteAddress ?? '';
  headers['x-forwarded-port'] = String(message.socket.localPort ?? '');
  headers['x-forwarded-proto'] = 'http';
  return { cookie, headers };
}

/** Decoded parameters, several values of one joined by commas; undefined when there are none. */
function readQuery(query: string): Record<string, string> | undefined {
  if (query === '') return undefined;
  const values = new URLSearchParams(query);
  return Object.fromEntries([...new Set(values.keys())].map((name) => [name, values.getAll(name).join(',')]));
}

/** The types whose bodies API Gateway hands over as text; all others, forms among them, come in base64. */
const TEXT = /^(text\/|application\/(json|xml|javascript)\s*(;|$))/i;

function readBody({ body }: GatewayRequest, type: string | undefined): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const text = type !== undefined && TEXT.test(type.trim());
  return { body: body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text };
}

/** `12/Mar/2026:19:03:58 +0000` */
function logTime(now: number): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(new Date(now).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
